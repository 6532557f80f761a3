import { expect, it } from 'vitest';
import { breakEvensOf } from './break-evens';
import { figuresOf } from './figures';
import { engagementOf, workedCase } from './testing/engagement';
import { plain } from './testing/plain';

/** The three break-evens of a worked case, or of its figures with some of the alternative's changed. */
function breakEvens(number: string, change: object = {}) {
  const model = workedCase(number);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen) ?? model.alternatives[0];
  if (!chosen) throw new Error(`Worked case ${number} has no alternative`);
  const figures = figuresOf(model, chosen);
  return breakEvensOf(
    { ...figures, alternative: { ...figures.alternative, ...change } },
    engagementOf(model, 'advisor'),
  ).map(({ figure, sentence }) => ({ figure: plain(figure), sentence: plain(sentence) }));
}

it('each is told with this engagement’s numbers: 1 − 22.8/34.1, 34.1/22.8, and the month', () => {
  expect(breakEvens('14')).toEqual([
    {
      figure: '33.1 %',
      sentence:
        'The whole offer would have to fall by 33.1 %, from EUR 34.1M to EUR 22.8M, before staying cost no more than leaving.',
    },
    {
      figure: '1.49 ×',
      sentence:
        'Switching could cost up to 1.49 × our figure, EUR 34.1M instead of EUR 22.8M, before staying won. Microsoft’s version puts it at EUR 60.6M.',
    },
    {
      figure: 'from the start',
      sentence: 'At no month has leaving cost more in total than staying. Nominal amounts.',
    },
  ]);
});

it('where staying is cheaper, the offer could rise and switching would have to cost less', () => {
  const [discount, switching] = breakEvens('08');
  expect(discount?.figure).toMatch(/^−/);
  expect(discount?.sentence).toMatch(/^The whole offer could rise by .* before leaving cost no more than staying\.$/);
  expect(switching?.sentence).toMatch(/^Switching would have to cost no more than 0\.\d+ × our figure/);
});

it('says so where there is no such point', () => {
  const none = { breakEven: { discount: null, switchingMultiple: null, month: null } };
  expect(breakEvens('14', none).map(({ figure }) => figure)).toEqual(['–', '–', 'never']);
  const dearToRun = { breakEven: { discount: -0.1, switchingMultiple: -0.4, month: 11 }, run: 40_000_000 };
  const [, switching, month] = breakEvens('14', dearToRun);
  expect(switching?.sentence).toContain('even free switching would not make leaving cheaper');
  expect(month).toEqual({
    figure: 'Nov 2005',
    sentence:
      'From Nov 2005, 11 months after renewal, leaving has cost less in total than staying, and it stays so to the end. Nominal amounts.',
  });
});

it('a figure out of all sense gives way to words: running at 40 of an offer of 34.1, or leaving at −3.4', () => {
  const absurd = { breakEven: { discount: -561_504.226, switchingMultiple: -2_936.34, month: null } };
  const [discount, switching] = breakEvens('14', { ...absurd, run: 40_000_000 });
  expect(discount).toMatchObject({ figure: 'none needed', sentence: expect.stringContaining('more than double') });
  expect(switching).toMatchObject({
    figure: 'not even free',
    sentence: expect.stringContaining('even free switching'),
  });
  const [gain] = breakEvens('14', {
    breakEven: { discount: 1.1, switchingMultiple: 2, month: null },
    presentValue: -3_400_000,
  });
  expect(gain).toMatchObject({ figure: 'none', sentence: expect.stringContaining('it brings in EUR 3.40M') });
});

it.each([
  [-1, 'From Nov 2004, one month before renewal, leaving'],
  [0, 'From Dec 2004, the renewal itself, leaving'],
  [36, 'From Dec 2007, 36 months after renewal, leaving'],
])('a break-even in month %d', (month, words) => {
  const [, , told] = breakEvens('14', { breakEven: { discount: 0.1, switchingMultiple: 2, month } });
  expect(told?.sentence).toContain(words);
});
