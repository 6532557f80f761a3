import { type Bill, billFactor, billsOf, exactBillFactor, sameAmount } from './bills';
import { figureOf, type Scenario } from './estimates';
import { contractYears, graduatedCharge } from './graduated';
import { exactly, roundDouble, roundExact } from './money';
import { type Flows, firstMonth, noFlows, type Side } from './side';
import type { CommitmentLine, GraduatedLine, Line, OneTimeLine, PercentLine, RecurringLine } from './types';

/** A line whose flow depends on no other line. */
export type BaseLine = RecurringLine | OneTimeLine;

/** A line whose flow rests on the base lines of some categories. */
export type DerivedLine = PercentLine | CommitmentLine | GraduatedLine;

export function isBase(line: Line): line is BaseLine {
  return line.kind === 'recurring' || line.kind === 'one-time';
}

/** The flow of a line that depends on no other. */
export function baseFlows(line: BaseLine, side: Side, scenario: Scenario): Flows {
  return line.kind === 'recurring' ? recurringFlows(line, side, scenario) : spreadFlows(line, side, scenario);
}

function recurringFlows(line: RecurringLine, side: Side, scenario: Scenario): Flows {
  const flows = noFlows(side);
  const price = figureOf(line.unitCost, scenario, line.claimed);
  let before: Bill | null = null;
  let amount = 0;
  for (const bill of billsOf(line, side)) {
    if (!before || !sameAmount(bill, before)) {
      const factor = billFactor(line, bill) * side.scale;
      amount =
        roundDouble(price.value * factor, price.size * Math.abs(factor)) ??
        roundExact(exactBillFactor(line, bill).mul(side.scale).mul(price.exact()));
      before = bill;
    }
    flows[bill.month - firstMonth] = amount;
  }
  return flows;
}

/** Months are differences of the rounded running total, so that they add up to the rounded total. */
function spreadFlows(line: OneTimeLine, side: Side, scenario: Scenario): Flows {
  const flows = noFlows(side);
  const price = figureOf(line.unitCost, scenario, line.claimed);
  const months = line.end - line.start;
  let before = 0;
  for (let month = 1; month <= months; month++) {
    const factor = (line.quantity * side.scale * month) / months;
    const running =
      roundDouble(price.value * factor, price.size * Math.abs(factor)) ??
      roundExact(price.exact().mul(exactly(line.quantity)).mul(side.scale).mul(month).div(months));
    flows[line.start + month - 1 - firstMonth] = running - before;
    before = running;
  }
  return flows;
}

/** The flow of a line that rests on `spend`, the summed flows of its categories on the same side. */
export function derivedFlows(line: DerivedLine, spend: Flows, side: Side, scenario: Scenario): Flows {
  switch (line.kind) {
    case 'percent':
      return percentFlows(line, spend, side, scenario);
    case 'commitment':
      return shortfallFlows(line, spend, side, scenario);
    case 'graduated':
      return graduatedFlows(line, spend, side);
  }
}

function percentFlows(line: PercentLine, spend: Flows, side: Side, scenario: Scenario): Flows {
  const flows = noFlows(side);
  const rate = figureOf(line.rate, scenario, line.claimed);
  for (let index = line.start - firstMonth; index < line.end - firstMonth; index++) {
    const of = spend[index] as number;
    flows[index] = roundDouble(rate.value * of, rate.size * Math.abs(of)) ?? roundExact(rate.exact().mul(exactly(of)));
  }
  return flows;
}

function shortfallFlows(line: CommitmentLine, spend: Flows, side: Side, scenario: Scenario): Flows {
  const flows = noFlows(side);
  const amount = figureOf(line.amount, scenario, line.claimed);
  const spent = sumBetween(spend, line.start, line.end);
  const shortfall =
    roundDouble(amount.value * side.scale - spent, amount.size * side.scale + Math.abs(spent)) ??
    roundExact(amount.exact().mul(side.scale).sub(exactly(spent)));
  flows[line.end - 1 - firstMonth] = Math.max(0, shortfall);
  return flows;
}

function graduatedFlows(line: GraduatedLine, spend: Flows, side: Side): Flows {
  const flows = noFlows(side);
  for (const { start, end } of contractYears(line)) {
    const spent = sumBetween(spend, start, end);
    flows[end - 1 - firstMonth] = graduatedCharge(line, spent, side.scale);
  }
  return flows;
}

function sumBetween(flows: Flows, start: number, end: number): number {
  let sum = 0;
  for (let index = start - firstMonth; index < end - firstMonth; index++) sum += flows[index] as number;
  return sum;
}
