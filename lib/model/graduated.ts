import type Fraction from 'fraction.js';
import { exactly, roundDouble, roundExact } from './money';
import type { GraduatedLine } from './types';

/** The parts of a graduated line's span that lie in one contract year each; all before renewal is one. */
export function contractYears({ start, end }: GraduatedLine): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let from = start; from < end; ) {
    const nextYear = from < 0 ? 0 : (Math.floor(from / 12) + 1) * 12;
    const to = Math.min(nextYear, end);
    spans.push({ start: from, end: to });
    from = to;
  }
  return spans;
}

/**
 * G of the model: each band of the spend at its own rate, nothing on spend ≤ 0. A band ends at its limit × `scale`,
 * so that the spend, and with it the charge, may be in minor units (scale 100) or in units (scale 1).
 */
export function graduated(line: GraduatedLine, spend: number, scale: number): number {
  let charge = 0;
  let lower = 0;
  for (const { upTo = Number.POSITIVE_INFINITY, rate } of line.tiers) {
    if (spend <= lower) break;
    const upper = Math.min(spend, upTo * scale);
    charge += rate * (upper - lower);
    lower = upper;
  }
  return charge;
}

/** The same, rounded; spend and charge in minor units. */
export function graduatedCharge(line: GraduatedLine, spend: number, scale: number): number {
  const size = Math.abs(spend) * Math.max(...line.tiers.map(({ rate }) => Math.abs(rate)));
  return roundDouble(graduated(line, spend, scale), size) ?? roundExact(exactlyGraduated(line, exactly(spend), scale));
}

function exactlyGraduated(line: GraduatedLine, spend: Fraction, scale: number): Fraction {
  let charge = exactly(0);
  let lower = exactly(0);
  for (const { upTo, rate } of line.tiers) {
    if (spend.lte(lower)) break;
    const limit = upTo === undefined ? spend : exactly(upTo).mul(scale);
    const upper = limit.lt(spend) ? limit : spend;
    charge = charge.add(upper.sub(lower).mul(exactly(rate)));
    lower = upper;
  }
  return charge;
}
