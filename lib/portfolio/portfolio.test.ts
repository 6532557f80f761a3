import { describe, expect, it } from 'vitest';
import { askedBy, queryOf, searchTerms } from './asked';
import { csvCell, csvHead, csvLine } from './csv';
import { type NeedFacts, needOf } from './need';
import type { PortfolioRow } from './view';

describe('what an address asks of a portfolio', () => {
  it('takes what it does not know as if it said nothing', () => {
    const odd = { sort: 'password', down: 'yes', page: '-3', reading: 'win', level: ['a', 'b'] };
    expect(askedBy(odd)).toEqual({ sort: 'renewal', down: false, page: 1, archived: false, words: '' });
  });

  it('comes back as it went, and never with the words looked for', () => {
    const asked = { ...askedBy({ sort: 'needs', down: '1', page: '3', state: 'stale' }), words: 'secret' };
    expect(queryOf(asked)).toEqual({ sort: 'needs', down: '1', page: '3', state: 'stale' });
    expect(askedBy(queryOf(asked))).toEqual({ ...asked, words: '' });
  });

  it('looks for letters and digits alone, each the beginning of a word', () => {
    expect(searchTerms(' Öre  & !(x) ')).toEqual(['öre:*', 'x:*']);
    expect(searchTerms(`'; drop`)).toEqual(['drop:*']);
    expect(searchTerms('')).toEqual([]);
  });
});

describe('what needs somebody', () => {
  const calm: NeedFacts = {
    overdue: false,
    wordWaits: false,
    expiresIn: null,
    dueIn: null,
    daysLeft: 200,
    ended: false,
  };
  const need = (facts: Partial<NeedFacts>) => needOf({ ...calm, ...facts });

  it('is what is overdue before a word that waits, before a date that is near', () => {
    const all: Partial<NeedFacts> = { overdue: true, wordWaits: true, expiresIn: 3, state: 'stale', reading: 'walk' };
    expect(need(all)).toBe('overdue');
    expect(need({ ...all, overdue: false })).toBe('word');
    expect(need({ ...all, overdue: false, wordWaits: false })).toBe('expires');
    expect(need({ state: 'stale', reading: 'incomplete' })).toBe('stale');
    expect(need({ state: 'approved', reading: 'revisit' })).toBe('reads');
    expect(need({ state: 'approved', reading: 'press' })).toBeNull();
  });

  it('is near within 14 days, and not on the 15th', () => {
    expect([need({ expiresIn: 14 }), need({ expiresIn: 15 })]).toEqual(['expires', null]);
    expect([need({ dueIn: 14 }), need({ dueIn: 15 }), need({ dueIn: -4 })]).toEqual(['soon', null, 'soon']);
  });

  it('is nothing once the deal has ended or its renewal has passed', () => {
    expect(need({ overdue: true, ended: true })).toBeNull();
    expect(need({ overdue: true, daysLeft: -1 })).toBeNull();
    expect(need({ overdue: true, daysLeft: 0 })).toBe('overdue');
  });
});

describe('a portfolio as a file', () => {
  it('lets no cell be read as a formula', () => {
    expect(csvCell('=1+1')).toBe(`"'=1+1"`);
    expect(csvCell(' @SUM(A1)')).toBe(`"' @SUM(A1)"`);
    expect(csvCell('-cmd|calc')).toBe(`"'-cmd|calc"`);
    expect(csvCell('Averna, "the" firm')).toBe('"Averna, ""the"" firm"');
    expect(csvCell('Averna')).toBe('Averna');
  });

  it('has a negative leverage as a number, and no column of what may not be seen', () => {
    const row: PortfolioRow = {
      id: '1',
      client: '+49 Ltd',
      role: 'contributor',
      currency: 'EUR',
      renewalDate: '2027-06-30',
      daysLeft: 100,
      offer: 100,
      alternative: 120.5,
      leverage: -20.5,
      leverageShare: -0.205,
      level: 'forming',
      due: null,
      lead: 'Ines Halder',
      need: null,
    };
    expect(csvLine(row, false)).toBe(
      `"'+49 Ltd",contributor,2027-06-30,100,EUR,100,120.5,-20.5,forming,,,Ines Halder\r\n`,
    );
    expect(csvHead(false)).not.toMatch(/Reading|Threshold|Outcome/);
    expect(csvHead(true)).toMatch(/Reading,Threshold,Outcome/);
  });
});
