import { Columns } from '@/components/charts/columns';
import { FiguresTable } from '@/components/charts/figures-table';
import { Key } from '@/components/charts/key';
import { Picture } from '@/components/charts/picture';
import { Section } from '@/components/line/section';
import { formatAmount } from '@/lib/format/money';
import type { Comparison, LineView } from '@/lib/line/view';

export function ByYear({ view, comparison }: { view: LineView; comparison: Comparison }) {
  const { currency, offer } = view;
  const { alternative, years } = comparison;
  if (!offer) return null;
  const exact = (value: number) => formatAmount(value, currency);
  const cells = (staying: number, leaving: number) => [exact(staying), exact(leaving), exact(staying - leaving)];
  return (
    <Section title="Cost by contract year" says="What is paid in which year, on either side.">
      <Picture
        alt={`Nominal cost by contract year of the offer and of ${alternative.label}`}
        caption={`Nominal amounts in ${currency}. Contract years count from renewal.`}
        table={
          <FiguresTable
            caption={`Cost by contract year, nominal, in ${currency}`}
            columns={['', 'Offer', 'Alternative', 'Staying costs more by']}
            rows={years.map((year) => ({ head: year.name, cells: cells(year.offer, year.alternative) }))}
            totals={[
              { head: 'Nominal', cells: cells(offer.nominal, alternative.nominal) },
              { head: 'Present value', cells: cells(offer.presentValue, alternative.presentValue) },
            ]}
          />
        }
      >
        <Key
          entries={[
            { tone: 'offer', name: 'Offer' },
            { tone: 'alternative', name: alternative.label },
          ]}
        />
        <Columns
          groups={years.map((year) => ({
            label: year.short,
            columns: [
              { tone: 'offer', value: year.offer },
              { tone: 'alternative', value: year.alternative },
            ],
          }))}
        />
      </Picture>
    </Section>
  );
}
