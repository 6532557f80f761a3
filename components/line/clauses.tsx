import { Bars } from '@/components/charts/bars';
import { FiguresTable } from '@/components/charts/figures-table';
import { Picture } from '@/components/charts/picture';
import { Section } from '@/components/line/section';
import { formatAmount, formatMoneyCompact, formatPercent } from '@/lib/format/money';
import type { Comparison, LineView } from '@/lib/line/view';

export function Clauses({ view, comparison }: { view: LineView; comparison: Comparison }) {
  const { currency } = view;
  const present = comparison.clauses.filter(({ terms }) => terms !== null);
  const absent = comparison.clauses.filter(({ terms }) => terms === null).map(({ name }) => name.toLowerCase());
  const absence = absent.length > 0 && present.length > 0 ? `Not in this offer: ${absent.join(', ')}.` : '';
  return (
    <Section
      title="What each clause of the offer costs"
      says={
        present.length === 0
          ? 'The offer has none of the clauses that compound: no uplift, escalator, growth, commitment or share of spend.'
          : `How much dearer each clause makes the offer than it would be without it. Clauses compound, so they need not add up. ${absence}`
      }
    >
      {present.length > 0 && (
        <Picture
          alt={present.map(({ name, cost }) => `${name} ${formatMoneyCompact(cost, currency)}`).join('; ')}
          caption={`Present value in ${currency}: the offer less the offer without the clause.`}
          table={
            <FiguresTable
              caption={`What each clause of the offer costs, present value in ${currency}`}
              columns={['', 'Costs', 'Of the offer']}
              rows={comparison.clauses.map(({ name, terms, cost, share }) => ({
                head: terms ? `${name}: ${terms}` : name,
                cells: [formatAmount(cost, currency), share === null ? '–' : formatPercent(share)],
              }))}
            />
          }
        >
          <Bars
            height={18}
            rows={present.map(({ name, terms, cost }) => ({
              key: name,
              label: name,
              detail: terms ?? undefined,
              value: cost,
              text: formatMoneyCompact(cost, currency),
              tone: 'offer',
            }))}
          />
        </Picture>
      )}
    </Section>
  );
}
