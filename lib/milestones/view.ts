/** One milestone as the timeline shows it. Dates are ISO calendar dates. */
export type MilestoneView = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly dueOn: string;
  /** Where it was before somebody moved it, and why they did. */
  readonly movedFrom: string | null;
  readonly moveReason: string;
  /** A member's id; null where nobody owns it, or whoever did has left. */
  readonly owner: string | null;
  readonly ownerName: string | null;
  /** Not there for whoever may not see the threshold. */
  readonly leadershipOnly: boolean;
  readonly done: {
    readonly on: string;
    readonly by: string;
    readonly evidence: string;
    readonly url: string | null;
  } | null;
};
