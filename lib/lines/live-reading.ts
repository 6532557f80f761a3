import { alternativeFigures, type BenchFigures } from '@/lib/lines/live';
import type { BenchView } from '@/lib/lines/view';
import { mathFavours, readingOf } from '@/lib/model/reading';
import type { Verdict } from '@/lib/model/types';
import { movedBeyond } from '@/lib/thresholds/standing';

/** What the figures on the bench say at this moment. */
export type LiveReading = {
  /** Which way the chosen alternative points, whatever the threshold. */
  readonly favours: 'leaving' | 'staying';
  /** Null for whoever may not see the threshold. */
  readonly verdict: Verdict | null;
  /** How far the alternative has moved beyond what the threshold tolerates, as a fraction; null where it has not. */
  readonly beyond: number | null;
};

/** Null while the offer or the chosen alternative has no line. The server's reading follows the same rules. */
export function liveReading(view: BenchView, figures: BenchFigures): LiveReading | null {
  const chosen = view.alternatives.find(({ key }) => key === view.chosen);
  const found = chosen && alternativeFigures(figures, chosen.id);
  if (!found || !figures.costed.offer || !figures.costed.alternatives.includes(found.id)) return null;
  const facts = { offer: figures.totals.offer.presentValue, alternative: found.presentValue };
  const favours = mathFavours(facts.offer, facts.alternative);
  if (view.threshold === undefined) return { favours, verdict: null, beyond: null };
  const beyond = view.threshold && movedBeyond(view.threshold, facts.alternative);
  const amount = view.threshold && beyond === null ? view.threshold.amount : null;
  return { favours, verdict: readingOf({ ...facts, threshold: amount }), beyond };
}
