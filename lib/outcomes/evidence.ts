import { formatPercent } from '@/lib/format/money';
import type { OutcomeView } from '@/lib/outcomes/view';

/**
 * What the firm's own record shows: how far offers moved against how prepared the client was three months before the
 * renewal. It describes what happened, and claims no cause.
 */

/** A deal that can stand in the picture: both of its measures are known. */
export type Point = {
  readonly id: string;
  readonly client: string;
  readonly ending: OutcomeView['ending'];
  /** Pillars real at T−3, 0 to 6. */
  readonly real: number;
  /** How far the offer moved, a fraction of the first; below 0 where it fell. */
  readonly share: number;
  /** We gave way in at least one test of the walk. */
  readonly yielded: boolean;
};

export function pointsOf(outcomes: readonly OutcomeView[]): Point[] {
  return outcomes.flatMap(({ id, client, ending, movement, prepared, tests }) => {
    if (!prepared || !movement || movement.share === null) return [];
    return [{ id, client, ending, real: prepared.real, share: movement.share, yielded: tests.yielded > 0 }];
  });
}

/** From so many real pillars on, more of the position is real than is not. */
export const mostly = 4;
/** Fewer deals than this on a side are told, and not compared. */
const enough = 3;

/** The deals on one side of `mostly`; `median` of their shares, null where there are too few to have a middle. */
export type SideOfRecord = { readonly count: number; readonly median: number | null };

export function sidesOf(points: readonly Point[]): { readonly prepared: SideOfRecord; readonly others: SideOfRecord } {
  const side = (its: readonly Point[]): SideOfRecord => ({
    count: its.length,
    median: its.length < enough ? null : medianOf(its.map(({ share }) => share)),
  });
  return {
    prepared: side(points.filter(({ real }) => real >= mostly)),
    others: side(points.filter(({ real }) => real < mostly)),
  };
}

/** The record in a sentence or two. */
export function whatItShows(points: readonly Point[]): string {
  const { prepared, others } = sidesOf(points);
  if (prepared.median === null || others.median === null) {
    return `Too few to compare yet: it takes ${enough} deals with four or more pillars real at T−3, and ${enough} with fewer. There are ${prepared.count} and ${others.count}.`;
  }
  return `With four or more pillars real at T−3 the offer ${wordOf(prepared.median)} in the middle of ${prepared.count} deals; with fewer it ${wordOf(others.median)}, in the middle of ${others.count}.`;
}

/** The value in the middle; of an even number of them, between the two. Never of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** −0.258 → fell by 25.8 %. */
export function wordOf(share: number): string {
  const amount = formatPercent(Math.abs(share));
  if (amount === formatPercent(0)) return 'did not move';
  return `${share < 0 ? 'fell' : 'rose'} by ${amount}`;
}

/**
 * Where points that would lie on each other stand instead: steps to the side, 0, 1, −1, 2, −2 …, for each point in the
 * order given. `near` is how far apart, in `share`, two may lie in one column without touching.
 */
export function stepsAside(points: readonly Point[], near: number): number[] {
  const placed: { readonly real: number; readonly share: number; readonly step: number }[] = [];
  return points.map(({ real, share }) => {
    const taken = new Set(
      placed.filter((one) => one.real === real && Math.abs(one.share - share) < near).map(({ step }) => step),
    );
    let step = 0;
    while (taken.has(step)) step = step > 0 ? -step : 1 - step;
    placed.push({ real, share, step });
    return step;
  });
}
