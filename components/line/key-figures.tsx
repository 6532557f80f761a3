import { formatMoneyCompact, formatMultiple } from '@/lib/format/money';
import type { Comparison, LineView } from '@/lib/line/view';

/** The few figures one carries into a meeting: present value first, nominal beside it. */
export function KeyFigures({ view, comparison }: { view: LineView; comparison: Comparison }) {
  const { currency, offer } = view;
  const { alternative, vendor } = comparison;
  if (!offer) return null;
  const short = (value: number) => formatMoneyCompact(value, currency);
  const figures = [
    {
      name: 'Leverage',
      value: short(comparison.leverage),
      also: `nominal ${short(offer.nominal - alternative.nominal)}`,
    },
    { name: 'Offer', value: short(offer.presentValue), also: `nominal ${short(offer.nominal)}` },
    { name: 'Alternative', value: short(alternative.presentValue), also: `nominal ${short(alternative.nominal)}` },
    vendor
      ? {
          name: 'Microsoft’s version of it',
          value: short(vendor.presentValue),
          also: `nominal ${short(vendor.nominal)}${vendor.inflation === null ? '' : `; its claims are ${formatMultiple(vendor.inflation)} our figures`}`,
        }
      : {
          name: 'Of which switching',
          value: short(alternative.switching),
          also: `running it ${short(alternative.run)}`,
        },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-6 sm:grid-cols-4">
      {figures.map(({ name, value, also }) => (
        <div key={name} className="border-t border-strong-rule pt-2">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="figures mt-1 font-serif text-2xl font-semibold">{value}</dd>
          <dd className="figures text-sm text-muted">{also}</dd>
        </div>
      ))}
    </dl>
  );
}
