import type { DecisionKind } from '@/lib/decisions/schema';

/** A recorded decision on how the deal ends. Costs are present values, days and hours those of the client. */
export type DecisionView = {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly currency: string;
  readonly offer: string;
  /** The offer's all-in cost when it was decided upon, and the line in force then; null where there was none. */
  readonly cost: number | null;
  readonly line: number | null;
  readonly reason: string;
  /** It signs an offer above the line that was in force: kept for good. */
  readonly aboveLine: boolean;
  readonly quorum: number;
  readonly madeBy: string;
  readonly madeOn: string;
  readonly voices: readonly {
    readonly name: string;
    readonly on: string;
    readonly method: 'passkey' | 'code' | null;
  }[];
  /** As many say so as must. */
  readonly counts: boolean;
  /** SHA-256 of what it was decided upon, and of the end itself. */
  readonly hash: string;
  /** What the reader's proof is for, where their voice is wanted; else null. */
  readonly joining: string | null;
};

export type DecisionsView = {
  readonly engagementId: string;
  readonly currency: string;
  /** How the deal has ended; null while it has not. */
  readonly end: DecisionView | null;
  /** Begun, and never by as many as it takes; newest first. */
  readonly others: readonly DecisionView[];
  /** What an executive needs to record one; null for everybody else, once the deal has ended, and while no offer stands. */
  readonly making: {
    readonly newId: string;
    readonly offer: { readonly id: string; readonly label: string; readonly cost: number };
    readonly readHash: string;
    /** Signing would be above the line: the sentence that says what it then takes. */
    readonly aboveLine: string | null;
    /** Why this reader cannot begin to sign; null where they can. */
    readonly mayNotSign: string | null;
  } | null;
};
