import { sayingOf } from '@/lib/line/reading';
import type { Verdict } from '@/lib/model/types';

const looks: Record<Verdict, string> = {
  walk: 'border-threshold text-threshold',
  press: 'border-vendor text-vendor',
  sign: 'border-good text-good',
  revisit: 'border-bad text-bad',
  incomplete: 'border-strong-rule text-muted',
};

/** The verdict in its one word. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  return (
    <span className={`inline-block rounded-full border px-3 py-0.5 text-sm font-semibold ${looks[verdict]}`}>
      {sayingOf(verdict).word}
    </span>
  );
}
