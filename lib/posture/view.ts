import type { BriefAnswer } from '@/lib/posture/brief-answers';
import type { SummaryContent } from '@/lib/posture/summary';
import type { Outcome, SightingKind, TestKind, Walk } from '@/lib/posture/vocabulary';

/** Somebody did something. `on` is written out, in the engagement's time zone. */
export type Done = { readonly by: string; readonly on: string };

type Logged = { readonly id: string; readonly version: number; readonly logged: Done };

/** Days are ISO calendar dates. */
export type ContactView = Logged & {
  readonly heldOn: string;
  readonly withWhom: string;
  readonly theySaid: string;
  readonly weSaid: string;
  readonly theyAsked: string;
  readonly walk: Walk;
  /** The walk was spoken while the position was below credible. */
  readonly tooEarly: boolean;
  readonly recovery: { readonly what: string; readonly recoveredOn: string; readonly by: string } | null;
};

export type SightingView = Logged & {
  readonly kind: SightingKind;
  readonly what: string;
  readonly seenOn: string;
  readonly shownBy: string;
  readonly shownTo: string;
  readonly answer: string;
};

export type TestView = Logged & {
  readonly kind: TestKind;
  readonly testedOn: string;
  readonly theyDid: string;
  readonly weDid: string;
  readonly outcome: Outcome | null;
  readonly taught: string;
};

export type BriefView = {
  readonly id: string;
  readonly number: number;
  readonly say: string;
  readonly neverSay: string;
  readonly speakers: string;
  readonly answers: readonly BriefAnswer[];
  readonly written: Done;
};

export type NegotiatorView = {
  readonly id: string;
  readonly name: string;
  readonly you: boolean;
  /** When they acknowledged the current version, written out; null while they have not. */
  readonly acknowledgedOn: string | null;
};

export type SummaryView = {
  readonly id: string;
  readonly number: number;
  readonly sha256: string;
  readonly content: SummaryContent;
  readonly drafted: Done;
  readonly approvals: readonly Done[];
  /** It names a supplier whose name may not leave the house now: it is neither approved nor taken. */
  readonly withheld: boolean;
  readonly downloads: readonly (Done & { readonly id: string })[];
};

/** Everything the Posture room sends to the browser, for whoever may read it. */
export type PostureView = {
  readonly engagementId: string;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly mayApprove: boolean;
  readonly mayDownload: boolean;
  readonly mayAcknowledge: boolean;
  readonly contacts: readonly ContactView[];
  readonly sightings: readonly SightingView[];
  readonly tests: readonly TestView[];
  readonly brief: BriefView | null;
  readonly olderBriefs: readonly BriefView[];
  readonly negotiators: readonly NegotiatorView[];
  /** Claims that have come, gone or been answered otherwise since the brief was written. */
  readonly claimsMoved: number;
  /** The newest. */
  readonly summary: SummaryView | null;
  /** The newest that is approved, which is what one downloads. */
  readonly approved: SummaryView | null;
  readonly supplier: { readonly name: string; readonly released: boolean; readonly done: Done } | null;
  /** Null for whoever may not see all that readiness rests on. */
  readonly drafting: {
    readonly notYet: readonly { readonly heading: string; readonly needs: string }[];
    /** A summary drafted now would say something else than the newest. */
    readonly differs: boolean;
    /** What the approved summary says that would not be said today. */
    readonly noLongerSo: readonly string[];
  } | null;
};
