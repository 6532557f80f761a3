import { FiguresTable } from '@/components/charts/figures-table';
import { Key } from '@/components/charts/key';
import { PairedBars } from '@/components/charts/paired-bars';
import { Picture } from '@/components/charts/picture';
import { Section } from '@/components/line/section';
import { formatAmount, formatMoneyCompact } from '@/lib/format/money';
import type { Comparison, LineView } from '@/lib/line/view';

export function ByWorkload({ view, comparison }: { view: LineView; comparison: Comparison }) {
  const { currency, offer } = view;
  const { alternative, workloads } = comparison;
  if (!offer) return null;
  const exact = (value: number) => formatAmount(value, currency);
  const short = (value: number) => formatMoneyCompact(value, currency);
  const named = (workload: string) => (workload === '' ? 'No workload named' : capitalised(workload));
  const apart = (leverage: number) =>
    leverage >= 0 ? `staying costs ${short(leverage)} more` : `leaving costs ${short(-leverage)} more`;
  return (
    <Section
      title="By workload"
      says="A real alternative is rarely all or nothing: where leaving pays, and where it does not."
    >
      <Picture
        alt={workloads.map(({ workload, leverage }) => `${named(workload)}: ${apart(leverage)}`).join('; ')}
        caption={`Present values in ${currency}.`}
        table={
          <FiguresTable
            caption={`Offer and alternative by workload, present values in ${currency}`}
            columns={['', 'Offer', 'Alternative', 'Staying costs more by']}
            rows={workloads.map((row) => ({
              key: row.workload,
              head: named(row.workload),
              cells: [exact(row.offer), exact(row.alternative), exact(row.leverage)],
            }))}
            totals={[
              {
                head: 'All-in cost',
                cells: [exact(offer.presentValue), exact(alternative.presentValue), exact(comparison.leverage)],
              },
            ]}
            note="Each present value is rounded as itself: parts may differ from the whole by a minor unit."
          />
        }
      >
        <Key
          entries={[
            { tone: 'offer', name: 'Offer' },
            { tone: 'alternative', name: alternative.label },
          ]}
        />
        <PairedBars
          pairs={workloads.map((row) => ({
            key: row.workload,
            label: named(row.workload),
            text: apart(row.leverage),
            bars: [
              { name: 'offer', value: row.offer, text: short(row.offer), tone: 'offer' },
              { name: 'alternative', value: row.alternative, text: short(row.alternative), tone: 'alternative' },
            ],
          }))}
        />
      </Picture>
    </Section>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
