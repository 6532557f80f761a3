import { describe, expect, it } from 'vitest';
import type { EngagementRecord } from '@/lib/engagements/record';
import { readingView, sayingOf } from './reading';
import { engagementOf, inForce, workedCase } from './testing/engagement';
import { plain } from './testing/plain';
import { lineView } from './view';

const today = '2026-11-25';

function readingOf(number: string, other: Partial<EngagementRecord> = {}) {
  const { reading } = lineView(engagementOf(workedCase(number), 'executive', other), today);
  if (!reading) throw new Error('An executive sees the reading');
  return reading;
}

describe('the verdict, and what Microsoft’s version would make of it', () => {
  it.each([
    ['06', 'walk', 'revisit'],
    ['07', 'press', 'sign'],
    ['08', 'sign', 'sign'],
    ['09', 'revisit', 'revisit'],
  ])('case %s: %s, by the vendor %s', (number, own, vendor) => {
    const reading = readingOf(number);
    expect(reading.own.verdict).toBe(own);
    expect(reading.vendor?.verdict).toBe(vendor);
  });

  it('is said as plainly when it says stay as when it says leave', () => {
    expect(sayingOf('walk').sentence).toBe(
      'Leaving is the right decision: the offer is above the line leadership drew, and above what leaving costs.',
    );
    expect(sayingOf('sign').sentence).toBe(
      'The deal beats the alternative, and it is within what leadership would pay.',
    );
    expect(sayingOf('press').sentence).toContain('press, the leverage is real');
    expect(sayingOf('revisit').sentence).toContain('leadership must look again before anyone speaks');
  });
});

it('rests on who approved it and when, how long it stands, and how far the alternative may move', () => {
  const cost = lineView(engagementOf(workedCase('06'), 'executive'), today).comparison?.alternative.presentValue ?? 0;
  const { restsOn, statement } = readingOf('06', {
    threshold: inForce(1_700_000, { alternativeCost: cost / 1.02, validUntil: '2026-12-05' }),
  });
  expect(restsOn.map(plain)).toEqual([
    'A walk threshold of EUR 1.70M, approved by Marta Lindqvist on 3 Nov 2026 and Paul Okafor on 4 Nov 2026.',
    'It stands until 5 Dec 2026, 10 more days.',
    expect.stringMatching(/^It holds while the alternative stays within 5 % of EUR.*; it has moved 2 %\.$/),
  ]);
  expect(statement).toBe('Above it we leave.');
});

it.each([
  ['2026-11-25', 'It stands until 25 Nov 2026, which is today.'],
  ['2026-11-26', 'It stands until 26 Nov 2026, which is tomorrow.'],
  ['2031-12-31', 'It stands until 31 Dec 2031.'],
])('the last day on which it stands, %s', (validUntil, sentence) => {
  expect(readingOf('06', { threshold: inForce(1_700_000, { validUntil }) }).restsOn).toContain(sentence);
});

describe('without a threshold in force', () => {
  it('is incomplete, says why, and to whom to turn', () => {
    const reading = readingOf('14');
    expect(reading.own.verdict).toBe('incomplete');
    expect(reading.vendor).toBeNull();
    expect(reading.absence).toEqual({
      what: 'No walk threshold has been proposed yet.',
      turnTo: 'Ines Halder (advisor) or Marta Lindqvist (executive) can propose one.',
    });
  });

  it('says what the reading would be at an amount that is proposed', () => {
    const reading = readingOf('14', { proposedAmount: 29_927_000, thresholdAbsence: 'It waits for its approvers.' });
    expect(reading.own.verdict).toBe('incomplete');
    expect(reading.threshold).toEqual({ amount: 29_927_000, inForce: false });
    expect(plain(reading.proposal ?? '')).toBe(
      'EUR 29.9M is written down, but not in force. At that amount the reading would be: walk.',
    );
    expect(reading.absence?.turnTo).toBe('Marta Lindqvist (executive) approves it, whoever is named in it.');
  });

  it('names the role that is needed where nobody here has it', () => {
    const { absence } = readingOf('14', { proposedAmount: 1, people: [{ name: 'Ines Halder', role: 'advisor' }] });
    expect(absence?.turnTo).toBe('No member can do that yet: it takes an executive.');
  });
});

it('reads nothing while a side has no line, whatever the threshold', () => {
  const reading = readingView(engagementOf(workedCase('06'), 'executive'), null, today);
  expect(reading.own.verdict).toBe('incomplete');
  expect(reading.threshold).toEqual({ amount: 1_700_000, inForce: true });
});
