import { describe, expect, it } from 'vitest';
import { sensitivityOf } from './sensitivity';
import { alternativeOf, graduatedLine, modelOf, oneTime, percent, range, recurring } from './testing/models';
import type { Line } from './types';

function sensitivities(offer: readonly Line[], own: readonly Line[]) {
  const alternative = alternativeOf(own);
  return sensitivityOf(alternative, modelOf(offer, alternative));
}

describe('sensitivity', () => {
  it('is the leverage at a line’s low and high, all others likely: 1,000 − (600 + 50 | 600 + 300)', () => {
    const rows = sensitivities(
      [oneTime({ id: 'stay', unitCost: range(1000, 1000, 1000) })],
      [oneTime({ id: 'run', unitCost: range(600, 600, 600) }), oneTime({ id: 'move', unitCost: range(50, 100, 300) })],
    );
    expect(rows).toEqual([{ line: 'move', low: 350, high: 100 }]);
  });

  it('runs the other way for a line of the offer: 900 − 600 at low, 1,300 − 600 at high', () => {
    const rows = sensitivities(
      [oneTime({ id: 'stay', unitCost: range(900, 1000, 1300) })],
      [oneTime({ id: 'run', unitCost: range(600, 600, 600) })],
    );
    expect(rows).toEqual([{ line: 'stay', low: 300, high: 700 }]);
  });

  it('puts the widest first, and equal widths by id, whichever side they are on', () => {
    const rows = sensitivities(
      [oneTime({ id: 'm', unitCost: range(100, 200, 300) }), oneTime({ id: 'z', unitCost: range(0, 50, 400) })],
      [oneTime({ id: 'b', unitCost: range(0, 100, 200) }), oneTime({ id: 'n', unitCost: range(10, 20, 210) })],
    );
    expect(rows.map(({ line }) => line)).toEqual(['z', 'b', 'm', 'n']);
  });

  it('sees equal widths where floating point does not: 0.30 − 0.10 and 0.20 − 0.00', () => {
    const rows = sensitivities(
      [],
      [oneTime({ id: 'b', unitCost: range(0.1, 0.1, 0.3) }), oneTime({ id: 'a', unitCost: range(0, 0.1, 0.2) })],
    );
    expect(rows.map(({ line }) => line)).toEqual(['a', 'b']);
  });

  it('takes along what rests on the line: 100 to 200 with 10 % on top is 110 to 220', () => {
    const rows = sensitivities([oneTime({ unitCost: range(100, 150, 200) }), percent()], []);
    expect(rows).toEqual([{ line: 'one-time', low: 110, high: 220 }]);
  });

  it('knows rates and amounts, and leaves certain and graduated lines out', () => {
    const rows = sensitivities(
      [recurring(), percent({ rate: range(0.05, 0.1, 0.2) }), graduatedLine()],
      [oneTime({ unitCost: range(5, 5, 5) })],
    );
    // Graduated: 1,200 → 1,000 × 0.1 + 200 × 0.07 = 114. Leverage: 1,200 + 60 + 114 − 5 and 1,200 + 240 + 114 − 5.
    expect(rows).toEqual([{ line: 'percent', low: 1369, high: 1549 }]);
  });
});
