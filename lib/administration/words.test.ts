import { describe, expect, it } from 'vitest';
import { detailOf, sentenceOf } from './words';

const event = { kind: 'member.changed', actor: 'Ines', subject: 'Paul', samePerson: false };

describe('a security event in words', () => {
  it('says who did it and whom it concerns', () => {
    expect(sentenceOf(event)).toBe('Ines changed the role of Paul');
    expect(sentenceOf({ ...event, kind: 'signed-in', subject: 'Ines', samePerson: true })).toBe('Ines signed in');
  });

  it('names whom it concerns where nobody was signed in', () => {
    expect(sentenceOf({ ...event, kind: 'signed-in', actor: null })).toBe('Paul signed in');
    expect(sentenceOf({ kind: 'sign-in.refused', actor: null, subject: null, samePerson: false })).toBe(
      'A sign-in was refused',
    );
  });

  it('shows a detail in words, without what is not so', () => {
    expect(detailOf({ engagement: '7', entry: '12', 'by mail': true, passkey: false, note: '' })).toBe(
      'engagement: 7 · entry: 12 · by mail',
    );
  });
});
