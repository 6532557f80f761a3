import type { PlanAssessment, PlanStep } from './types';

/** Thrown where steps wait for each other in a circle; `cycle` names them in order. */
export class PlanCycle extends Error {
  readonly cycle: readonly string[];

  constructor(cycle: readonly string[]) {
    super(`The steps ${cycle.join(' → ')} wait for each other`);
    this.name = 'PlanCycle';
    this.cycle = cycle;
  }
}

/** The longest chain of steps in months, ties to the step named first, and the walk-by date. Throws PlanCycle. */
export function planOf(steps: readonly PlanStep[], renewalDate: string): PlanAssessment {
  const finish = new Map<string, { months: number; path: readonly string[] }>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  const open: string[] = [];

  const finishOf = (step: PlanStep): { months: number; path: readonly string[] } => {
    const known = finish.get(step.id);
    if (known) return known;
    if (open.includes(step.id)) throw new PlanCycle([...open.slice(open.indexOf(step.id)), step.id]);
    open.push(step.id);
    let longest: { months: number; path: readonly string[] } = { months: 0, path: [] };
    // In the order the steps are named, so that a tie goes to the first.
    for (const before of steps) {
      if (!step.after.includes(before.id)) continue;
      const candidate = finishOf(byId.get(before.id) ?? before);
      if (candidate.months > longest.months || longest.path.length === 0) longest = candidate;
    }
    open.pop();
    const own = { months: longest.months + step.months, path: [...longest.path, step.id] };
    finish.set(step.id, own);
    return own;
  };

  let longest: { months: number; path: readonly string[] } = { months: 0, path: [] };
  for (const step of steps) {
    const candidate = finishOf(step);
    if (candidate.months > longest.months || longest.path.length === 0) longest = candidate;
  }
  return { months: longest.months, criticalPath: longest.path, walkBy: monthsBefore(renewalDate, longest.months) };
}

/** The same day of the month so many months before, or that month's last day. ISO calendar dates. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const target = year * 12 + (month - 1) - months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(targetYear, 4)}-${pad(targetMonth + 1, 2)}-${pad(Math.min(day, lastDay), 2)}`;
}
