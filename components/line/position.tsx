import { type BarRow, Bars, type Guide } from '@/components/charts/bars';
import { type FiguresRow, FiguresTable } from '@/components/charts/figures-table';
import { Picture } from '@/components/charts/picture';
import { discounted } from '@/components/line/discounted';
import { Section } from '@/components/line/section';
import { VerdictWord } from '@/components/line/verdict';
import { formatAmount } from '@/lib/format/money';
import type { Said } from '@/lib/line/reading';
import type { LineView, SideView } from '@/lib/line/view';
import { amount } from '@/lib/line/words';

/** Offer, alternative, Microsoft's version of it and, for those who may see it, the threshold: on one scale. */
export function Position({ view }: { view: LineView }) {
  const { currency, comparison, offer, reading } = view;
  if (!offer) return null;
  const short = (value: number) => amount(value, currency);
  const range = (band: SideView['band']) =>
    band ? `; 8 chances in 10 that it lies between ${short(band.low)} and ${short(band.high)}` : '';
  const against = (value: number, other: number, what: string) =>
    value === other
      ? `as much as ${what}`
      : `${short(Math.abs(value - other))} ${value < other ? 'below' : 'above'} ${what}`;
  const rows: BarRow[] = [
    {
      key: 'offer',
      label: 'Microsoft’s offer',
      detail: offer.label,
      value: offer.presentValue,
      text: short(offer.presentValue),
      tone: 'offer',
      band: offer.band,
    },
  ];
  if (comparison) {
    const { alternative, vendor } = comparison;
    rows.push({
      key: 'alternative',
      label: alternative.label,
      detail: `${against(alternative.presentValue, offer.presentValue, 'the offer')}${range(alternative.band)}`,
      value: alternative.presentValue,
      text: short(alternative.presentValue),
      tone: 'alternative',
      band: alternative.band,
    });
    if (vendor) {
      rows.push({
        key: 'vendor',
        label: 'Microsoft’s version of it',
        detail: against(vendor.presentValue, alternative.presentValue, 'our own figure'),
        value: vendor.presentValue,
        text: short(vendor.presentValue),
        tone: 'vendor',
        claimed: true,
      });
    }
  }
  const line = reading?.threshold;
  const guides: Guide[] = line
    ? [
        {
          value: line.amount,
          label: `${line.inForce ? 'Walk threshold' : 'Proposed threshold'} ${short(line.amount)}`,
          tone: 'threshold',
          dashed: !line.inForce,
        },
      ]
    : [];
  return (
    <Section title="Where the deal stands">
      <Picture
        alt={[...rows, ...guides.map(({ label }) => ({ label, text: '' }))]
          .map(({ label, text }) => `${label} ${text}`.trim())
          .join('; ')}
        caption={`All-in cost: present value in ${currency} over ${view.horizonMonths} months from renewal, ${discounted(view.discountRate)}.`}
        table={<Table view={view} />}
      >
        <div className="pt-2">
          <Bars rows={rows} guides={guides} plumbs={[{ value: offer.presentValue, tone: 'offer' }]} />
        </div>
      </Picture>
      {reading?.vendor && comparison?.vendor && <VendorsReading said={reading.vendor} />}
    </Section>
  );
}

function VendorsReading({ said }: { said: Said }) {
  return (
    <p className="mt-3 border-l-4 border-vendor pl-4">
      On Microsoft’s version the reading would be <VerdictWord verdict={said.verdict} />{' '}
      <span className="block text-muted sm:inline">{said.sentence}</span>
    </p>
  );
}

function Table({ view }: { view: LineView }) {
  const { comparison, currency, offer, reading } = view;
  const exact = (value: number) => formatAmount(value, currency);
  const band = ({ band: range }: SideView) => [range ? exact(range.low) : '–', range ? exact(range.high) : '–'];
  const rows: FiguresRow[] = [];
  if (offer)
    rows.push({
      key: 'offer',
      head: offer.label,
      cells: [exact(offer.presentValue), ...band(offer), exact(offer.nominal)],
    });
  if (comparison) {
    const { alternative, vendor } = comparison;
    rows.push({
      key: 'alternative',
      head: alternative.label,
      cells: [exact(alternative.presentValue), ...band(alternative), exact(alternative.nominal)],
    });
    if (vendor) {
      rows.push({
        head: 'Microsoft’s version of it',
        cells: [exact(vendor.presentValue), '–', '–', exact(vendor.nominal)],
      });
    }
  }
  if (reading?.threshold) {
    rows.push({
      head: reading.threshold.inForce ? 'Walk threshold' : 'Proposed threshold',
      cells: [exact(reading.threshold.amount), '–', '–', '–'],
    });
  }
  return (
    <FiguresTable
      caption={`Where the deal stands, in ${currency}`}
      columns={['', 'All-in cost', '10th percentile', '90th percentile', 'Nominal']}
      rows={rows}
    />
  );
}
