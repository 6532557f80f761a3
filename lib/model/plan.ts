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

/** Steps one after another. */
type Chain = { readonly months: number; readonly path: readonly string[] };

/** The longest chain of steps in months, ties to the step named first, and the walk-by date. Throws PlanCycle. */
export function planOf(steps: readonly PlanStep[], renewalDate: string): PlanAssessment {
  const chains = new Map<string, Chain>();
  const open: string[] = [];

  /** The longest chain that ends with the step. */
  const chainTo = (step: PlanStep): Chain => {
    const known = chains.get(step.id);
    if (known) return known;
    if (open.includes(step.id)) throw new PlanCycle([...open.slice(open.indexOf(step.id)), step.id]);
    open.push(step.id);
    const after = new Set(step.after);
    // In the order the plan names them, not `after`, so that a tie goes to the step named first.
    const before = longestOf(steps.filter(({ id }) => after.has(id)).map(chainTo));
    open.pop();
    const chain = { months: before.months + step.months, path: [...before.path, step.id] };
    chains.set(step.id, chain);
    return chain;
  };

  const { months, path } = longestOf(steps.map(chainTo));
  return { months, criticalPath: path, walkBy: monthsBefore(renewalDate, months) };
}

function longestOf(chains: readonly Chain[]): Chain {
  const [first = { months: 0, path: [] }, ...rest] = chains;
  return rest.reduce((longest, chain) => (chain.months > longest.months ? chain : longest), first);
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
