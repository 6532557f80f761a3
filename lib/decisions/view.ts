import type { DecisionKind } from '@/lib/decisions/schema';

/** A recorded decision on how the deal ends. Instants in UTC. */
export type DecisionView = {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly offer: string;
  readonly reason: string;
  /** It signs an offer above the line that was in force: kept for good. */
  readonly aboveLine: boolean;
  readonly quorum: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly voices: readonly {
    readonly name: string;
    readonly at: string;
    readonly method: 'passkey' | 'code' | null;
  }[];
  /** As many say so as must. */
  readonly counts: boolean;
  readonly hash: string;
  /** What the reader's proof is for, where their voice is wanted; else null. */
  readonly joining: string | null;
};

export type DecisionsView = {
  readonly engagementId: string;
  /** Newest first. */
  readonly decisions: readonly DecisionView[];
  /** What an executive needs to record one; null for everybody else, and while no offer stands. */
  readonly making: {
    readonly newId: string;
    readonly offer: { readonly id: string; readonly label: string };
    readonly snapshotHash: string;
    readonly contents: Readonly<Record<DecisionKind, string>>;
    /** Signing would be above the line: the sentence that says what it then takes. */
    readonly aboveLine: string | null;
    /** Signing above the line is not this reader's to begin. */
    readonly maySign: boolean;
  } | null;
};
