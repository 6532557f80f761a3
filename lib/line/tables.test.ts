import { describe, expect, it } from 'vitest';
import { engagementOf, workedCase } from './testing/engagement';
import { lineView } from './view';

function comparisonOf(number: string, today = '2026-11-25') {
  const view = lineView(engagementOf(workedCase(number), 'contributor'), today);
  if (!view.comparison || !view.offer) throw new Error(`Worked case ${number} has two sides`);
  return { comparison: view.comparison, offer: view.offer };
}

const inCents = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);

describe.each(['01', '02', '03', '05', '13', '14', '15'])('the tables of case %s', (number) => {
  const { comparison, offer } = comparisonOf(number);

  it('the contract years add up to the nominal totals, to the cent', () => {
    expect(inCents(comparison.years.map((year) => year.offer))).toBe(inCents([offer.nominal]));
    expect(inCents(comparison.years.map((year) => year.alternative))).toBe(inCents([comparison.alternative.nominal]));
  });

  it('the sums that add up end at the nominal totals', () => {
    const { course } = comparison;
    expect(course.months.at(-1)).toMatchObject({ offer: offer.nominal, alternative: comparison.alternative.nominal });
    expect(course.yearEnds.at(-1)).toMatchObject({ offer: offer.nominal, alternative: comparison.alternative.nominal });
  });
});

it('what is paid before renewal is a year of its own, where anything is', () => {
  expect(comparisonOf('01').comparison.years[0]).toMatchObject({ short: 'Before', name: 'Before renewal' });
  expect(comparisonOf('14').comparison.years[0]).toMatchObject({ short: '1', name: 'Year 1, from Dec 2004' });
});

it('a clause the offer does not have is named without terms, and costs nothing', () => {
  const { clauses } = comparisonOf('14').comparison;
  expect(clauses.map(({ terms, cost }) => [terms, cost])).toEqual(Array.from({ length: 5 }, () => [null, 0]));
});

it('a clause the offer has is told in its own terms', () => {
  const { clauses } = comparisonOf('02').comparison;
  const terms = Object.fromEntries(clauses.map((clause) => [clause.name, clause.terms]));
  expect(terms['Renewal uplift']).toMatch(/% at each renewal, every 36 months$/);
  expect(terms['Growth of the quantities']).toMatch(/% a year$/);
  for (const { terms: says, cost } of clauses) expect(cost === 0).toBe(says === null);
});

it('the sensitivity names lines by their labels, widest first, and says which turn the result', () => {
  const { swings } = comparisonOf('05').comparison;
  const labels = new Set(
    [...workedCase('05').offer.lines, ...workedCase('05').alternatives.flatMap(({ lines }) => lines)].map(
      ({ label }) => label,
    ),
  );
  expect(swings.length).toBeGreaterThan(2);
  for (const { label } of swings) expect(labels).toContain(label);
  const widths = swings.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  for (const { atLow, atHigh, turns } of swings) expect(turns).toBe(atLow > 0 !== atHigh > 0);
});
