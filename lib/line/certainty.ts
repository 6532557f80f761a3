import { percentage } from '@/lib/line/words';
import { confidenceOf } from '@/lib/model/reading';
import type { Confidence, Simulation } from '@/lib/model/types';

/** How sure the figures are of which side costs more. */
export type Certainty = {
  /** Null where no figure carries a range: then there is nothing to draw. */
  readonly confidence: Confidence | null;
  readonly sentence: string;
};

const meaning: Record<Confidence, string> = {
  clear: 'Clear',
  leaning: 'Leaning, not settled',
  close: 'Too close to call',
};

export function certaintyOf(simulation: Simulation, uncertainLines: number): Certainty {
  if (uncertainLines === 0) {
    return {
      confidence: null,
      sentence: 'Every figure is entered as certain, without a low and a high: nothing is said of how sure they are.',
    };
  }
  const p = simulation.pOfferCostsMore;
  const confidence = confidenceOf(p);
  const draws = simulation.draws.toLocaleString('en-GB');
  return {
    confidence,
    sentence: `${meaning[confidence]}: the offer costs more than leaving in ${share(p)} of ${draws} draws from the ranges of the estimates.`,
  };
}

function share(p: number): string {
  if (p === 0) return 'none';
  if (p === 1) return 'every one';
  if (p > 0.999) return 'more than 99.9 %';
  if (p < 0.001) return 'less than 0.1 %';
  return percentage(p, p > 0.99 || p < 0.01 ? 1 : 0);
}
