'use client';

import { LiveReading } from '@/components/lines/live-reading';
import { atAGlance, FigureStrip, NotCounted, useLiveFigures } from '@/components/lines/totals';
import type { Typing } from '@/components/lines/typing';
import { formatMoney } from '@/lib/format/money';
import { discountAtAGlance } from '@/lib/line/sense';
import type { Bench } from '@/lib/lines/bench-sides';
import type { Terms } from '@/lib/lines/live';
import type { BenchView } from '@/lib/lines/view';

/** One offer's figures, and against the chosen alternative, while somebody types. */
export function OfferTotals(props: {
  readonly bench: Bench;
  readonly view: BenchView;
  readonly typing: Typing;
  readonly offerId: string;
  readonly terms: Terms;
}) {
  const { view } = props;
  const { figures, settled } = useLiveFigures(props);
  const { totals } = figures;
  const money = (amount: number) => formatMoney(amount, view.currency);
  const chosen = view.alternatives.find(({ key }) => key === view.chosen);
  const against = totals.alternatives.find(({ id }) => id === chosen?.id);
  const discount = against?.breakEven.discount ?? null;
  return (
    <>
      <FigureStrip
        label="Totals"
        figures={[
          { name: 'All-in cost', value: money(totals.offer.presentValue), note: 'present value', strong: true },
          { name: 'Nominal', value: money(totals.offer.nominal) },
          {
            name: 'Alternative',
            value: against ? money(against.presentValue) : '–',
            note: chosen ? chosen.label : 'none is chosen yet',
          },
          {
            name: 'Leverage',
            value: against ? money(against.leverage) : '–',
            note: 'what staying costs more than leaving',
            strong: true,
          },
          {
            name: 'Break-even discount',
            ...(against
              ? atAGlance(discountAtAGlance({ discount, offer: totals.offer.presentValue }))
              : { value: '–', note: 'how far the whole offer must fall' }),
          },
        ]}
      />
      <NotCounted bench={settled} sideIds={[props.offerId, chosen?.id ?? null]} />
      <LiveReading view={view} figures={figures} />
    </>
  );
}
