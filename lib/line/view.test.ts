import { describe, expect, it } from 'vitest';
import type { MemberRole } from '@/lib/access/permissions';
import { assess } from '@/lib/model/assess';
import { engagementOf, workedCase } from './testing/engagement';
import { lineView } from './view';

const today = '2026-11-25';
/** A worked case for each verdict, one without a threshold, and one with every kind of clause. */
const cases = ['02', '05', '06', '07', '08', '09', '10', '14', '15'];

/** Every key and every value of a view, however deep. */
function* leavesOf(value: unknown, key = ''): Generator<{ key: string; value: unknown }> {
  yield { key, value };
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) yield* leavesOf(inner, name);
}

describe.each(['contributor', 'observer'] as const)('what a %s is sent', (role) => {
  it.each(cases)('holds nothing of a threshold, nor a verdict (case %s)', (number) => {
    const model = { ...workedCase(number), threshold: { amount: 8_642_173.25 } };
    // Even where the record carried it, which the walls do not let happen.
    const view = lineView(engagementOf(model, role, { proposedAmount: 7_531_902 }), today);
    expect('reading' in view).toBe(false);
    for (const { key, value } of leavesOf(view)) {
      expect(key).not.toMatch(/threshold|verdict|reading|propos|approv/i);
      expect(value).not.toBe(8_642_173.25);
      expect(value).not.toBe(7_531_902);
      if (typeof value === 'string') {
        expect(value).not.toMatch(/8[.,\s]?64|7[.,\s]?53/);
        expect(value).not.toMatch(/\b(walk|press|sign|revisit|incomplete|threshold|leadership)\b/i);
      }
    }
  });

  it.each(cases)('is the same, byte for byte, whatever the threshold is (case %s)', (number) => {
    const sent = (amount: number) =>
      JSON.stringify(lineView(engagementOf({ ...workedCase(number), threshold: { amount } }, role), today));
    expect(sent(1)).toBe(sent(99_000_000));
  });

  it('says which way the math points, and how far', () => {
    const view = lineView(engagementOf(workedCase('14'), role, { client: 'City of Munich, 2012' }), today);
    expect(view.comparison?.favours).toBe('leaving');
    expect(view.comparison?.leverage).toBe(34_082_000 - 22_800_000);
  });
});

describe.each(['advisor', 'executive'] as const)('what an %s is sent', (role) => {
  it('holds the reading and the threshold', () => {
    const view = lineView(engagementOf(workedCase('06'), role), today);
    expect(view.reading?.own.verdict).toBe('walk');
    expect(view.reading?.threshold).toEqual({ amount: 1_700_000, inForce: true });
  });
});

it.each(['advisor', 'contributor'] satisfies MemberRole[])('every figure is the model’s own, for an %s', (role) => {
  const model = workedCase('05');
  const view = lineView(engagementOf(model, role), today);
  const { offer, alternatives } = assess(model);
  expect(view.offer?.presentValue).toBe(offer.presentValue);
  expect(view.comparison?.alternative.presentValue).toBe(alternatives[0]?.presentValue);
  expect(view.comparison?.vendor?.presentValue).toBe(alternatives[0]?.vendorVersion.presentValue);
  expect(view.comparison?.leverage).toBe(alternatives[0]?.leverage);
  expect(view.comparison?.clauses.map(({ cost }) => cost)).toEqual(Object.values(offer.terms));
  expect(view.comparison?.alternative.band).toEqual({
    low: alternatives[0]?.simulation.alternative.p10,
    high: alternatives[0]?.simulation.alternative.p90,
  });
});

it('leaves as plain data: nothing is lost on the way to a page', () => {
  const view = lineView(engagementOf(workedCase('05'), 'advisor'), today);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

it('compares nothing while one side has no line, and says who can enter it', () => {
  const model = workedCase('06');
  const noOffer = lineView(engagementOf({ ...model, offer: { ...model.offer, lines: [] } }, 'contributor'), today);
  expect(noOffer.offer).toBeNull();
  expect(noOffer.comparison).toBeNull();
  expect(noOffer.missing).toEqual([
    { what: 'The offer has no line yet.', turnTo: 'Ines Halder (advisor) enters it.', room: 'offer' },
  ]);
  const noneChosen = lineView(engagementOf(model, 'advisor', { chosen: null }), today);
  expect(noneChosen.offer?.presentValue).toBeGreaterThan(0);
  expect(noneChosen.comparison).toBeNull();
  expect(noneChosen.missing.map(({ turnTo }) => turnTo)).toEqual([
    'Ines Halder (advisor) or Marta Lindqvist (executive) chooses it.',
  ]);
  expect(noneChosen.reading?.own.verdict).toBe('incomplete');
});

it('has no version of Microsoft’s where nothing is claimed', () => {
  const { comparison } = lineView(engagementOf(workedCase('01'), 'advisor'), today);
  expect(comparison?.vendor).toBeNull();
  expect(comparison?.differenceSentence).toContain('No claim of the account team is recorded');
});

describe('the offers so far', () => {
  const model = workedCase('06');
  const first = engagementOf(model, 'advisor').offers[0];
  if (!first) throw new Error('Worked case 06 has an offer');
  const cheaper = {
    ...first,
    number: 2,
    label: 'Second offer',
    lines: first.lines.map((record) => ({
      ...record,
      line: 'unitCost' in record.line ? { ...record.line, unitCost: { low: 1, likely: 1, high: 1 } } : record.line,
    })),
  };

  it('are not told while there is one', () => {
    expect(lineView(engagementOf(model, 'advisor'), today).offersSoFar).toBeNull();
  });

  it('are told in order, each against the one before and against today’s alternative', () => {
    const view = lineView(engagementOf(model, 'advisor', { offers: [first, cheaper] }), today);
    const [one, two] = view.offersSoFar ?? [];
    expect(view.offersSoFar?.map(({ label }) => label)).toEqual([first.label, 'Second offer']);
    expect(one?.change).toBeNull();
    expect(two?.change).toBeCloseTo((two?.presentValue ?? 0) - (one?.presentValue ?? 0), 2);
    expect(two?.presentValue).toBe(view.offer?.presentValue);
    expect(two?.leverage).toBeCloseTo(view.comparison?.leverage ?? Number.NaN, 2);
  });
});
