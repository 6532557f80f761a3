import type { Estimate, Line, Model } from '@/lib/model/types';

/**
 * Two hundred lines over sixty months: seats, consumption with a commitment, support by share and by bands, and an
 * alternative with residual spend, claims and a contingency. Prices and rates have so many decimals that no flow is
 * a tie, on which a spreadsheet would round differently.
 */
export function largeModel(): Model {
  return {
    currency: 'EUR',
    renewalDate: '2027-06-30',
    horizonMonths: 60,
    discountRate: 0.08,
    correlation: 0.2,
    offer: { label: 'Offer', termMonths: 36, renewalUplift: 0.0813, lines: offerLines() },
    alternatives: [{ id: 'leave', label: 'Leave', kind: 'hybrid', lines: ownLines() }],
    chosen: 'leave',
    threshold: { amount: 100_000_000 },
  };
}

function offerLines(): Line[] {
  const of = ['licences', 'consumption'];
  return [
    ...times(90, (n) => recurring(`offer-${n}`, n, n % 3 === 0 ? 'consumption' : 'licences')),
    ...times(7, (n) => oneTime(`fee-${n}`, n, 'fees')),
    { ...named('support', 'support'), kind: 'percent', rate: spread(0.0613), of, start: 0, end: 60 },
    {
      ...named('unified', 'support'),
      kind: 'graduated',
      tiers: [{ upTo: 1_800_000, rate: 0.0317 }, { rate: 0.0213 }],
      of,
      start: 0,
      end: 60,
    },
    { ...named('macc', 'commitment'), kind: 'commitment', amount: certain(90_000_000), of, start: 0, end: 36 },
  ];
}

function ownLines(): Line[] {
  return [
    ...times(50, (n): Line => ({ ...recurring(`run-${n}`, n + 11, 'run'), part: 'run' })),
    ...times(
      10,
      (n): Line => ({
        ...recurring(`residual-${n}`, n + 31, 'residual'),
        part: 'run',
        termMonths: 36,
        renewalUplift: 0.0913,
      }),
    ),
    ...times(39, (n): Line => {
      const line = oneTime(`move-${n}`, n + 7, 'migration');
      return { ...line, part: 'switching', ...(n % 3 === 0 && { claimed: line.unitCost.likely * 4 }) };
    }),
    {
      ...named('contingency', 'contingency'),
      kind: 'percent',
      rate: spread(0.1513),
      of: ['migration'],
      start: -24,
      end: 60,
      part: 'switching',
    },
  ];
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

function named(id: string, category: string) {
  return { id, label: id, category };
}

function certain(value: number): Estimate {
  return { low: value, likely: value, high: value };
}

function spread(value: number): Estimate {
  return { low: value * 0.9, likely: value, high: value * 1.4 };
}

const price = (n: number) => (1_000_137 + ((n * 7_919) % 9_700) * 1000) / 100_000;

function recurring(id: string, n: number, category: string): Extract<Line, { kind: 'recurring' }> {
  return {
    ...named(id, category),
    kind: 'recurring',
    quantity: 101 + n * 3,
    unitCost: spread(price(n)),
    per: 'month',
    billed: (['monthly', 'quarterly', 'annually'] as const)[n % 3] ?? 'monthly',
    start: n % 7,
    end: 60 - (n % 5),
    escalator: 0.0317,
    heldUntil: (n % 3) * 12,
    growth: 0.0213,
  };
}

function oneTime(id: string, n: number, category: string): Extract<Line, { kind: 'one-time' }> {
  return {
    ...named(id, category),
    kind: 'one-time',
    quantity: 101 + n,
    unitCost: spread(price(n) * 3),
    start: -9 + (n % 6),
    end: 4 + (n % 9),
  };
}
