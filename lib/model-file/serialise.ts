import type { Estimate, Line, Model } from '@/lib/model/types';
import { formatName } from './schema';

/**
 * The canonical text of a model file: keys in the format's order, defaults left out, certain estimates as bare
 * numbers. The same model always gives the same bytes.
 */
export function serialiseModel(model: Model, { threshold }: { threshold: boolean }): string {
  const { offer } = model;
  const file = {
    format: formatName,
    currency: model.currency,
    renewalDate: model.renewalDate,
    horizonMonths: model.horizonMonths,
    discountRate: model.discountRate,
    correlation: unless(0.2, model.correlation),
    offer: {
      label: offer.label,
      termMonths: offer.termMonths,
      renewalUplift: offer.renewalUplift,
      lines: offer.lines.map((line) => fileLine(line, model.horizonMonths)),
    },
    alternatives: model.alternatives.map((alternative) => ({
      id: alternative.id,
      label: alternative.label,
      kind: alternative.kind,
      lines: alternative.lines.map((line) => fileLine(line, model.horizonMonths)),
      plan: alternative.plan?.map(({ id, label, months, after }) => ({ id, label, months, after })),
    })),
    chosen: model.chosen,
    threshold: threshold && model.threshold ? { amount: model.threshold.amount } : undefined,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** JSON leaves out what is undefined. */
function unless<T>(standard: T, value: T): T | undefined {
  return value === standard ? undefined : value;
}

function fileEstimate({ low, likely, high }: Estimate): number | Estimate {
  return low === high ? likely : { low, likely, high };
}

function fileLine(line: Line, horizonMonths: number): Record<string, unknown> {
  const shared = { id: line.id, label: line.label, category: line.category, workload: line.workload, kind: line.kind };
  switch (line.kind) {
    case 'recurring':
      return {
        ...shared,
        quantity: line.quantity,
        unitCost: fileEstimate(line.unitCost),
        per: line.per,
        billed: line.billed,
        start: line.start,
        end: line.end,
        escalator: unless(0, line.escalator),
        heldUntil: unless(line.start, line.heldUntil),
        growth: unless(0, line.growth),
        renewalUplift: line.renewalUplift,
        termMonths: line.termMonths,
        part: line.part,
        claimed: line.claimed,
      };
    case 'one-time':
      return {
        ...shared,
        quantity: unless(1, line.quantity),
        unitCost: fileEstimate(line.unitCost),
        start: line.start,
        end: unless(line.start + 1, line.end),
        part: line.part,
        claimed: line.claimed,
      };
    case 'percent':
      return {
        ...shared,
        rate: fileEstimate(line.rate),
        of: line.of,
        start: unless(-24, line.start),
        end: unless(horizonMonths, line.end),
        part: line.part,
        claimed: line.claimed,
      };
    case 'commitment':
      return {
        ...shared,
        amount: fileEstimate(line.amount),
        of: line.of,
        start: line.start,
        end: line.end,
        part: line.part,
        claimed: line.claimed,
      };
    case 'graduated':
      return {
        ...shared,
        tiers: line.tiers.map(({ upTo, rate }) => ({ upTo, rate })),
        of: line.of,
        start: unless(-24, line.start),
        end: unless(horizonMonths, line.end),
        part: line.part,
      };
  }
}
