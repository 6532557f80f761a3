import type { lines } from '@/db/schema/lines';
import type { LineRecord, Quote } from '@/lib/engagements/record';
import { estimateOf } from '@/lib/model/estimates';
import type { Estimate, Line } from '@/lib/model/types';

type Row = typeof lines.$inferSelect;

/** The columns of a line's table that the model knows of. */
export type LineColumns = Pick<
  Row,
  | 'key'
  | 'label'
  | 'category'
  | 'workload'
  | 'part'
  | 'kind'
  | 'quantity'
  | 'low'
  | 'likely'
  | 'high'
  | 'per'
  | 'billed'
  | 'startMonth'
  | 'endMonth'
  | 'escalator'
  | 'heldUntil'
  | 'growth'
  | 'renewalUplift'
  | 'termMonths'
  | 'of'
  | 'tiers'
  | 'claimed'
>;

/** A line as its row holds it: what its kind does not have is null, so that a change of kind leaves nothing behind. */
export function rowOf(line: Line): LineColumns {
  const estimate = estimateOf(line);
  const recurring = line.kind === 'recurring' ? line : null;
  return {
    key: line.id,
    label: line.label,
    category: line.category,
    workload: line.workload ?? null,
    part: line.part ?? null,
    kind: line.kind,
    quantity: 'quantity' in line ? line.quantity : null,
    low: estimate?.low ?? null,
    likely: estimate?.likely ?? null,
    high: estimate?.high ?? null,
    per: recurring?.per ?? null,
    billed: recurring?.billed ?? null,
    startMonth: line.start,
    endMonth: line.end,
    escalator: recurring?.escalator ?? null,
    heldUntil: recurring?.heldUntil ?? null,
    growth: recurring?.growth ?? null,
    renewalUplift: recurring?.renewalUplift ?? null,
    termMonths: recurring?.termMonths ?? null,
    of: 'of' in line ? [...line.of] : null,
    tiers: line.kind === 'graduated' ? line.tiers : null,
    claimed: ('claimed' in line ? line.claimed : null) ?? null,
  };
}

export function lineRecordOf(row: Row): LineRecord {
  return {
    id: row.id,
    version: row.version,
    line: lineOf(row),
    unit: row.unit,
    quote: quoteOf(row),
    basis: row.basis,
    basisOn: row.basisOn,
    source: row.source,
    ownerId: row.ownerId,
  };
}

type QuoteColumns = Pick<
  Row,
  'quotedCurrency' | 'quotedLow' | 'quotedLikely' | 'quotedHigh' | 'exchangeRate' | 'rateOn' | 'rateSource'
>;

/** A quote is whole or not there, says a constraint of the table. */
export function quoteOf(row: QuoteColumns): Quote | null {
  const { quotedCurrency: currency, quotedLow: low, quotedLikely: likely, quotedHigh: high, exchangeRate: rate } = row;
  if (currency === null || low === null || likely === null || high === null || rate === null) return null;
  return { currency, low, likely, high, rate, rateOn: row.rateOn, rateSource: row.rateSource };
}

/** The model's line of a row. Throws where the row lacks what its kind needs, which no mutation writes. */
export function lineOf(row: LineColumns): Line {
  const shared = {
    id: row.key,
    label: row.label,
    category: row.category,
    ...(row.workload !== null && { workload: row.workload }),
    ...(row.part !== null && { part: row.part }),
    start: row.startMonth,
    end: row.endMonth,
  };
  const claimed = row.claimed === null ? {} : { claimed: row.claimed };
  const need = <T>(value: T | null, column: string): T => {
    if (value === null) throw new Error(`A ${row.kind} line without ${column}`);
    return value;
  };
  const estimate = (): Estimate => ({
    low: need(row.low, 'low'),
    likely: need(row.likely, 'likely'),
    high: need(row.high, 'high'),
  });
  switch (row.kind) {
    case 'recurring':
      return {
        ...shared,
        ...claimed,
        kind: row.kind,
        quantity: need(row.quantity, 'quantity'),
        unitCost: estimate(),
        per: need(row.per, 'per'),
        billed: need(row.billed, 'billed'),
        escalator: row.escalator ?? 0,
        heldUntil: row.heldUntil ?? row.startMonth,
        growth: row.growth ?? 0,
        ...(row.renewalUplift !== null && { renewalUplift: row.renewalUplift }),
        ...(row.termMonths !== null && { termMonths: row.termMonths }),
      };
    case 'one-time':
      return { ...shared, ...claimed, kind: row.kind, quantity: need(row.quantity, 'quantity'), unitCost: estimate() };
    case 'percent':
      return { ...shared, ...claimed, kind: row.kind, rate: estimate(), of: need(row.of, 'of') };
    case 'commitment':
      return { ...shared, ...claimed, kind: row.kind, amount: estimate(), of: need(row.of, 'of') };
    case 'graduated':
      return { ...shared, kind: row.kind, tiers: need(row.tiers, 'tiers'), of: need(row.of, 'of') };
  }
}
