import type { Named } from './facts';

export const pillarNames = ['alternative', 'switching', 'plan', 'leadership', 'timeline', 'posture'] as const;
export type PillarName = (typeof pillarNames)[number];

/** In the order in which they are shown, and mended. */
export const criteria = {
  A1: { pillar: 'alternative', name: 'Chosen' },
  A2: { pillar: 'alternative', name: 'Ranged' },
  A3: { pillar: 'alternative', name: 'Grounded' },
  A4: { pillar: 'alternative', name: 'Reviewed' },
  S1: { pillar: 'switching', name: 'Complete' },
  S2: { pillar: 'switching', name: 'Independent' },
  S3: { pillar: 'switching', name: 'Answered' },
  P1: { pillar: 'plan', name: 'Planned' },
  P2: { pillar: 'plan', name: 'In time' },
  L1: { pillar: 'leadership', name: 'Approved' },
  L2: { pillar: 'leadership', name: 'Standing' },
  L3: { pillar: 'leadership', name: 'Stated' },
  T1: { pillar: 'timeline', name: 'Dated' },
  T2: { pillar: 'timeline', name: 'On course' },
  T3: { pillar: 'timeline', name: 'Owned' },
  Q1: { pillar: 'posture', name: 'Briefed' },
  Q2: { pillar: 'posture', name: 'Evident' },
  Q3: { pillar: 'posture', name: 'Unspoken' },
} as const satisfies Record<string, { pillar: PillarName; name: string }>;

export type CriterionId = keyof typeof criteria;
export const criterionIds = Object.keys(criteria) as CriterionId[];

/** Something to mend: a row, or what a criterion asks for and nobody has written down. */
export type Gap =
  | (Named & { readonly kind: 'line' | 'claim' | 'step' | 'milestone' | 'negotiator' | 'contact' })
  | {
      readonly kind:
        | 'alternative'
        | 'category'
        | 'plan'
        | 'threshold'
        | 'notice date'
        | 'renewal date'
        | 'quote'
        | 'milestones'
        | 'brief'
        | 'summary';
      readonly id: null;
      readonly label: string;
    };

export type Finding = {
  readonly met: boolean;
  /** One sentence, either way. */
  readonly reason: string;
  /** What to mend, first things first; empty where it is met. */
  readonly gaps: readonly Gap[];
  /** Unmet because a day has passed: to be mended before anything else. */
  readonly overdue: boolean;
};

export type Criterion = Finding & { readonly id: CriterionId };

export function met(reason: string): Finding {
  return { met: true, reason, gaps: [], overdue: false };
}

export function unmet(reason: string, gaps: readonly Gap[], overdue = false): Finding {
  return { met: false, reason, gaps, overdue };
}

export function missing(
  kind: Extract<Gap, { id: null }>['kind'],
  reason: string,
  label: string = kind,
  overdue = false,
): Finding {
  return unmet(reason, [{ kind, id: null, label }], overdue);
}

/** A label inside a sentence: not a sentence of its own, and not a page long. */
function called(label: string): string {
  const text = label.replace(/[.!?…\s]+$/, '');
  return text.length <= 90 ? text : `${text.slice(0, 89).trimEnd()}…`;
}

/** “2 of 5 lines have no range yet: first “Support”.” The noun in the singular; what is wrong, after one and after several. */
export function some(
  kind: Extract<Gap, { id: string }>['kind'],
  wrong: readonly Named[],
  of: number,
  words: { readonly one: string; readonly is: string; readonly are: string },
  overdue = false,
): Finding {
  const first = `“${called(wrong[0]?.label ?? '')}”`;
  const reason =
    of === 1 || wrong.length === 1
      ? `The ${words.one} ${first} ${words.is}.`
      : `${wrong.length} of ${of} ${words.one}s ${words.are}, first ${first}.`;
  return unmet(
    reason,
    wrong.map(({ id, label }) => ({ kind, id, label })),
    overdue,
  );
}
