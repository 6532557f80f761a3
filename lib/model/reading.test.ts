import { describe, expect, it } from 'vitest';
import { readingsOf } from './assess';
import { confidenceOf, readingOf } from './reading';
import { alternativeOf, certain, modelOf, oneTime } from './testing/models';
import type { Model } from './types';

describe('the reading', () => {
  it.each([
    [1200, 1000, 1100, 'walk', 'O > T and O > A'],
    [1200, 1000, 1200, 'press', 'A < O ≤ T: at the threshold is within it'],
    [1200, 1000, 1300, 'press', 'A < O ≤ T'],
    [1000, 1000, 1000, 'sign', 'O ≤ A and O ≤ T: equal costs favour staying'],
    [900, 1000, 1300, 'sign', 'O ≤ A and O ≤ T'],
    [1000, 1000, 999.99, 'revisit', 'T < O ≤ A'],
    [900, 1000, 800, 'revisit', 'T < O ≤ A'],
    [-100, -200, 0, 'press', 'gains count like costs'],
  ])('offer %d, alternative %d, threshold %d: %s, for %s', (offer, alternative, threshold, verdict) => {
    expect(readingOf({ offer, alternative, threshold })).toBe(verdict);
  });

  it.each([
    [{ offer: null, alternative: 1000, threshold: 1100 }],
    [{ offer: 1200, alternative: null, threshold: 1100 }],
    [{ offer: 1200, alternative: 1000, threshold: null }],
  ])('is incomplete where one is missing: %o', (facts) => {
    expect(readingOf(facts)).toBe('incomplete');
  });
});

describe('confidence', () => {
  it.each([
    [1, 'clear'],
    [0.8, 'clear'],
    [0.79, 'leaning'],
    [0.6, 'leaning'],
    [0.59, 'close'],
    [0.5, 'close'],
    [0.41, 'close'],
    [0.4, 'leaning'],
    [0.21, 'leaning'],
    [0.2, 'clear'],
    [0, 'clear'],
  ])('at P = %d is %s', (probability, confidence) => {
    expect(confidenceOf(probability)).toBe(confidence);
  });
});

describe('the readings of a model', () => {
  const stay = [oneTime({ id: 'stay', unitCost: certain(1000) })];
  const leave = [oneTime({ id: 'move', unitCost: certain(800), part: 'switching', claimed: 2000 })];
  const readings = (changes: Partial<Model>) =>
    readingsOf({ ...modelOf(stay, leave, { threshold: { amount: 900 } }), ...changes });

  it('stand side by side: 1,000 > 900 and > 800 says walk, at the claim of 2,000 it says revisit', () => {
    expect(readings({})).toEqual({ verdict: 'walk', vendorVersion: 'revisit' });
  });

  const incomplete = { verdict: 'incomplete', vendorVersion: 'incomplete' };

  it('need a threshold', () => {
    const { threshold: _, ...without } = modelOf(stay, leave);
    expect(readingsOf(without)).toEqual(incomplete);
  });

  it('need an offer line', () => {
    expect(readings({ offer: modelOf([]).offer })).toEqual(incomplete);
  });

  it('need a chosen alternative', () => {
    const { chosen: _, ...without } = modelOf(stay, leave, { threshold: { amount: 900 } });
    expect(readingsOf(without)).toEqual(incomplete);
    expect(readings({ chosen: 'another' })).toEqual(incomplete);
  });

  it('need lines on it: an empty alternative costs nothing, which is no reason to walk', () => {
    expect(readings({ alternatives: [alternativeOf([])] })).toEqual(incomplete);
  });

  it('are of the chosen alternative, not the first', () => {
    const dear = alternativeOf([oneTime({ unitCost: certain(5000) })], { id: 'dear' });
    expect(readings({ alternatives: [dear, alternativeOf(leave)] }).verdict).toBe('walk');
    expect(readings({ alternatives: [dear, alternativeOf(leave)], chosen: 'dear' }).verdict).toBe('revisit');
  });
});
