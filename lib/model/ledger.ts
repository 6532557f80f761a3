import type { Scenario } from './estimates';
import { type BaseLine, baseFlows, type DerivedLine, derivedFlows, isBase } from './flows';
import { type Flows, noFlows, type Side } from './side';
import type { Line } from './types';

/** One side's lines with their flows, line by line. */
export type Ledger = {
  readonly lines: readonly Line[];
  readonly flows: readonly Flows[];
  /** What each derived line rests on; null for a base line. */
  readonly spends: readonly (Flows | null)[];
};

/**
 * Flows of base lines by the line itself: models are never changed in place, so a line that is the same object
 * has the same flows, and an edit costs one line.
 */
const remembered = new WeakMap<Line, Map<string, Flows>>();

export function ledgerOf(lines: readonly Line[], side: Side, scenario: Scenario): Ledger {
  const key = `${scenario} ${side.horizonMonths} ${side.scale} ${side.offer?.termMonths} ${side.offer?.renewalUplift}`;
  const base = lines.map((line) => (isBase(line) ? rememberedFlows(line, side, scenario, key) : null));
  const spends = lines.map((line) => (isBase(line) ? null : spendOf(line, lines, base, side)));
  const flows = lines.map((line, index) =>
    isBase(line) ? (base[index] as Flows) : derivedFlows(line, spends[index] as Flows, side, scenario),
  );
  return { lines, flows, spends };
}

function rememberedFlows(line: BaseLine, side: Side, scenario: Scenario, key: string): Flows {
  let byKey = remembered.get(line);
  if (!byKey) {
    byKey = new Map();
    remembered.set(line, byKey);
  }
  let flows = byKey.get(key);
  if (!flows) {
    flows = baseFlows(line, side, scenario);
    byKey.set(key, flows);
  }
  return flows;
}

/** What a derived line rests on: the base lines of its categories. */
function spendOf(line: DerivedLine, lines: readonly Line[], base: readonly (Flows | null)[], side: Side): Flows {
  const spend = noFlows(side);
  for (const [index, other] of lines.entries()) {
    const flows = base[index];
    if (flows && line.of.includes(other.category)) addTo(spend, flows);
  }
  return spend;
}

export function addTo(sum: Flows, flows: Flows): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] as number) + (flows[index] as number);
}

/** The summed flows of the lines that `where` keeps. */
export function totalOf({ lines, flows }: Ledger, side: Side, where?: (line: Line) => boolean): Flows {
  const sum = noFlows(side);
  for (const [index, line] of lines.entries()) if (!where || where(line)) addTo(sum, flows[index] as Flows);
  return sum;
}

/** The same with one line replaced: only the line moves, and what rests on it. */
export function totalWith(
  { index, line }: { readonly index: number; readonly line: Line },
  total: Flows,
  { lines, flows, spends }: Ledger,
  side: Side,
  scenario: Scenario,
): Flows {
  const before = flows[index] as Flows;
  const after = isBase(line)
    ? baseFlows(line, side, scenario)
    : derivedFlows(line, spends[index] as Flows, side, scenario);
  const sum = moved(total, before, after);
  if (!isBase(line)) return sum;
  return lines.reduce((moving, other, at) => {
    if (isBase(other) || !other.of.includes(line.category)) return moving;
    const spend = moved(spends[at] as Flows, before, after);
    return moved(moving, flows[at] as Flows, derivedFlows(other, spend, side, scenario));
  }, sum);
}

/** Whole minor units: taking a part out and putting another in leaves no trace. */
function moved(sum: Flows, before: Flows, after: Flows): Flows {
  return sum.map((amount, index) => amount - (before[index] as number) + (after[index] as number));
}
