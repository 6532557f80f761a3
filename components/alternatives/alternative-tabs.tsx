import { formatMoneyCompact } from '@/lib/format/money';
import type { AlternativeKind } from '@/lib/model/types';

export const kindWords: Readonly<Record<AlternativeKind, string>> = {
  competitor: 'Competitor',
  hybrid: 'Hybrid',
  'reduced-footprint': 'Reduced footprint',
};

type Tab = { readonly key: string; readonly label: string; readonly kind: AlternativeKind; readonly cost: number };

/** The alternatives side by side, each with its all-in cost; one of them is in hand. */
export function AlternativeTabs({
  alternatives,
  currency,
  chosen,
  current,
  onTake,
}: {
  readonly alternatives: readonly Tab[];
  readonly currency: string;
  readonly chosen: string | null;
  readonly current: string;
  readonly onTake: (key: string) => void;
}) {
  return (
    <ul aria-label="Alternatives" className="mt-5 flex gap-2 overflow-x-auto pb-1">
      {alternatives.map(({ key, label, kind, cost }) => (
        <li key={key} className="shrink-0">
          <button
            type="button"
            aria-current={key === current}
            onClick={() => onTake(key)}
            className={`block min-h-11 max-w-72 rounded-lg border px-4 py-2.5 text-left ${key === current ? 'border-accent bg-surface ring-1 ring-accent' : 'border-rule bg-surface text-muted hover:text-ink'}`}
          >
            <span className="block truncate font-medium">{label}</span>
            <span className="mt-0.5 flex items-center gap-2 text-xs text-muted">
              <span>{kindWords[kind]}</span>
              <span className="figures">{formatMoneyCompact(cost, currency)}</span>
              {key === chosen && (
                <span className="rounded-full border border-alternative px-2 font-medium text-alternative">BATNA</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
