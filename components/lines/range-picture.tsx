import { formatRate } from '@/lib/format/numbers';
import type { LineFields } from '@/lib/lines/fields';

/** How far an estimate reaches to both sides of its likely figure, as fractions of it; null where it is certain. */
function reachOf({ low, likely, high }: LineFields): { below: number; above: number } | null {
  if (low === null || likely === null || high === null || low === high || likely === 0) return null;
  const size = Math.abs(likely);
  return { below: (low - likely) / size, above: (high - likely) / size };
}

/** The range in words: −10 % … +20 %. A bare number is certain only where a contract or a quote says so. */
export function rangeText(fields: LineFields): string {
  if (fields.likely === null || fields.kind === 'graduated') return '';
  const reach = reachOf(fields);
  if (!reach) {
    if (fields.low !== fields.high) return 'uncertain';
    return fields.basis === 'contract' || fields.basis === 'quote' ? 'certain' : 'no range';
  }
  const percent = (fraction: number) => formatRate(Math.round(fraction * 100) / 100);
  return `${percent(reach.below)} … +${percent(reach.above)}`;
}

const width = 72;
const middle = width / 2;
/** Half of the picture stands for a half more, or less; what reaches further is drawn smaller. */
const halfReach = 0.5;

/** A small picture of an estimate: a bar from low to high, a mark at likely. */
export function RangePicture({ fields }: { readonly fields: LineFields }) {
  if (fields.likely === null || fields.kind === 'graduated') return null;
  const { below, above } = reachOf(fields) ?? { below: 0, above: 0 };
  const scale = (middle - 3) / Math.max(halfReach, -below, above);
  const from = middle + below * scale;
  const to = middle + above * scale;
  return (
    <svg viewBox={`0 0 ${width} 16`} className="h-4 w-[72px]" role="img" aria-label={rangeText(fields)}>
      <path d={`M2 8H${width - 2}`} className="stroke-rule" />
      {to > from && <rect x={from} y="5" width={to - from} height="6" rx="3" className="fill-alternative opacity-50" />}
      <circle cx={middle} cy="8" r="3" className="fill-alternative" />
    </svg>
  );
}
