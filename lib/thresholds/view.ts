import type { EntryView } from '@/lib/activity/view';
import type { Said } from '@/lib/line/reading';
import type { Beside } from '@/lib/thresholds/proposal';
import type { Standing } from '@/lib/thresholds/standing';

/** One threshold with everything that became of it. Amounts are present values, dates ISO. */
export type ThresholdView = {
  readonly id: string;
  readonly state: Standing['state'];
  /** The state in a word, and in a sentence. */
  readonly word: string;
  readonly sentence: string;
  readonly amount: number;
  readonly statement: string;
  readonly conditions: string;
  readonly reason: string;
  readonly alternative: string;
  /** The alternative’s all-in cost, when it was written or, in force, when it was last approved. */
  readonly alternativeCost: number;
  readonly costOf: 'when written' | 'when last approved';
  readonly tolerance: number;
  /** Until when it was written to stand; in force, until when it does. */
  readonly validUntil: string;
  readonly quorum: number;
  readonly writtenBy: string;
  /** Day and hour by the client’s clocks, in words; so everywhere below. */
  readonly writtenOn: string;
  readonly approvers: readonly ApproverView[];
  readonly story: readonly StoryView[];
};

/** A named approver and their latest word. */
export type ApproverView = {
  readonly userId: string;
  readonly name: string;
  /** Still an executive of the engagement: else no word can come from them. */
  readonly member: boolean;
  readonly decision: 'approve' | 'decline' | null;
  /** An approval that no longer holds, until it is given again. */
  readonly lapsed: boolean;
  readonly note: string;
  readonly on: string | null;
};

export type StoryView = {
  readonly key: string;
  readonly on: string;
  readonly who: string;
  readonly does: string;
  readonly note: string;
  /** SHA-256 of what it was done upon. */
  readonly hash: string | null;
  readonly method: 'passkey' | 'code' | null;
};

/** What whoever writes a threshold down has before them. */
export type WritingView = {
  readonly engagementId: string;
  readonly currency: string;
  readonly newId: string;
  readonly basedOn: string | null;
  readonly alternative: string;
  readonly beside: Beside;
  readonly executives: readonly { readonly id: string; readonly name: string }[];
  /** What the form begins with, as typed. */
  readonly typed: {
    readonly amount: string;
    readonly statement: string;
    readonly conditions: string;
    readonly reason: string;
    readonly tolerance: string;
    readonly validUntil: string;
    readonly approvers: readonly string[];
    readonly quorum: string;
  };
};

export type RoomView = {
  readonly engagementId: string;
  readonly currency: string;
  /** In force, or stale and not replaced yet. */
  readonly current: ThresholdView | null;
  /** Written down or put to its approvers, and not over. */
  readonly waiting: ThresholdView | null;
  readonly earlier: readonly ThresholdView[];
  /** Why none is in force; null where one is. */
  readonly absence: string | null;
  readonly mayWrite: boolean;
  /** Null where there is nothing a threshold could rest on, or the reader may not write one. */
  readonly writing: WritingView | null;
  readonly me: string;
};

/** One threshold as the page made to decide on it shows it. */
export type DecideView = {
  readonly engagementId: string;
  readonly currency: string;
  readonly threshold: ThresholdView;
  /** The line that this one would take the place of; null where none is in force, or this one is. */
  readonly inForce: { readonly amount: number; readonly sentence: string } | null;
  /** What the line would read at this amount; null while there is nothing to read. */
  readonly reading: Said | null;
  readonly figures: readonly { readonly name: string; readonly value: number; readonly detail: string }[];
  /** The widest uncertainties, each in a sentence. */
  readonly uncertain: readonly { readonly label: string; readonly sentence: string }[];
  readonly certainty: string | null;
  /** Null for whoever does not decide on it, with the reason where there is one to tell. */
  readonly deciding: Deciding | null;
  readonly notDeciding: string | null;
  /** What has happened since the page was first read, where it says since when. */
  readonly changes: readonly EntryView[];
  readonly snapshots: readonly SnapshotView[];
  readonly others: readonly { readonly id: string; readonly label: string }[];
};

/** What an approver's word is bound to. */
export type Deciding = {
  readonly snapshotHash: string;
  readonly contents: { readonly approve: string; readonly decline: string };
  /** The newest entry of the trail when this was made. */
  readonly seen: number;
  /** Their last word, if they have given one, and when. */
  readonly said: 'approve' | 'decline' | null;
  readonly saidOn: string | null;
  /** Their approval no longer holds: to approve is to re-affirm. */
  readonly reaffirms: boolean;
  /** The day until which it was to stand has passed: another must be named. */
  readonly needsDate: boolean;
  /** Why an approval is not possible, only a decline. */
  readonly noApproval: string | null;
};

/** What a decision was made upon, opened. */
export type SnapshotView = {
  readonly hash: string;
  /** For what it was kept: “written down by …”, “approved by …”. */
  readonly keptFor: readonly string[];
  readonly offer: { readonly label: string; readonly presentValue: number } | null;
  readonly alternative: { readonly label: string; readonly presentValue: number } | null;
  /** All-in cost of every line of the two. */
  readonly lines: readonly { readonly key: string; readonly label: string; readonly presentValue: number }[];
};

/** Two thresholds side by side: what differs between them, and between what they rest on. */
export type ComparedView = {
  readonly left: string;
  readonly right: string;
  readonly rows: readonly {
    readonly name: string;
    readonly left: string;
    readonly right: string;
    readonly same: boolean;
  }[];
};
