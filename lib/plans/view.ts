import type { Schedule, Standing } from '@/lib/plans/schedule';

/** One step as the plan shows it; `key` is what the steps that wait for it name. */
export type StepView = {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly label: string;
  /** Whole months. */
  readonly months: number;
  /** Keys of the steps it waits for. */
  readonly after: readonly string[];
  readonly ownerId: string | null;
};

/** A switching line that may follow a step. Months count from the renewal date. */
export type FollowerView = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly followsStepId: string | null;
};

/** Everything the plan room sends to the browser. */
export type PlanView = {
  readonly engagementId: string;
  readonly alternative: { readonly id: string; readonly label: string; readonly chosen: boolean };
  readonly alternatives: readonly { readonly key: string; readonly label: string; readonly current: boolean }[];
  readonly steps: readonly StepView[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly followers: readonly FollowerView[];
  readonly renewalDate: string;
  readonly today: string;
  /** Whether a line of category bridge is costed on this alternative. */
  readonly bridged: boolean;
  readonly mayWrite: boolean;
};

const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`;
const days = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'day' : 'days'}`;

/** What the plan says, in two or three sentences. `written` puts a calendar date in words. */
export function planWords(
  schedule: Pick<Schedule, 'months' | 'walkBy'>,
  standing: Standing,
  at: { renewalDate: string; written: (date: string) => string },
): string {
  const takes = `Leaving takes ${months(schedule.months)} at the least, so it must begin by ${at.written(schedule.walkBy)} to be finished when the agreement ends on ${at.written(at.renewalDate)}.`;
  if (standing.state === 'in time') {
    return `${takes} ${standing.daysLeft === 0 ? 'That is today.' : `That leaves ${days(standing.daysLeft)}.`}`;
  }
  const bridge = standing.bridged
    ? 'The bridge until then is costed.'
    : 'That is not the end of the walk, but the bridge until then (an extension, or month to month) needs a costed line.';
  return `${takes} That day has passed: begun today, leaving would be finished about ${months(standing.monthsOver)} late. ${bridge}`;
}
