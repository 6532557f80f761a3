import { monthsBefore, planOf } from '@/lib/model/plan';
import type { PlanStep } from '@/lib/model/types';

/** When a step runs if everything before it is finished, counted in whole months from the renewal date (month 0). */
export type ScheduledStep = PlanStep & {
  readonly start: number;
  readonly finish: number;
  /** On the longest chain: a month lost here is a month lost for the walk. */
  readonly critical: boolean;
  /** Months this step may slip without moving the end. */
  readonly slack: number;
};

export type Schedule = {
  readonly steps: readonly ScheduledStep[];
  /** Length of the longest chain, in months. */
  readonly months: number;
  readonly criticalPath: readonly string[];
  /** ISO calendar date: the latest day on which leaving can still be finished in time. */
  readonly walkBy: string;
};

/**
 * Lays a plan out so that it ends at the renewal: each step begins as soon as those it waits for are finished,
 * and the longest chain finishes in month 0. Throws PlanCycle.
 */
export function scheduleOf(steps: readonly PlanStep[], renewalDate: string): Schedule {
  const { months, criticalPath, walkBy } = planOf(steps, renewalDate);
  const finish = earliestFinish(steps);
  const latest = latestFinish(steps, months);
  return {
    months,
    criticalPath,
    walkBy,
    steps: steps.map((step) => {
      const end = finish.get(step.id) ?? step.months;
      return {
        ...step,
        start: end - step.months - months + 0,
        finish: end - months + 0,
        critical: criticalPath.includes(step.id),
        slack: (latest.get(step.id) ?? months) - end,
      };
    }),
  };
}

function earliestFinish(steps: readonly PlanStep[]): Map<string, number> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const finish = new Map<string, number>();
  const visit = (step: PlanStep): number => {
    const known = finish.get(step.id);
    if (known !== undefined) return known;
    const before = step.after.map((id) => byId.get(id)).filter((found) => found !== undefined);
    const own = Math.max(0, ...before.map(visit)) + step.months;
    finish.set(step.id, own);
    return own;
  };
  for (const step of steps) visit(step);
  return finish;
}

/** The latest each step may finish without moving the end, counted from the plan's first month. */
function latestFinish(steps: readonly PlanStep[], months: number): Map<string, number> {
  const latest = new Map<string, number>();
  const visit = (step: PlanStep): number => {
    const known = latest.get(step.id);
    if (known !== undefined) return known;
    const followers = steps.filter((other) => other.after.includes(step.id));
    const own = Math.min(months, ...followers.map((other) => visit(other) - other.months));
    latest.set(step.id, own);
    return own;
  };
  for (const step of steps) visit(step);
  return latest;
}

/** Months of the grid before the renewal: a line can begin no earlier. */
const firstMonth = -24;

/** The months of a line that follows a step: the step's own, at least one of them, within the grid. */
export function monthsOfFollower(step: Pick<ScheduledStep, 'start' | 'finish'>): { start: number; end: number } {
  const start = Math.max(firstMonth, Math.min(step.start, -1));
  return { start, end: Math.max(start + 1, step.finish) };
}

/** What the calendar says of a plan: whether it can still be finished before the agreement ends. */
export type Standing =
  | { readonly state: 'in time'; readonly daysLeft: number }
  | { readonly state: 'late'; readonly monthsOver: number; readonly bridged: boolean };

/**
 * Whether leaving can still be finished in time. Late by the fewest whole months that would have to be bridged;
 * `bridged` says that a line of category bridge is costed.
 */
export function standingOf(
  { months, walkBy }: Pick<Schedule, 'months' | 'walkBy'>,
  at: { today: string; renewalDate: string; bridged: boolean },
): Standing {
  if (at.today <= walkBy) return { state: 'in time', daysLeft: daysBetween(at.today, walkBy) };
  let monthsOver = 1;
  while (monthsOver < months && at.today > monthsBefore(at.renewalDate, months - monthsOver)) monthsOver++;
  return { state: 'late', monthsOver, bridged: at.bridged };
}

/** Whole days from one ISO calendar date to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
