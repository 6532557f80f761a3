import { billFactor, billsOf } from '@/lib/model/bills';
import { type BaseLine, isBase } from '@/lib/model/flows';
import { type Side, sideOf } from '@/lib/model/side';
import type { Estimate, Line, Model } from '@/lib/model/types';
import { type Problem, pathOf } from './problems';

/**
 * Sums of flows are whole minor units held in doubles, which are exact up to 2^53. A side that could cost more than
 * that is refused, at the line with which it does.
 */
export function tooLarge(model: Model): Problem | null {
  const offerSide = sideOf(model, model.offer);
  const inOffer = firstTooLarge(model.offer.lines, offerSide);
  if (inOffer !== null) return problemAt(['offer', 'lines', inOffer], offerSide);
  for (const [index, { lines }] of model.alternatives.entries()) {
    const side = sideOf(model);
    const within = firstTooLarge(lines, side);
    if (within !== null) return problemAt(['alternatives', index, 'lines', within], side);
  }
  return null;
}

function problemAt(path: readonly (string | number)[], { scale }: Side): Problem {
  const limit = Math.floor(Number.MAX_SAFE_INTEGER / scale).toLocaleString('en-GB');
  return { path: pathOf(path), message: `expected costs of less than ${limit} on a side, so that every cent counts` };
}

/** The index of the line with which the lines could cost more than can be counted. */
function firstTooLarge(lines: readonly Line[], side: Side): number | null {
  const base = new Map(lines.filter(isBase).map((line) => [line, baseMost(line, side)]));
  const spendMost = (of: readonly string[]) => {
    let most = 0;
    for (const [line, own] of base) if (of.includes(line.category)) most += own;
    return most;
  };
  let total = 0;
  const index = lines.findIndex((line) => {
    total += isBase(line) ? (base.get(line) ?? 0) : derivedMost(line, side, spendMost);
    // So written that what is no number any more is too large as well.
    return !(total <= Number.MAX_SAFE_INTEGER);
  });
  return index < 0 ? null : index;
}

/** The most that a line can cost in any scenario, credits counted as costs, in minor units. */
function baseMost(line: BaseLine, side: Side): number {
  let factor = Math.abs(line.quantity);
  if (line.kind === 'recurring') {
    factor = 0;
    for (const bill of billsOf(line, side)) factor += Math.abs(billFactor(line, bill));
  }
  return factor * farthest(line.unitCost, line.claimed) * side.scale;
}

function derivedMost(line: Exclude<Line, BaseLine>, side: Side, spendMost: (of: readonly string[]) => number): number {
  switch (line.kind) {
    case 'percent':
      return farthest(line.rate, line.claimed) * spendMost(line.of);
    case 'commitment':
      return farthest(line.amount, line.claimed) * side.scale + spendMost(line.of);
    case 'graduated':
      return Math.max(...line.tiers.map(({ rate }) => Math.abs(rate))) * spendMost(line.of);
  }
}

function farthest({ low, high }: Estimate, claimed = 0): number {
  return Math.max(Math.abs(low), Math.abs(high), Math.abs(claimed));
}
