import { describe, expect, it } from 'vitest';
import { cellText, editText, readCell } from '@/lib/lines/cells';
import { wantsRange } from '@/lib/lines/certainty';
import { blankFields, type Change, type Field, type LineFields, lineOfFields } from '@/lib/lines/fields';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const blank = blankFields('alternative', about);
const range: LineFields = { ...blank, low: 90, likely: 100, high: 120 };
const change = (fields: LineFields, field: Field, text: string) => {
  const read = readCell(fields, field, text, about);
  return read.ok ? read.change : read.why;
};

describe('what a typed text makes of a cell', () => {
  it('a figure without a range stays certain when it changes', () => {
    expect(change(blank, 'likely', '54,75')).toEqual({ low: 54.75, likely: 54.75, high: 54.75 });
    expect(change({ ...blank, low: 10, likely: 10, high: 10 }, 'likely', '12')).toEqual({
      low: 12,
      likely: 12,
      high: 12,
    });
  });
  it('a range keeps its ends, and loses them when one is blanked', () => {
    expect(change(range, 'likely', '110')).toEqual({ likely: 110 });
    expect(change(range, 'low', '')).toEqual({ low: 100, high: 100 });
  });
  it('a certain figure is shown once', () => {
    const certain = { ...blank, low: 10, likely: 10, high: 10 };
    expect((['low', 'likely', 'high'] as const).map((field) => cellText(certain, field, about))).toEqual([
      '',
      '10',
      '',
    ]);
    expect(change(certain, 'high', '')).toEqual({ low: 10, high: 10 });
    expect(change(certain, 'high', '12')).toEqual({ high: 12 });
  });
  describe('a figure quoted in another currency', () => {
    const quoted: LineFields = {
      ...blank,
      quotedCurrency: 'USD',
      quotedLow: 60,
      quotedLikely: 60,
      quotedHigh: 60,
      exchangeRate: 0.9125,
      low: 54.75,
      likely: 54.75,
      high: 54.75,
    };
    it('is shown converted and typed in its own currency', () => {
      expect(cellText(quoted, 'likely', about)).toBe('54.75');
      expect(editText(quoted, 'likely', about)).toBe('60 USD');
      expect(change(quoted, 'likely', '80 USD')).toEqual({
        quotedLow: 80,
        quotedLikely: 80,
        quotedHigh: 80,
        low: 73,
        likely: 73,
        high: 73,
      });
    });
    it('is converted again when the rate changes', () => {
      expect(change(quoted, 'exchangeRate', '0,9')).toEqual({ exchangeRate: 0.9, low: 54, likely: 54, high: 54 });
    });
    it('is not mixed up with another', () => {
      expect(change(quoted, 'likely', '€ 60')).toContain('Written in €, but this figure is in USD');
      expect(change(blank, 'likely', '60 USD')).toContain('Written in USD, but this figure is in EUR');
      expect(change(blank, 'likely', '60 EUR')).toMatchObject({ likely: 60 });
      expect(change(blank, 'quantity', '60 EUR')).toBe('Quantity is no amount of money');
    });
    it.each(['$60', '£60', '60 £', 'US$60', '₦ 60'])('%s is not 60 EUR', (text) => {
      for (const field of ['low', 'likely', 'high'] as const) {
        expect(change(blank, field, text)).toContain('To keep it as it was quoted, write its code, such as USD,');
      }
      expect(change(quoted, 'claimed', text)).toContain('but this figure is in EUR. Convert it first');
      expect(change(blank, 'tiers', `10 % up to ${text}; 7 % above`)).toContain('is not in EUR: convert it first');
    });
    it('$60 is 60 where the line is quoted in dollars', () => {
      expect(change(quoted, 'likely', '$60')).toMatchObject({ quotedLikely: 60 });
      expect(change(quoted, 'likely', '£60')).toContain('Written in £, but this figure is in USD');
    });
    it('begins and ends with its currency', () => {
      expect(change({ ...blank, low: 5, likely: 5, high: 5 }, 'quotedCurrency', 'usd')).toMatchObject({
        quotedCurrency: 'USD',
        quotedLikely: 5,
        exchangeRate: null,
      });
      expect(change(quoted, 'quotedCurrency', '')).toMatchObject({ quotedCurrency: null, exchangeRate: null });
      expect(change(quoted, 'quotedCurrency', 'dollars')).toBe('“dollars” is no currency code such as USD');
    });
    it('asks for its rate', () => {
      const waiting = { ...quoted, label: 'Suite', category: 'licences', quantity: 1, exchangeRate: null };
      expect(lineOfFields(waiting, 'x', 'alternative', about)).toMatchObject({
        problems: { exchangeRate: 'How much is one USD?' },
      });
      expect(lineOfFields({ ...waiting, exchangeRate: 0.5 }, 'x', 'alternative', about)).toMatchObject({
        ok: true,
        line: { unitCost: { low: 30, likely: 30, high: 30 } },
      });
    });
  });
  it('a blank is null, never a zero', () => {
    expect(change({ ...blank, quantity: 5 }, 'quantity', '')).toEqual({ quantity: null });
    expect(change(blank, 'likely', ' ')).toEqual({ low: null, likely: null, high: null });
  });
  it('a rate is in percent, with the sign or without', () => {
    expect(change(blank, 'escalator', '3')).toEqual({ escalator: 0.03 });
    expect(change(blank, 'escalator', '3,5 %')).toEqual({ escalator: 0.035 });
    expect(change({ ...blank, kind: 'percent' }, 'likely', '7')).toEqual({ low: 0.07, likely: 0.07, high: 0.07 });
  });
  it('money is no percentage', () => {
    expect(change(blank, 'likely', '8 %')).toBe('Likely is no percentage');
  });
  it('1.234 is taken as one and a bit, and asks', () => {
    expect(readCell(blank, 'quantity', '1.234', about)).toMatchObject({
      change: { quantity: 1.234 },
      doubt: { taken: '1.234', otherwise: '1,234' },
    });
  });
  it('the last month is the one before the end', () => {
    expect(change(blank, 'endMonth', 'Jun 2030')).toEqual({ endMonth: 36 });
    expect(cellText({ ...blank, endMonth: 36 }, 'endMonth', about)).toBe('Jun 2030');
    expect(change(blank, 'startMonth', 'whenever')).toContain('is no month');
  });
  it('a choice by its name, or by how it begins', () => {
    expect(change(blank, 'basis', 'vendor claim')).toEqual({ basis: 'vendor claim' });
    expect(change(blank, 'billed', 'ann')).toEqual({ billed: 'annually' });
    expect(change(blank, 'part', 'perhaps')).toBe('“perhaps” is none of Run, Switching');
  });
  it('categories are a list, bands are sentences', () => {
    expect(change(blank, 'of', 'licences, azure; licences')).toEqual({ of: ['licences', 'azure'] });
    expect(change(blank, 'tiers', '10 % up to 1,800,000; 7 % above')).toEqual({
      tiers: [{ upTo: 1_800_000, rate: 0.1 }, { rate: 0.07 }],
    });
    expect(change(blank, 'tiers', 'much')).toContain('is no band');
  });
  it('days as people write them', () => {
    expect(change(blank, 'basisOn', '31.3.2027')).toEqual({ basisOn: '2027-03-31' });
    expect(change(blank, 'basisOn', '30 Jun 2027')).toEqual({ basisOn: '2027-06-30' });
    expect(change(blank, 'basisOn', '2027-02-30')).toContain('is no date');
  });
  it('what is shown for editing reads back as itself', () => {
    const full: LineFields = {
      ...range,
      kind: 'percent',
      low: 0.06,
      likely: 0.07,
      high: 0.085,
      of: ['a', 'b'],
      tiers: [{ upTo: 10.5, rate: 0.1 }, { rate: 0.07 }],
      basis: 'quote',
      basisOn: '2027-01-31',
      startMonth: -6,
      source: 'by mail',
    };
    for (const field of [
      'low',
      'likely',
      'high',
      'of',
      'tiers',
      'basis',
      'basisOn',
      'startMonth',
      'endMonth',
      'source',
    ] as const) {
      expect(change(full, field, editText(full, field, about))).toMatchObject({ [field]: full[field] });
    }
  });
});

