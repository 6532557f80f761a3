import { FiguresTable } from '@/components/charts/figures-table';
import { Picture } from '@/components/charts/picture';
import { RunningSums } from '@/components/charts/running-sums';
import { Section } from '@/components/line/section';
import { formatAmount, formatMoneyCompact } from '@/lib/format/money';
import type { Comparison, LineView } from '@/lib/line/view';

/** Cumulative cost of both sides, and the month from which leaving has cost less. */
export function CourseOfCost({ view, comparison }: { view: LineView; comparison: Comparison }) {
  const { currency, offer } = view;
  const { alternative, course } = comparison;
  if (!offer) return null;
  const exact = (value: number) => formatAmount(value, currency);
  const first = course.months[0]?.month ?? 0;
  const breakEven = course.breakEven;
  const says = comparison.breakEvens.at(-1)?.sentence;
  return (
    <Section title="Cost as it adds up" says={says}>
      <Picture
        alt={`Cumulative nominal cost, month by month. At the end: offer ${formatMoneyCompact(offer.nominal, currency)}, ${alternative.label} ${formatMoneyCompact(alternative.nominal, currency)}. ${says}`}
        caption={`Nominal amounts in ${currency}, added up month by month.`}
        table={
          <FiguresTable
            caption={`Cumulative cost, nominal, in ${currency}`}
            columns={['', 'Offer', 'Alternative', 'Staying costs more by']}
            rows={course.yearEnds.map((point) => ({
              head: point.name,
              cells: [exact(point.offer), exact(point.alternative), exact(point.offer - point.alternative)],
            }))}
          />
        }
      >
        <RunningSums
          lines={[
            {
              tone: 'offer',
              name: 'Offer',
              text: formatMoneyCompact(offer.nominal, currency),
              values: course.months.map((point) => point.offer),
            },
            {
              tone: 'alternative',
              name: alternative.label,
              text: formatMoneyCompact(alternative.nominal, currency),
              values: course.months.map((point) => point.alternative),
            },
          ]}
          moments={[
            { step: -first, label: 'Renewal' },
            ...(breakEven
              ? [{ step: breakEven.month - first + 1, label: `Break-even ${breakEven.name}`, strong: true }]
              : []),
          ]}
          ticks={course.months
            .filter(({ month }) => month >= 0 && month % 12 === 0)
            .map(({ month }) => ({ step: month - first, label: `Year ${month / 12 + 1}` }))
            .filter((_, index, all) => all.length <= 6 || index % 2 === 0)}
        />
      </Picture>
    </Section>
  );
}
