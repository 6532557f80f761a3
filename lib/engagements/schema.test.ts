import { describe, expect, it } from 'vitest';
import { importedEngagement, newEngagement } from './schema';

const typed = {
  client: ' Averna ',
  currency: 'eur',
  renewalDate: '2028-02-29',
  horizonMonths: '60',
  discountRate: '8,5 %',
  alternative: 'A rival',
};

function fieldsRefused(change: Partial<Record<keyof typeof typed, string>>): string[] {
  const result = newEngagement.safeParse({ ...typed, ...change });
  return result.success ? [] : result.error.issues.map(({ path }) => String(path[0]));
}

describe('the short form', () => {
  it('reads 8,5 % as 0.085 exactly, eur as EUR, and trims', () => {
    expect(newEngagement.parse(typed)).toEqual({
      client: 'Averna',
      currency: 'EUR',
      renewalDate: '2028-02-29',
      horizonMonths: 60,
      discountRate: 0.085,
      alternative: 'A rival',
    });
    expect(newEngagement.parse({ ...typed, discountRate: '0.07' }).discountRate).toBe(0.0007);
    expect(newEngagement.parse({ ...typed, discountRate: '50' }).discountRate).toBe(0.5);
  });

  it('takes no blank for a zero', () => {
    for (const field of [
      'horizonMonths',
      'discountRate',
      'renewalDate',
      'currency',
      'client',
      'alternative',
    ] as const) {
      expect(fieldsRefused({ [field]: ' ' })).toEqual([field]);
    }
  });

  it('refuses what cannot be: 29 February 2027, 11 and 121 months, 50.1 %, a currency of nobody', () => {
    expect(fieldsRefused({ renewalDate: '2027-02-29' })).toEqual(['renewalDate']);
    expect(fieldsRefused({ horizonMonths: '11' })).toEqual(['horizonMonths']);
    expect(fieldsRefused({ horizonMonths: '121' })).toEqual(['horizonMonths']);
    expect(fieldsRefused({ horizonMonths: '6e1' })).toEqual(['horizonMonths']);
    expect(fieldsRefused({ discountRate: '50.1' })).toEqual(['discountRate']);
    expect(fieldsRefused({ discountRate: '-1' })).toEqual(['discountRate']);
    expect(fieldsRefused({ currency: 'ZZZ' })).toEqual(['currency']);
  });

  it('takes no text that turns round what follows it, and none without an end', () => {
    expect(fieldsRefused({ client: 'Averna \u202eevil' })).toEqual(['client']);
    expect(fieldsRefused({ client: 'two\nlines' })).toEqual(['client']);
    expect(fieldsRefused({ client: 'a'.repeat(121) })).toEqual(['client']);
    expect(fieldsRefused({ alternative: 'a'.repeat(201) })).toEqual(['alternative']);
  });
});

it('a file of more than 8 MB is refused before it is read', () => {
  const result = importedEngagement.safeParse({ client: 'Averna', file: ' '.repeat(8 * 1024 * 1024 + 1) });
  expect(result.error?.issues.map(({ path }) => path)).toEqual([['file']]);
});
