import { expect, it } from 'vitest';
import { discountAtAGlance, multipleAtAGlance } from './sense';

it.each([
  [1.494825, '1.49 ×', 'of the honest cost before staying wins'],
  [0.4, '0.4 ×', 'of the honest cost before staying wins'],
  [2_936.34, 'over 100 ×', 'of the honest cost before staying wins'],
  [0, 'not even free', 'staying wins even with switching free'],
  [-0.99, 'not even free', 'staying wins even with switching free'],
  [-2_936.34, 'not even free', 'staying wins even with switching free'],
  [null, '–', 'switching costs nothing here'],
])('a switching multiple of %s reads %s', (multiple, figure, note) => {
  expect(multipleAtAGlance(multiple)).toEqual({ figure, note });
});

it.each([
  [0.331, 100, '33.1 %', 'how far the whole offer must fall'],
  [0, 100, '0 %', 'how far the whole offer must fall'],
  [1, 100, '100 %', 'how far the whole offer must fall'],
  [1.2, 100, 'none', 'leaving pays for itself: even a free offer would cost more'],
  [-0.12, 100, '−12 %', 'the whole offer could rise by that much before leaving won'],
  [-561_504.226, 100, 'none needed', 'the whole offer could more than double before leaving won'],
  [4, -100, '–', 'the offer has no price to discount'],
  [null, 0, '–', 'the offer has no price to discount'],
])('a discount of %s on an offer of %d reads %s', (discount, offer, figure, note) => {
  expect(discountAtAGlance({ discount, offer })).toEqual({ figure, note });
});
