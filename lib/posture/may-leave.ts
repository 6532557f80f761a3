import type { CriterionId } from '@/lib/readiness/criterion';
import type { PillarStates } from '@/lib/readiness/level';

/** What is known of the preparation when a summary is drafted. */
export type Known = {
  /** Criteria that are met. */
  readonly met: ReadonlySet<CriterionId>;
  readonly pillars: PillarStates;
  /** The supplier of the alternative, where an executive has released the name; else null. */
  readonly supplier: string | null;
};

export type MayLeave = {
  readonly heading: string;
  /** What Microsoft reads; null while it is not so. */
  readonly sentence: (known: Known) => string | null;
  /** What has to be so before it may be said. */
  readonly needs: string;
};

export const supplierHeading = 'Its supplier';
export const builtWith = (supplier: string) => `The alternative is built with ${supplier}.`;

const when = (so: boolean, sentence: string) => (so ? sentence : null);

/**
 * All that may leave the house, in the order in which Microsoft reads it. What is not on this list is in no preparation
 * summary. No sentence holds a figure or a date, the walk-by date least of all, and the only names are the client's
 * and a released supplier's. What speaks of leadership and of the timeline follows from how their pillars stand, which
 * every member may know, and from nothing behind the threshold's wall.
 */
export const mayLeave: readonly MayLeave[] = [
  {
    heading: 'The alternative',
    sentence: ({ met }) =>
      when(
        met.has('A1') && met.has('A2'),
        'A genuine alternative to renewing has been chosen and costed, line by line, with its uncertainty.',
      ),
    needs: 'An alternative is chosen, and every line of it has a range (A1, A2).',
  },
  {
    heading: supplierHeading,
    sentence: ({ supplier, met }) => (supplier === null ? null : when(met.has('A1'), builtWith(supplier))),
    needs: 'An executive has released the supplier’s name.',
  },
  {
    heading: 'The cost of switching',
    sentence: ({ met }) =>
      when(met.has('S1') && met.has('S2'), 'What switching costs has been worked out by ourselves, and completely.'),
    needs: 'Every category of switching cost is answered, and none rests on a vendor’s claim (S1, S2).',
  },
  {
    heading: 'The plan',
    sentence: ({ met }) => when(met.has('P1'), 'A plan for the move exists. Each of its steps has an owner.'),
    needs: 'The plan has its steps, owners and durations (P1).',
  },
  {
    heading: 'Leadership',
    sentence: ({ pillars }) => when(pillars.leadership === 'real', 'Leadership is aligned on what we will do.'),
    needs: 'The leadership pillar is real.',
  },
  {
    heading: 'The timeline',
    sentence: ({ pillars }) => when(pillars.timeline === 'real', 'The timeline is our own, and we are on course.'),
    needs: 'The timeline pillar is real.',
  },
];
