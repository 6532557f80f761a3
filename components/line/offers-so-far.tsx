import { Bars, type Guide } from '@/components/charts/bars';
import { FiguresTable } from '@/components/charts/figures-table';
import { Picture } from '@/components/charts/picture';
import { Section } from '@/components/line/section';
import { formatDate } from '@/lib/format/dates';
import { formatAmount, formatMoneyCompact } from '@/lib/format/money';
import type { LineView } from '@/lib/line/view';

/** The history of offers against the line. */
export function OffersSoFar({ view }: { view: LineView }) {
  const { comparison, currency, offersSoFar, reading } = view;
  if (!offersSoFar) return null;
  const short = (value: number) => formatMoneyCompact(value, currency);
  const exact = (value: number) => formatAmount(value, currency);
  const first = offersSoFar[0];
  const last = offersSoFar.at(-1);
  const moved = (last?.presentValue ?? 0) - (first?.presentValue ?? 0);
  const line = reading?.threshold ?? null;
  const past = offersSoFar.some(({ lineThen }) => lineThen !== undefined);
  const guides: Guide[] = [];
  if (comparison) {
    const { presentValue } = comparison.alternative;
    guides.push({ value: presentValue, label: `Alternative ${short(presentValue)}`, tone: 'alternative' });
  }
  if (line) {
    const { amount, inForce } = line;
    guides.push({
      value: amount,
      label: `${inForce ? 'Walk threshold' : 'Proposed threshold'} ${short(amount)}`,
      tone: 'threshold',
      dashed: !inForce,
    });
  }
  const says =
    moved === 0
      ? 'The offers so far cost the same all in.'
      : `From the first offer to the last the all-in cost ${moved < 0 ? 'fell' : 'rose'} by ${short(Math.abs(moved))}.`;
  return (
    <Section title="The offers so far" says={says}>
      <Picture
        alt={`${says} ${offersSoFar.map(({ label, presentValue }) => `${label} ${short(presentValue)}`).join('; ')}`}
        caption={`All-in cost: present value in ${currency}. Every offer is measured against today’s alternative.`}
        table={
          <FiguresTable
            caption={`The offers so far, present values in ${currency}`}
            columns={[
              '',
              'Received',
              'All-in cost',
              'Change',
              'Leverage',
              ...(line ? [line.inForce ? 'Against the line' : 'Against the proposed line'] : []),
              ...(past ? ['Line then'] : []),
            ]}
            rows={offersSoFar.map((point) => ({
              head: `${point.number}. ${point.label}`,
              cells: [
                point.receivedOn ? formatDate(point.receivedOn) : '–',
                exact(point.presentValue),
                point.change === null ? '–' : exact(point.change),
                point.leverage === null ? '–' : exact(point.leverage),
                ...(line ? [exact(point.presentValue - line.amount)] : []),
                ...(past ? [point.lineThen == null ? 'none' : exact(point.lineThen)] : []),
              ],
            }))}
          />
        }
      >
        <Bars
          height={20}
          guides={guides}
          rows={offersSoFar.map((point) => ({
            key: String(point.number),
            label: point.label,
            detail: point.receivedOn ? formatDate(point.receivedOn) : undefined,
            value: point.presentValue,
            text: short(point.presentValue),
            tone: 'offer',
          }))}
        />
      </Picture>
    </Section>
  );
}