describe('a line as it is written down', () => {
  it('says what is missing, cell by cell', () => {
    const read = lineOfFields(blank, 'x', 'alternative', about);
    expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['label', 'category', 'quantity', 'likely']);
  });
  it('is a line of the model once nothing is', () => {
    const full = { ...blank, label: 'Suite', category: 'licences', quantity: 10, low: 5, likely: 5, high: 5 };
    expect(lineOfFields(full, 'suite', 'alternative', about)).toMatchObject({
      ok: true,
      line: {
        id: 'suite',
        kind: 'recurring',
        unitCost: { low: 5, likely: 5, high: 5 },
        start: 0,
        end: 60,
        heldUntil: 0,
      },
    });
    expect(wantsRange(full)).toBe(true);
    expect(wantsRange({ ...full, basis: 'quote' })).toBe(false);
  });
  it('names the end of the range that is wrong', () => {
    const crossed = { ...range, label: 'Suite', category: 'licences', quantity: 1, likely: 130 };
    expect(lineOfFields(crossed, 'x', 'alternative', about)).toMatchObject({
      problems: { high: 'High is below likely' },
    });
  });
  it('an owner is a member, by name or by how only one begins', () => {
    const people = [
      { id: 'p1', name: 'Ines Halder' },
      { id: 'p2', name: 'Ines Voss' },
      { id: 'p3', name: 'Sofia Duarte' },
    ];
    const read = (text: string) => readCell(range, 'ownerId', text, { ...about, people });
    expect(read('sofia')).toEqual({ ok: true, change: { ownerId: 'p3' } });
    expect(read('Ines Voss')).toEqual({ ok: true, change: { ownerId: 'p2' } });
    expect(read('')).toEqual({ ok: true, change: { ownerId: null } });
    expect(read('ines')).toEqual({ ok: false, why: '“ines” is more than one member' });
    expect(read('Bob')).toEqual({ ok: false, why: '“Bob” is no member' });
    expect(cellText({ ...range, ownerId: 'p1' }, 'ownerId', { ...about, people })).toBe('Ines Halder');
    expect(cellText({ ...range, ownerId: 'p9' }, 'ownerId', { ...about, people })).toBe('Somebody who has left');
  });
  it('says it at the figure that was typed, in every currency', () => {
    const crossed = { ...range, label: 'Suite', category: 'licences', quantity: 1, likely: 130 };
    const at = (fields: LineFields, typed: Change) => lineOfFields(fields, 'x', 'alternative', about, typed);
    expect(at(crossed, { likely: 130 })).toEqual({ ok: false, problems: { likely: 'Likely is above high' } });
    expect(at(crossed, { likely: 130, high: 110 })).toMatchObject({ problems: { high: 'High is below likely' } });
    const quoted = { quotedCurrency: 'USD', exchangeRate: 2, quotedLow: 5, quotedLikely: 4, quotedHigh: 6 } as const;
    expect(at({ ...crossed, ...quoted }, { quotedLikely: 4, low: 10, likely: 8, high: 12 })).toEqual({
      ok: false,
      problems: { likely: 'Likely is below low' },
    });
  });
  it('a figure beyond what can be counted is said before the order', () => {
    const huge = { ...range, label: 'Suite', category: 'licences', quantity: 1, likely: 1e30 };
    const read = lineOfFields(huge, 'x', 'alternative', about, { likely: 1e30 });
    expect(read.ok ? {} : Object.keys(read.problems)).toEqual(['likely']);
    expect(read.ok ? '' : read.problems.likely).not.toContain('high');
  });
  it('says in months people write that Through is before From', () => {
    const full = { ...range, label: 'Suite', category: 'licences', quantity: 1, startMonth: 1, endMonth: 1 };
    expect(lineOfFields(full, 'x', 'alternative', about)).toMatchObject({
      problems: { endMonth: 'Through is before From: write Aug 2027 or later' },
    });
  });
  it('stays within the horizon', () => {
    const long = { ...range, label: 'Suite', category: 'licences', quantity: 1, endMonth: 61 };
    expect(lineOfFields(long, 'x', 'alternative', about)).toMatchObject({
      problems: { endMonth: 'Reckoned is through Jun 2032: write that month or an earlier one' },
    });
  });
});
