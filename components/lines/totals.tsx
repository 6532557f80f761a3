'use client';

import { useMemo } from 'react';
import { useSettled } from '@/components/lines/after-paint';
import { LiveReading } from '@/components/lines/live-reading';
import { type Typing, useTyping } from '@/components/lines/typing';
import { formatMonthAfter } from '@/lib/format/dates';
import { formatMoney, formatMultiple } from '@/lib/format/money';
import { discountAtAGlance, type Glance, multipleAtAGlance } from '@/lib/line/sense';
import type { Bench } from '@/lib/lines/bench-sides';
import { alternativeFigures, type BenchFigures, figuresOf, modelOnBench, type Terms } from '@/lib/lines/live';
import { uncountedOn, uncountedWords } from '@/lib/lines/uncounted';
import type { BenchView } from '@/lib/lines/view';
import { firstMonth } from '@/lib/model/side';

type Props = {
  readonly bench: Bench;
  readonly view: BenchView;
  readonly typing: Typing;
  readonly offerId: string | null;
  readonly terms: Terms;
};

/**
 * The figures of this moment, with what is being typed, and the bench they are of. They follow the keys; they never
 * hold them up. The bench and what is typed settle as one: what was typed is counted in one or in the other.
 */
export function useLiveFigures({ bench, view, typing, offerId, terms }: Props): {
  readonly figures: BenchFigures;
  readonly settled: Bench;
} {
  const underhand = useTyping(typing);
  const settled = useSettled(useMemo(() => ({ bench, underhand }), [bench, underhand]));
  const model = modelOnBench(settled.bench, view, { offerId, terms, typing: settled.underhand });
  return { figures: figuresOf(model), settled: settled.bench };
}

export type Figure = {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly strong?: boolean;
};

/** One alternative's figures against the offer, while somebody types. */
export function AlternativeTotals(props: Props & { readonly alternativeId: string }) {
  const { figures, settled } = useLiveFigures(props);
  return (
    <>
      <FigureStrip label="Totals" figures={alternativeFigureList(figures, props)} />
      <NotCounted bench={settled} sideIds={[props.offerId, props.alternativeId]} />
      <LiveReading view={props.view} figures={figures} />
    </>
  );
}

/** Says so where the totals do not follow what is written. */
export function NotCounted({
  bench,
  sideIds,
}: {
  readonly bench: Bench;
  readonly sideIds: readonly (string | null)[];
}) {
  const { sides, about } = bench;
  const words = uncountedWords(
    uncountedOn(
      sides.filter(({ id }) => sideIds.includes(id)),
      about,
    ),
  );
  return (
    <p role="status" className={`text-sm text-warn ${words ? 'mt-2' : ''}`}>
      {words}
    </p>
  );
}

function alternativeFigureList(
  figures: BenchFigures,
  { view, alternativeId }: { view: BenchView; alternativeId: string },
): Figure[] {
  const found = alternativeFigures(figures, alternativeId);
  if (!found) return [];
  const money = (amount: number) => formatMoney(amount, view.currency);
  const { discount, switchingMultiple, month } = found.breakEven;
  const inflation = figures.inflation[alternativeId] ?? null;
  return [
    { name: 'All-in cost', value: money(found.presentValue), note: 'present value', strong: true },
    { name: 'Nominal', value: money(found.nominal) },
    { name: 'Run', value: money(found.run) },
    { name: 'Switching', value: money(found.switching) },
    { name: 'Offer', value: money(figures.totals.offer.presentValue), note: 'all-in cost' },
    {
      name: 'Leverage',
      value: money(found.leverage),
      note: stayingCosts(found.leverage),
      strong: true,
    },
    {
      name: 'Break-even discount',
      ...atAGlance(discountAtAGlance({ discount, offer: figures.totals.offer.presentValue })),
    },
    { name: 'Break-even switching', ...atAGlance(multipleAtAGlance(switchingMultiple)) },
    {
      name: 'Break-even month',
      ...breakEvenMonth(month, view.renewalDate),
    },
    {
      name: 'Inflation',
      value: inflation === null ? '–' : formatMultiple(inflation),
      note: inflation === null ? 'no line carries a claim' : 'claimed ÷ honest switching',
    },
  ];
}

export function atAGlance({ figure, note }: Glance): Pick<Figure, 'value' | 'note'> {
  return { value: figure, note };
}

/** Before anything is paid both have cost nothing: ahead from the first month on is ahead from the start. */
function breakEvenMonth(month: number | null, renewalDate: string): { value: string; note: string } {
  if (month === null) return { value: 'never', note: 'within the horizon' };
  if (month === firstMonth) return { value: 'from the start', note: 'leaving has never cost more in total' };
  return { value: formatMonthAfter(renewalDate, month), note: 'from then on leaving has cost less' };
}

function stayingCosts(leverage: number): string {
  if (leverage === 0) return 'staying costs the same';
  return leverage > 0 ? 'staying costs that much more' : 'staying costs that much less';
}

export function FigureStrip({ label, figures }: { readonly label: string; readonly figures: readonly Figure[] }) {
  return (
    <dl
      aria-label={label}
      className="figures grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-rule bg-rule sm:grid-cols-3 xl:grid-cols-5"
    >
      {figures.map(({ name, value, note, strong }) => (
        <div key={name} className="bg-surface px-3 py-2.5">
          <dt className="text-xs text-muted">{name}</dt>
          <dd
            className={`whitespace-nowrap ${strong ? 'font-serif font-semibold sm:text-xl' : 'font-medium max-sm:text-sm'}`}
          >
            {value}
          </dd>
          {note && <dd className="text-xs text-muted">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
