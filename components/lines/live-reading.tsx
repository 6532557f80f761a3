import { VerdictWord } from '@/components/line/verdict';
import { formatPercent } from '@/lib/format/money';
import { sayingOf } from '@/lib/line/reading';
import type { BenchFigures } from '@/lib/lines/live';
import { liveReading } from '@/lib/lines/live-reading';
import type { BenchView } from '@/lib/lines/view';

/** The reading of this moment, to those who may see it; which way the math points, to everybody. */
export function LiveReading({ view, figures }: { readonly view: BenchView; readonly figures: BenchFigures }) {
  const reading = liveReading(view, figures);
  return (
    <p role="status" aria-label="Reading" className="mt-3 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {reading?.verdict && <VerdictWord verdict={reading.verdict} />}
      {reading && <span>{sentenceOf(reading, view.thresholdAbsence ?? 'No walk threshold is in force.')}</span>}
    </p>
  );
}

/** `absence` is why no threshold is in force, where none is. */
function sentenceOf(
  { favours, verdict, beyond }: NonNullable<ReturnType<typeof liveReading>>,
  absence: string,
): string {
  const math = `The math favours ${favours}.`;
  if (verdict === null) return math;
  if (beyond !== null) {
    const direction = beyond > 0 ? 'above' : 'below';
    const far = Number.isFinite(beyond) ? `${formatPercent(Math.abs(beyond))} ` : '';
    return `${math} The alternative is ${far}${direction} what the threshold rests on: leadership must look again.`;
  }
  return verdict === 'incomplete' ? `${math} ${absence}` : sayingOf(verdict).sentence;
}
