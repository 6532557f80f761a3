import type { Figures, OpenModel } from '@/lib/line/figures';

/** What one uncertain line does to the leverage, all others at likely. Present values. */
export type Swing = {
  /** The line's id, unique in the model. */
  readonly id: string;
  readonly label: string;
  readonly side: 'offer' | 'alternative';
  /** The leverage with the line at its low, and at its high. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Whether this line alone can turn the math from leaving to staying, or back. */
  readonly turns: boolean;
};

/** Widest first. */
export function swingsOf({ alternative }: Figures, model: OpenModel): Swing[] {
  const offerLabels = new Map(model.offer.lines.map((line) => [line.id, line.label]));
  const chosen = model.alternatives.find(({ id }) => id === alternative.id);
  const labels = new Map(chosen?.lines.map((line) => [line.id, line.label]));
  return alternative.sensitivity.map(({ line, low, high }) => ({
    id: line,
    label: offerLabels.get(line) ?? labels.get(line) ?? line,
    side: offerLabels.has(line) ? 'offer' : 'alternative',
    atLow: low,
    atHigh: high,
    turns: low > 0 !== high > 0,
  }));
}
