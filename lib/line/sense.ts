import { formatMultiple, formatPercent } from '@/lib/format/money';

/** A break-even as one reads it at a glance: a figure where one makes sense, else a word, and what it means. */
export type Glance = { readonly figure: string; readonly note: string };

/** Beyond this many times our figure, how many times exactly tells nobody anything. */
const manyTimes = 100;

type Discount = { readonly discount: number | null; readonly offer: number };

/**
 * What kind of break-even the discount 1 − A/O is. Above 1 leaving brings money in, below −1 the offer could more than
 * double, and on an offer that pays out there is nothing to discount.
 */
export function discountSense({ discount, offer }: Discount) {
  if (discount === null || offer <= 0) return 'no price';
  if (discount > 1) return 'pays for itself';
  if (discount < -1) return 'more than double';
  return discount < 0 ? 'rise' : 'fall';
}

export function discountAtAGlance(figures: Discount): Glance {
  const figure = formatPercent(figures.discount ?? 0);
  switch (discountSense(figures)) {
    case 'no price':
      return { figure: '–', note: 'the offer has no price to discount' };
    case 'pays for itself':
      return { figure: 'none', note: 'leaving pays for itself: even a free offer would cost more' };
    case 'more than double':
      return { figure: 'none needed', note: 'the whole offer could more than double before leaving won' };
    case 'rise':
      return { figure, note: 'the whole offer could rise by that much before leaving won' };
    case 'fall':
      return { figure, note: 'how far the whole offer must fall' };
  }
}

/** Of (O − run) ÷ switching: at 0 and below, running the alternative alone costs as much as the offer. */
export function multipleSense(multiple: number | null) {
  if (multiple === null) return 'nothing to multiply';
  if (multiple <= 0) return 'not even free';
  return multiple > manyTimes ? 'many times' : 'times';
}

export function multipleAtAGlance(multiple: number | null): Glance {
  switch (multipleSense(multiple)) {
    case 'nothing to multiply':
      return { figure: '–', note: 'switching costs nothing here' };
    case 'not even free':
      return { figure: 'not even free', note: 'staying wins even with switching free' };
    case 'many times':
      return { figure: `over ${formatMultiple(manyTimes)}`, note: 'of the honest cost before staying wins' };
    case 'times':
      return { figure: formatMultiple(multiple ?? 0), note: 'of the honest cost before staying wins' };
  }
}
