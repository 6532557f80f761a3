import { monthsBefore } from '@/lib/model/plan';
import { type PillarChange, stateOn } from '@/lib/preparedness/history';
import { pillarNames } from '@/lib/readiness/criterion';
import { type Level, levelOf } from '@/lib/readiness/level';

/** From the first offer to the last: all-in costs, present values; `share` a fraction of the first, below 0 where it fell. */
export type Movement = {
  readonly first: number;
  readonly last: number;
  readonly share: number | null;
};

export function movementOf(first: number | null, last: number | null): Movement | null {
  if (first === null || last === null) return null;
  return { first, last, share: first > 0 ? (last - first) / first : null };
}

/** How many of the six pillars were real on a day, and the level that makes. */
export type Prepared = { readonly real: number; readonly level: Level; readonly on: string };

/** The day that counts: three months before the renewal, or the day of the end where that came first. */
export function measuredOn(renewalDate: string, endedOn: string | null): string {
  const before = monthsBefore(renewalDate, 3);
  return endedOn !== null && endedOn < before ? endedOn : before;
}

/** Null where nothing had been judged by that day: not followed is not the same as not prepared. */
export function preparedOn(changes: readonly PillarChange[], day: string): Prepared | null {
  if (!changes.some(({ on }) => on <= day)) return null;
  const states = stateOn(changes, day);
  return { real: pillarNames.filter((name) => states[name] === 'real').length, level: levelOf(states), on: day };
}
