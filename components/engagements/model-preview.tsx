import { formatDate } from '@/lib/format/dates';
import type { Model } from '@/lib/model/types';

/** What a model file holds, before it is imported. */
export function ModelPreview({ name, model }: { name: string; model: Model }) {
  return (
    <div aria-live="polite">
      <p className="wrap-anywhere font-medium">{name}</p>
      <ul className="mt-2 space-y-1 text-sm text-muted">
        <li>
          {model.currency}, renewal {formatDate(model.renewalDate)}, {model.horizonMonths} months
        </li>
        <li>
          Offer “{model.offer.label}”: {lines(model.offer.lines.length)}
        </li>
        {model.alternatives.map((alternative) => (
          <li key={alternative.id}>
            Alternative “{alternative.label}”: {lines(alternative.lines.length)}
            {alternative.id === model.chosen && ', the chosen one'}
          </li>
        ))}
        {model.threshold && <li>A threshold, kept as a proposal until leadership approves it here</li>}
        <li>What each figure rests on is not in the file: every line comes without basis, date and source</li>
      </ul>
    </div>
  );
}

function lines(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'line' : 'lines'}`;
}
