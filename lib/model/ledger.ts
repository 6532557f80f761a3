import {
  baseFlows,
  type DerivedLine,
  derivedFlows,
  type Flows,
  firstMonth,
  isBase,
  type Scenario,
  type Side,
} from './flows';
import type { Line } from './types';

/** One side's lines with their flows, line by line, in minor units. */
export type Ledger = { readonly lines: readonly Line[]; readonly flows: readonly Flows[] };

/**
 * Flows of lines that depend on no other, by the line itself: models are never changed in place, so a line that
 * is the same object has the same flows, and an edit costs one line.
 */
const cache = new WeakMap<Line, Map<string, Flows>>();

export function ledgerOf(lines: readonly Line[], side: Side, scenario: Scenario): Ledger {
  const key = `${scenario} ${side.horizonMonths} ${side.scale} ${side.offer?.termMonths} ${side.offer?.renewalUplift}`;
  const flows = new Array<Flows>(lines.length);
  for (const [index, line] of lines.entries()) if (isBase(line)) flows[index] = cached(line, side, scenario, key);
  for (const [index, line] of lines.entries()) {
    if (!isBase(line)) flows[index] = derivedFlows(line, spendOf(line, lines, flows, side), side, scenario);
  }
  return { lines, flows };
}

function cached(line: Parameters<typeof baseFlows>[0], side: Side, scenario: Scenario, key: string): Flows {
  let byKey = cache.get(line);
  if (!byKey) {
    byKey = new Map();
    cache.set(line, byKey);
  }
  let flows = byKey.get(key);
  if (!flows) {
    flows = baseFlows(line, side, scenario);
    byKey.set(key, flows);
  }
  return flows;
}

/** What a percent, commitment or graduated line rests on: recurring and one-time lines of its categories. */
function spendOf(line: DerivedLine, lines: readonly Line[], flows: readonly (Flows | undefined)[], side: Side): Flows {
  const spend = new Float64Array(side.horizonMonths - firstMonth);
  for (const [index, other] of lines.entries()) {
    const own = flows[index];
    if (own && isBase(other) && line.of.includes(other.category)) addTo(spend, own);
  }
  return spend;
}

export function addTo(sum: Flows, flows: Flows): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] as number) + (flows[index] as number);
}

/** The summed flows of the lines that `where` keeps. */
export function totalOf(ledger: Ledger, side: Side, where?: (line: Line) => boolean): Flows {
  const sum = new Float64Array(side.horizonMonths - firstMonth);
  for (const [index, line] of ledger.lines.entries()) {
    const flows = ledger.flows[index];
    if (flows && (!where || where(line))) addTo(sum, flows);
  }
  return sum;
}
