import type { StandardCategory } from './categories';
import type { GroundedLine } from './grounding';

/** What is known of an engagement when one asks how ready it is. Dates are ISO calendar dates. */
export type Facts = {
  /** The chosen alternative; null while none is. */
  readonly alternative: AlternativeFacts | null;
  readonly claims: readonly ClaimFacts[];
  /** The threshold that counts: the current one, or the one that is proposed; null where there is neither. */
  readonly threshold: LeadershipFacts | null;
  readonly renewalOn: string | null;
  readonly noticeOn: string | null;
  /** When the offer on the table expires. */
  readonly quoteExpiresOn: string | null;
  readonly milestones: readonly MilestoneFacts[];
  readonly posture: PostureFacts;
};

/** A row of the portal, to be named and led to. */
export type Named = { readonly id: string; readonly label: string };

export type AlternativeFacts = {
  readonly lines: readonly LineFacts[];
  /** The standard categories for which a reason is written down. */
  readonly excused: readonly StandardCategory[];
  readonly steps: readonly StepFacts[];
  /** Whether steps wait for each other in a circle. */
  readonly cyclic: boolean;
  /** The last day on which leaving can still be finished in time; null while there is no plan. */
  readonly walkBy: string | null;
};

export type LineFacts = Named &
  GroundedLine & {
    readonly category: string;
    readonly part: 'run' | 'switching';
    /** The ends of its estimate; null for a line that has none, such as a graduated one. */
    readonly low: number | null;
    readonly high: number | null;
    /** By somebody else than whoever changed it last, after that change. */
    readonly reviewed: boolean;
  };

export type ClaimFacts = Named & { readonly verdict: boolean; readonly evidence: boolean };

export type StepFacts = Named & { readonly owned: boolean; readonly months: number };

export type LeadershipFacts = {
  /** By its quorum, nobody having declined. */
  readonly approved: boolean;
  /** Named approvers who have not approved yet. */
  readonly waitingFor: readonly string[];
  /** Approved, and no longer what was approved. */
  readonly stale: null | 'date passed' | 'other alternative chosen' | 'alternative moved';
  readonly stated: boolean;
};

export type MilestoneFacts = Named & { readonly dueOn: string; readonly done: boolean; readonly owned: boolean };

export type PostureFacts = {
  readonly brief: boolean;
  readonly negotiators: readonly (Named & { readonly acknowledged: boolean })[];
  /** Of the preparation summary. */
  readonly summary: 'none' | 'not approved' | 'approved';
  /** Contacts in which the walk was spoken. */
  readonly spoken: readonly (Named & { readonly belowCredible: boolean; readonly recovered: boolean })[];
};
