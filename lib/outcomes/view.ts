import type { DecisionKind } from '@/lib/decisions/schema';
import type { Movement, Prepared } from '@/lib/outcomes/ended';
import type { Outcome, TestKind } from '@/lib/posture/vocabulary';

/** How often Microsoft tested the walk, by what was done; `open`: not written down yet how it ended. */
export type Tests = {
  readonly honoured: number;
  readonly held: number;
  readonly yielded: number;
  readonly open: number;
};

/** How one engagement ended. Amounts are all-in costs, present values in `currency`; days ISO calendar dates. */
export type OutcomeView = {
  readonly id: string;
  readonly client: string;
  readonly currency: string;
  readonly ending: DecisionKind;
  readonly endedOn: string;
  /** It was signed above the line that was in force. */
  readonly aboveLine: boolean;
  /** Null where no offer was costed. */
  readonly movement: Movement | null;
  /** The line in force at the end; null where none was. */
  readonly line: number | null;
  readonly tests: Tests;
  /** How prepared the client was three months before the renewal; null where readiness was not followed then. */
  readonly prepared: Prepared | null;
};

/** One deal's own outcome, in full. Costs are present values in `currency`. */
export type OneOutcome = {
  readonly currency: string;
  readonly first: { readonly label: string; readonly cost: number } | null;
  readonly last: { readonly label: string; readonly cost: number } | null;
  readonly movement: Movement | null;
  /** Newest first. */
  readonly tests: readonly {
    readonly id: string;
    readonly kind: TestKind;
    readonly on: string;
    readonly theyDid: string;
    readonly weDid: string;
    readonly outcome: Outcome | null;
    readonly taught: string;
  }[];
  /** The day on which being prepared is measured; nothing is known of it while it is in the future. */
  readonly measuredOn: string;
  readonly prepared: Prepared | null;
};
