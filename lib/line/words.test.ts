import { describe, expect, it } from 'vitest';
import { plain } from './testing/plain';
import { allOf, anyOf, differenceSentence, leverageSentence, possessive } from './words';

describe('the two versions beside each other', () => {
  const munich = (favours: 'leaving' | 'staying', vendor: Parameters<typeof differenceSentence>[0]['vendor']) =>
    plain(differenceSentence({ client: 'City of Munich, 2012', favours, vendor }, 'EUR'));

  it('60.6 − 22.8: they say different things, and how far they lie apart', () => {
    expect(munich('leaving', { favours: 'staying', difference: 37_800_000 })).toBe(
      'City of Munich’s own figures say leave, Microsoft’s version says stay. They differ by EUR 37.8M on what leaving costs.',
    );
  });

  it('they say the same, at different costs', () => {
    expect(munich('staying', { favours: 'staying', difference: -1_250_000 })).toBe(
      'City of Munich’s own figures say stay, and so does Microsoft’s version. They differ by EUR 1.25M on what leaving costs.',
    );
  });

  it('nothing is claimed', () => {
    expect(munich('leaving', null)).toBe(
      'City of Munich’s own figures say leave. No claim of the account team is recorded to set beside them.',
    );
  });
});

it.each([
  [11_282_000, 'Staying costs EUR 11.3M more than leaving.'],
  [-480_000, 'Leaving costs EUR 480k more than staying.'],
  [0, 'Staying costs exactly what leaving costs.'],
])('a leverage of %d', (leverage, sentence) => {
  expect(plain(leverageSentence(leverage, 'EUR'))).toBe(sentence);
});

it('names stay grammatical', () => {
  expect(possessive('Averna Industries')).toBe('Averna Industries’');
  expect(possessive('Acme, Inc.')).toBe('Acme’s');
  expect([anyOf([]), anyOf(['Ann']), anyOf(['Ann', 'Ben', 'Cem'])]).toEqual(['', 'Ann', 'Ann, Ben or Cem']);
  expect([allOf(['Ann']), allOf(['Ann', 'Ben'])]).toEqual(['Ann', 'Ann and Ben']);
});
