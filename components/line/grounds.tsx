import { discounted } from '@/components/line/discounted';
import { formatDate } from '@/lib/format/dates';
import type { LineView } from '@/lib/line/view';

/** What the sentence at the top rests on. */
export function Grounds({ view }: { view: LineView }) {
  const { comparison, offer, reading } = view;
  const grounds = [
    ...(reading?.restsOn ?? []),
    ...(comparison ? [comparison.certainty.sentence] : []),
    ...(offer?.receivedOn ? [`The offer “${offer.label}”, received on ${formatDate(offer.receivedOn)}.`] : []),
    `${view.horizonMonths} months from the renewal on ${formatDate(view.renewalDate)}, ${discounted(view.discountRate)}.`,
  ];
  return (
    <section aria-labelledby="grounds" className="print:break-inside-avoid">
      <h2 id="grounds" className="text-xl">
        What it rests on
      </h2>
      <ul className="mt-3 space-y-2">
        {grounds.map((ground) => (
          <li key={ground} className="border-l-2 border-rule pl-4">
            {ground}
          </li>
        ))}
      </ul>
      {reading?.statement && (
        <blockquote className="mt-4 border-l-2 border-threshold pl-4 font-serif text-lg">
          {reading.statement}
        </blockquote>
      )}
    </section>
  );
}
