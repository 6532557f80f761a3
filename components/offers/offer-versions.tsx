import { formatDate } from '@/lib/format/dates';
import { formatMoneyCompact } from '@/lib/format/money';

export type Version = {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly receivedOn: string | null;
  readonly cost: number;
};

/** The offers in order of arrival: the last one stands. */
export function OfferVersions({
  versions,
  currency,
  current,
  onTake,
}: {
  readonly versions: readonly Version[];
  readonly currency: string;
  readonly current: string;
  readonly onTake: (id: string) => void;
}) {
  const standing = versions.at(-1)?.id;
  return (
    <ol aria-label="Offers in order of arrival" className="mt-5 flex gap-2 overflow-x-auto pb-1">
      {versions.map(({ id, number, label, receivedOn, cost }) => (
        <li key={id} className="shrink-0">
          <button
            type="button"
            aria-current={id === current}
            onClick={() => onTake(id)}
            className={`block min-h-11 max-w-72 rounded-lg border px-4 py-2.5 text-left ${id === current ? 'border-accent bg-surface ring-1 ring-accent' : 'border-rule bg-surface text-muted hover:text-ink'}`}
          >
            <span className="block truncate font-medium">
              {number} · {label}
            </span>
            <span className="mt-0.5 flex items-center gap-2 text-xs text-muted">
              <span>{receivedOn === null ? 'no date' : formatDate(receivedOn)}</span>
              <span className="figures">{formatMoneyCompact(cost, currency)}</span>
              {id === standing && (
                <span className="rounded-full border border-offer px-2 font-medium text-offer">On the table</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
