import { formatMonthAfter } from '@/lib/format/dates';
import type { Figures } from '@/lib/line/figures';

/** Nominal cost of both sides in one contract year, or before renewal. */
export type Year = {
  /** “Before” or the number of the contract year. */
  readonly short: string;
  readonly name: string;
  readonly offer: number;
  readonly alternative: number;
};

type Calendar = { readonly renewalDate: string; readonly horizonMonths: number };

/** In order; what comes before renewal is left out where neither side pays anything then. */
export function yearsOf({ offer, alternative }: Figures, { renewalDate }: Calendar): Year[] {
  return Object.entries(offer.byYear)
    .map(([key, cost]) => ({ key, offer: cost, alternative: alternative.byYear[key] ?? 0 }))
    .sort((a, b) => (a.key === 'pre' ? 0 : Number(a.key)) - (b.key === 'pre' ? 0 : Number(b.key)))
    .filter(({ key, offer: cost, alternative: own }) => key !== 'pre' || cost !== 0 || own !== 0)
    .map(({ key, offer: cost, alternative: own }) => ({
      short: key === 'pre' ? 'Before' : key,
      name:
        key === 'pre' ? 'Before renewal' : `Year ${key}, from ${formatMonthAfter(renewalDate, (Number(key) - 1) * 12)}`,
      offer: cost,
      alternative: own,
    }));
}

/** Cumulative nominal cost of both sides. */
export type Course = {
  /** At the end of each month; month 0 begins at renewal. It begins with the first month in which anything is paid. */
  readonly months: readonly { readonly month: number; readonly offer: number; readonly alternative: number }[];
  /** At the end of each contract year: what the table holds. */
  readonly yearEnds: readonly { readonly name: string; readonly offer: number; readonly alternative: number }[];
  readonly breakEven: { readonly month: number; readonly name: string } | null;
};

export function courseOf({ cumulative, alternative }: Figures, { renewalDate, horizonMonths }: Calendar): Course {
  const firstPaid = cumulative.findIndex((point) => point.offer !== 0 || point.alternative !== 0);
  // Never later than the month before renewal, so that renewal itself is always in the picture.
  const from = Math.min(
    firstPaid === -1 ? 0 : firstPaid,
    cumulative.findIndex(({ month }) => month === -1),
  );
  const months = cumulative.slice(from);
  const ends = months.filter(
    ({ month }) => month === -1 || (month > 0 && (month % 12 === 11 || month === horizonMonths - 1)),
  );
  const at = alternative.breakEven.month;
  return {
    months,
    yearEnds: ends.map(({ month, offer, alternative: own }) => ({
      name: month === -1 ? 'Before renewal' : `To ${formatMonthAfter(renewalDate, month)}`,
      offer,
      alternative: own,
    })),
    breakEven:
      at === null || at < (months[0]?.month ?? 0) ? null : { month: at, name: formatMonthAfter(renewalDate, at) },
  };
}
