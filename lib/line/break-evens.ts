import type { EngagementRecord } from '@/lib/engagements/record';
import { formatMonthAfter } from '@/lib/format/dates';
import type { Figures } from '@/lib/line/figures';
import { discountAtAGlance, discountSense, multipleAtAGlance, multipleSense } from '@/lib/line/sense';
import { amount, percentage, unbroken } from '@/lib/line/words';
import { firstMonth } from '@/lib/model/side';

/** A point at which staying and leaving would cost the same, with this engagement's numbers. */
export type BreakEven = { readonly title: string; readonly figure: string; readonly sentence: string };

export function breakEvensOf(figures: Figures, engagement: EngagementRecord): BreakEven[] {
  return [
    discount(figures, engagement.currency),
    switchingMultiple(figures, engagement.currency),
    month(figures, engagement),
  ];
}

function discount({ alternative, offer }: Figures, currency: string): BreakEven {
  const title = 'Discount';
  const fall = alternative.breakEven.discount;
  const even = amount(alternative.presentValue, currency);
  const sense = { discount: fall, offer: offer.presentValue };
  const { figure } = discountAtAGlance(sense);
  const kind = discountSense(sense);
  if (fall === null || kind === 'no price') {
    const why = offer.presentValue < 0 ? 'pays out as it stands' : 'costs nothing';
    return { title, figure, sentence: `The offer ${why}, so no discount on it exists.` };
  }
  if (kind === 'pays for itself') {
    return {
      title,
      figure,
      sentence: `Leaving pays for itself: it brings in ${amount(-alternative.presentValue, currency)}, so that even a free offer would cost more.`,
    };
  }
  if (kind === 'more than double') {
    return {
      title,
      figure,
      sentence: `The whole offer could more than double, from ${amount(offer.presentValue, currency)} to ${even}, before leaving cost no more than staying.`,
    };
  }
  if (fall > 0) {
    return {
      title,
      figure: percentage(fall),
      sentence: `The whole offer would have to fall by ${percentage(fall)}, from ${amount(offer.presentValue, currency)} to ${even}, before staying cost no more than leaving.`,
    };
  }
  if (fall === 0) return { title, figure: '0 %', sentence: `Both sides already cost the same, ${even}.` };
  return {
    title,
    figure: percentage(fall),
    sentence: `The whole offer could rise by ${percentage(-fall)}, from ${amount(offer.presentValue, currency)} to ${even}, before leaving cost no more than staying.`,
  };
}

function switchingMultiple({ alternative, offer }: Figures, currency: string): BreakEven {
  const title = 'Cost of switching';
  const multiple = alternative.breakEven.switchingMultiple;
  const { switching, run, vendorVersion } = alternative;
  if (multiple === null) {
    return { title, figure: '–', sentence: 'Switching costs nothing in these figures, so no multiple of it exists.' };
  }
  const figure = unbroken(multipleAtAGlance(multiple).figure);
  const room = amount(offer.presentValue - run, currency);
  const claimed =
    vendorVersion.switching === switching
      ? ''
      : ` Microsoft’s version puts it at ${amount(vendorVersion.switching, currency)}.`;
  if (multipleSense(multiple) === 'not even free') {
    return {
      title,
      figure,
      sentence: `Running the alternative alone costs ${amount(run, currency)}, no less than the whole offer: even free switching would not make leaving cheaper.`,
    };
  }
  return {
    title,
    figure,
    sentence:
      multiple > 1
        ? `Switching could cost up to ${figure} our figure, ${room} instead of ${amount(switching, currency)}, before staying won.${claimed}`
        : `Switching would have to cost no more than ${figure} our figure, ${room} instead of ${amount(switching, currency)}, for leaving to win.${claimed}`,
  };
}

function month({ alternative }: Figures, { renewalDate, horizonMonths }: EngagementRecord): BreakEven {
  const title = 'Month';
  const at = alternative.breakEven.month;
  if (at === null) {
    return {
      title,
      figure: 'never',
      sentence: `Within the ${horizonMonths} months looked at, the money spent on leaving never falls below the money spent on staying for good. Nominal amounts.`,
    };
  }
  if (at === firstMonth) {
    return {
      title,
      figure: 'from the start',
      sentence: 'At no month has leaving cost more in total than staying. Nominal amounts.',
    };
  }
  const calendar = unbroken(formatMonthAfter(renewalDate, at));
  const place = at === 0 ? 'the renewal itself' : `${monthsOf(at)} ${at < 0 ? 'before' : 'after'} renewal`;
  return {
    title,
    figure: calendar,
    sentence: `From ${calendar}, ${place}, leaving has cost less in total than staying, and it stays so to the end. Nominal amounts.`,
  };
}

function monthsOf(at: number): string {
  return Math.abs(at) === 1 ? 'one month' : `${Math.abs(at)} months`;
}
