import type { PersonKey } from './people';

/**
 * A story of the demo as plain data. Days count back from the day of seeding, months from the renewal date;
 * lines are written as in the model file `walk-position/model@1` and parsed by the same parser.
 */

type Basis = 'contract' | 'quote' | 'measured' | 'benchmark' | 'judgement' | 'vendor claim';

/** What a line's figure rests on, how many days ago that was, and the words that go with it. */
export type Origin = readonly [basis: Basis, daysAgo: number, source: string];

type FileLine = {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  readonly kind: 'recurring' | 'one-time' | 'percent' | 'commitment' | 'graduated';
  readonly [key: string]: unknown;
};

export type StoryLine = FileLine & { readonly origin: Origin };

export type StoryOffer = {
  readonly label: string;
  readonly receivedDaysAgo: number;
  /** How many days after it arrived. */
  readonly expiresAfterDays?: number;
  readonly source: string;
  readonly termMonths: number;
  readonly renewalUplift: number;
  readonly lines: readonly StoryLine[];
};

export type StoryAlternative = {
  readonly id: string;
  readonly label: string;
  readonly kind: 'competitor' | 'hybrid' | 'reduced-footprint';
  readonly lines: readonly StoryLine[];
  readonly plan?: readonly {
    readonly id: string;
    readonly label: string;
    readonly months: number;
    readonly after: readonly string[];
  }[];
};

export type StoryClaim = {
  readonly kind: 'switching cost' | 'integration' | 'disruption' | 'other';
  readonly statement: string;
  readonly saidBy: string;
  readonly saidTo: string;
  readonly saidDaysAgo: number;
  /** The id of the line the claim is about, or else in a few words the thing. */
  readonly line?: string;
  readonly about?: string;
  readonly claimedAmount?: number;
  readonly claimedMonths?: number;
  readonly honestAmount?: number;
  readonly honestMonths?: number;
  readonly verdict?: 'genuine' | 'partly' | 'manufactured';
  readonly answer?: string;
};

export type StoryThreshold = {
  readonly amount: number;
  readonly statement: string;
  readonly conditions?: string;
  /** Why the amount lies apart from what leaving costs. */
  readonly reason?: string;
  /** A fraction. */
  readonly tolerance: number;
};

export type StoryMember = {
  readonly person: PersonKey;
  readonly role: 'executive' | 'contributor' | 'observer';
};

/** A row by its id in the model file; a claim by how it begins. */
export type StoryRow = { readonly line: string } | { readonly step: string } | { readonly claim: string };

export type StoryNotes = {
  readonly evidence: readonly ({ readonly by: PersonKey; readonly about: StoryRow } & (
    | { readonly note: string }
    | { readonly file: { readonly name: string; readonly text: string } }
  ))[];
  readonly threads: readonly {
    readonly about: StoryRow | 'threshold';
    readonly says: readonly (readonly [by: PersonKey, words: string])[];
    readonly settledBy?: PersonKey;
  }[];
  readonly reviews: readonly { readonly by: PersonKey; readonly lines: readonly string[] }[];
};

/** What is known of how an engagement got ready. Milestones by their labels in the usual ones, steps by their ids. */
export type StoryReadiness = {
  readonly noticeMonthsBefore: number;
  readonly milestones: readonly {
    readonly label: string;
    readonly owner: PersonKey;
    readonly done?: { readonly daysAgo: number; readonly evidence: string };
    readonly moved?: { readonly days: number; readonly reason: string };
  }[];
  readonly steps: Readonly<Record<string, PersonKey>>;
  readonly criteria: Readonly<Record<string, PersonKey>>;
  readonly history: readonly (readonly [
    pillar: 'alternative' | 'switching' | 'plan' | 'leadership' | 'timeline' | 'posture',
    state: 'absent' | 'forming' | 'real',
    daysAgo: number,
  ])[];
};

/** What was said to Microsoft, shown to them, and what negotiators keep to. */
export type StoryPosture = {
  readonly negotiators: readonly PersonKey[];
  readonly contacts: readonly {
    readonly daysAgo: number;
    readonly withWhom: string;
    readonly theySaid: string;
    readonly weSaid: string;
    readonly theyAsked: string;
    readonly walk: 'none' | 'evident' | 'spoken';
    readonly recovery?: { readonly daysAgo: number; readonly what: string };
  }[];
  readonly sightings: readonly {
    readonly kind: 'paper' | 'statement' | 'demonstration';
    readonly daysAgo: number;
    readonly what: string;
    readonly shownBy: string;
    readonly shownTo: string;
    readonly answer: string;
  }[];
  readonly tests: readonly {
    readonly kind: 'deadline' | 'silence' | 'over heads' | 'called bluff';
    readonly daysAgo: number;
    readonly theyDid: string;
    readonly weDid: string;
    readonly outcome: 'honoured' | 'held' | 'yielded' | null;
    readonly taught: string;
  }[];
  readonly brief: {
    readonly say: string;
    readonly neverSay: string;
    readonly speakers: string;
    readonly acknowledgedBy: readonly PersonKey[];
  };
  readonly summary: { readonly approvedBy: PersonKey; readonly downloadedBy: PersonKey };
};

/** How a deal ended, and how Microsoft had tested the walk before. */
export type StoryEnding = {
  readonly kind: 'sign' | 'leave' | 'extend';
  readonly by: PersonKey;
  readonly reason: string;
  readonly tests: StoryPosture['tests'];
  /** How the pillars stood on the way, as in a story’s readiness. */
  readonly history: StoryReadiness['history'];
};

export type Story = {
  readonly client: string;
  readonly timeZone: string;
  /** Beside the lead advisor, who starts every engagement. The executives agree on the threshold. */
  readonly members: readonly StoryMember[];
  /** A few sentences that say what is made up. Every member reads them: nothing of the threshold. */
  readonly story: string;
  /** Published figures used in it. */
  readonly sources: readonly { readonly title: string; readonly url: string; readonly published: string }[];
  readonly currency: string;
  /** The renewal falls on the end of the quarter this many months ahead. */
  readonly renewalInMonths: number;
  readonly horizonMonths: number;
  readonly discountRate: number;
  /** In order of arrival. */
  readonly offers: readonly StoryOffer[];
  readonly alternatives: readonly StoryAlternative[];
  readonly chosen?: string;
  readonly claims: readonly StoryClaim[];
  readonly threshold?: StoryThreshold;
  readonly notes?: StoryNotes;
  readonly readiness?: StoryReadiness;
  readonly posture?: StoryPosture;
  readonly ending?: StoryEnding;
};
