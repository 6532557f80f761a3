import { describe, expect, it } from 'vitest';
import { changesOf, wordsOf } from './words';

describe('an entry in words', () => {
  it('names what happened and to what', () => {
    expect(wordsOf({ kind: 'line.changed', before: { label: 'Suite', likely: 10 }, after: { likely: 12 } })).toEqual({
      does: 'changed the line',
      it: 'Suite',
    });
    expect(wordsOf({ kind: 'engagement.created', before: null, after: { client: 'Averna' } }).it).toBe('Averna');
  });

  it('says of a kind it does not know what it is called', () => {
    expect(wordsOf({ kind: 'paper.printed', before: null, after: null })).toEqual({ does: 'paper: printed', it: null });
  });
});

describe('before and after', () => {
  it('says what changed and leaves out what did not', () => {
    expect(changesOf({ before: { label: 'Suite', likely: 10 }, after: { label: 'Suite', likely: 1234.5 } })).toEqual([
      { field: 'likely', before: '10', after: '1,234.5' },
    ]);
  });

  it('writes rates in percent, dates as dates, people by name, lists in a row', () => {
    const names = new Map([['7', 'Ines Halder']]);
    expect(
      changesOf(
        {
          before: { escalator: 0.03, saidOn: '2026-02-01', ownerId: null, after: [] },
          after: { escalator: 0.045, saidOn: '2026-02-03', ownerId: '7', after: ['pilot', 'move'] },
        },
        names,
      ),
    ).toEqual([
      { field: 'rise a year', before: '3 %', after: '4.5 %' },
      { field: 'said on', before: '1 Feb 2026', after: '3 Feb 2026' },
      { field: 'owner', before: null, after: 'Ines Halder' },
      { field: 'waits for', before: null, after: 'pilot, move' },
    ]);
  });

  it('tells all of what was added, without its blanks', () => {
    expect(changesOf({ before: null, after: { label: 'Pilot', months: 3, ownerId: null, after: [] } })).toEqual([
      { field: 'label', before: null, after: 'Pilot' },
      { field: 'months', before: null, after: '3' },
    ]);
  });

  it('does not take a fact for changed that only one side carries as a name', () => {
    expect(
      changesOf({ before: { label: 'Suite', likely: 1 }, after: { likely: 2 } }).map(({ field }) => field),
    ).toEqual(['likely']);
  });
});
