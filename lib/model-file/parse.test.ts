import { describe, expect, it } from 'vitest';
import { parseLine, parseModelJson } from './parse';
import { limits } from './schema';
import { smallFile } from './testing/files';

/** The small file with a change made to it, as whatever the change makes of it. */
function problemsWith(change: (file: ReturnType<typeof smallFile>) => void): string[] {
  const file = smallFile();
  change(file);
  const parsed = parseModelJson(file);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('a model file', () => {
  it('fills in every default', () => {
    const parsed = parseModelJson(smallFile());
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const { model } = parsed;
    expect(model.correlation).toBe(0.2);
    expect(model.offer.lines[0]).toMatchObject({
      unitCost: { low: 57, likely: 57, high: 57 },
      escalator: 0,
      growth: 0,
      heldUntil: 0,
    });
    expect(model.offer.lines[1]).toMatchObject({ start: -24, end: 36 });
    expect(model.alternatives[0]?.lines[0]).toMatchObject({ quantity: 1, start: -6, end: -5 });
    expect(model.alternatives[0]?.lines[0]?.workload).toBeUndefined();
  });

  it('holds a price from the line’s start where it says nothing else', () => {
    const file = smallFile();
    Object.assign(file.offer.lines[0] as object, { start: 6 });
    const parsed = parseModelJson(file);
    expect(parsed.ok && parsed.model.offer.lines[0]).toMatchObject({ heldUntil: 6 });
  });

  it('takes a blank workload and an empty plan for none', () => {
    const file = smallFile();
    Object.assign(file.offer.lines[0] as object, { workload: '  ' });
    Object.assign(file.alternatives[0] as object, { plan: [] });
    const parsed = parseModelJson(file);
    expect(parsed.ok && 'workload' in (parsed.model.offer.lines[0] ?? {})).toBe(false);
    expect(parsed.ok && 'plan' in (parsed.model.alternatives[0] ?? {})).toBe(false);
  });
});

describe('what is expected, at its path', () => {
  type File = ReturnType<typeof smallFile>;
  const set = (target: object | undefined, change: object) => Object.assign(target as object, change);
  const offerLine = (change: object) => (file: File) => set(file.offer.lines[0], change);
  const ownLine = (change: object) => (file: File) => set(file.alternatives[0]?.lines[0], change);
  const whole = (change: object) => (file: File) => set(file, change);
  const plan = (steps: object[]) => (file: File) => set(file.alternatives[0], { plan: steps });
  const step = (id: string, ...after: string[]) => ({ id, label: id, months: 1, after });

  it.each<[string, (file: File) => void, string]>([
    [
      'a misspelt key, before the key that is missing for it',
      (file) => {
        delete (file as { renewalDate?: string }).renewalDate;
        set(file, { renewlDate: '2027-06-30' });
      },
      'renewlDate: expected no key “renewlDate”; did you mean “renewalDate”?',
    ],
    [
      'a key in the wrong case',
      offerLine({ unitcost: 5 }),
      'offer.lines[0].unitcost: expected no key “unitcost”; did you mean “unitCost”?',
    ],
    [
      'a key of another kind of line',
      ownLine({ rate: 5 }),
      'alternatives[0].lines[0].rate: expected no key “rate”, only id, label, category, workload, part, kind, quantity, unitCost, start, end, claimed',
    ],
    ['a missing key', whole({ offer: undefined }), 'offer: expected an object, but it is missing'],
    ['another format', whole({ format: 'x' }), 'format: expected "walk-position/model@1", found "x"'],
    [
      'no currency',
      whole({ currency: 'EUX' }),
      'currency: expected an ISO 4217 currency code such as EUR, found "EUX"',
    ],
    [
      '30 February',
      whole({ renewalDate: '2027-02-30' }),
      'renewalDate: expected a date that exists, found "2027-02-30"',
    ],
    [
      'a date in words',
      whole({ renewalDate: '30 June' }),
      'renewalDate: expected a date written YYYY-MM-DD, found "30 June"',
    ],
    ['NaN', whole({ discountRate: Number.NaN }), 'discountRate: expected a number, found NaN'],
    [
      'Infinity in an estimate',
      offerLine({ unitCost: Number.POSITIVE_INFINITY }),
      'offer.lines[0].unitCost: expected a number, found Infinity',
    ],
    ['half a month', whole({ horizonMonths: 36.5 }), 'horizonMonths: expected whole months, found 36.5'],
    ['a short horizon', whole({ horizonMonths: 11 }), 'horizonMonths: expected at least 12 months, found 11'],
    [
      'a discount rate in percent',
      whole({ discountRate: 8 }),
      'discountRate: expected a number of at most 0.5, found 8',
    ],
    ['a correlation of one', whole({ correlation: 1 }), 'correlation: expected a number of at most 0.9, found 1'],
    [
      'text for a number',
      offerLine({ unitCost: '57' }),
      'offer.lines[0].unitCost: expected a number, or {low, likely, high}, found "57"',
    ],
    [
      'an estimate out of order',
      offerLine({ unitCost: { low: 3, likely: 2, high: 4 } }),
      'offer.lines[0].unitCost: expected low ≤ likely ≤ high',
    ],
    [
      'half an estimate',
      offerLine({ unitCost: { low: 3, likely: 4 } }),
      'offer.lines[0].unitCost.high: expected a number, but it is missing',
    ],
    [
      'seven decimals',
      offerLine({ unitCost: { low: 0.0000001, likely: 2, high: 4 } }),
      'offer.lines[0].unitCost.low: expected at most 6 decimals, found 1e-7',
    ],
    [
      'a figure beyond reason',
      offerLine({ quantity: -2e12 }),
      'offer.lines[0].quantity: expected a number of at least −1,000,000,000,000, found -2000000000000',
    ],
    [
      'costs beyond counting',
      offerLine({ unitCost: 1e12, quantity: 100 }),
      'offer.lines[0]: expected costs of less than 90,071,992,547,409 on a side, so that every cent counts',
    ],
    ['a week', offerLine({ per: 'week' }), 'offer.lines[0].per: expected "month" or "year", found "week"'],
    [
      'an unknown kind',
      offerLine({ kind: 'monthly' }),
      'offer.lines[0].kind: expected a kind: recurring, one-time, percent, commitment or graduated',
    ],
    ['an end before the start', offerLine({ end: 0 }), 'offer.lines[0].end: expected a month after the start, 0'],
    [
      'an end past the horizon',
      offerLine({ end: 37 }),
      'offer.lines[0].end: expected a month within the horizon of 36',
    ],
    [
      'a month before the grid',
      offerLine({ start: -25 }),
      'offer.lines[0].start: expected a month of at least −24, found -25',
    ],
    ['a part on the offer', offerLine({ part: 'run' }), 'offer.lines[0].part: expected no part on a line of the offer'],
    [
      'a term on a line of the offer',
      offerLine({ termMonths: 12 }),
      'offer.lines[0].termMonths: expected the term on the offer, not on its lines',
    ],
    [
      'no part on an alternative',
      ownLine({ part: undefined }),
      'alternatives[0].lines[0].part: expected "run" or "switching"',
    ],
    [
      'a claim on what one runs on',
      ownLine({ part: 'run', claimed: 5 }),
      'alternatives[0].lines[0].claimed: expected a claim on switching lines only',
    ],
    [
      'an id used twice, on either side',
      ownLine({ id: 'seats' }),
      'alternatives[0].lines[0].id: expected each line to have its own id; “seats” is used twice',
    ],
    [
      'an id of spaces',
      ownLine({ id: 'my line' }),
      'alternatives[0].lines[0].id: expected an id of at most 64 letters, digits, dots, dashes or underscores, found "my line"',
    ],
    ['an empty label', offerLine({ label: ' ' }), 'offer.lines[0].label: expected some text, found " "'],
    [
      'a control character',
      offerLine({ label: 'a\u0007b' }),
      'offer.lines[0].label: expected text without control characters, found "a\\u0007b"',
    ],
    [
      'text that runs backwards',
      offerLine({ label: 'a\u202eb' }),
      'offer.lines[0].label: expected text without control characters, found "a\uFFFDb"',
    ],
    [
      'half a cent of a commitment',
      (file) =>
        file.offer.lines.push({
          ...{ id: 'macc', label: 'Commitment', category: 'commitment', kind: 'commitment' },
          ...{ amount: 1000.005, of: ['licences'], start: 0, end: 12 },
        }),
      'offer.lines[2].amount: expected at most 2 decimals in EUR, found 1000.005',
    ],
    [
      'half a yen of a band',
      (file) => {
        set(file, { currency: 'JPY' });
        file.offer.lines.push({
          ...{ id: 'unified', label: 'Unified Support', category: 'support', kind: 'graduated' },
          ...{ tiers: [{ upTo: 0.5, rate: 0.1 }, { rate: 0.07 }], of: ['licences'] },
        });
      },
      'offer.lines[2].tiers[0].upTo: expected at most 0 decimals in JPY, found 0.5',
    ],
    [
      'half a cent of threshold',
      whole({ threshold: { amount: 1.005 } }),
      'threshold.amount: expected at most 2 decimals in EUR',
    ],
    [
      'a choice that is not there',
      whole({ chosen: 'stay' }),
      'chosen: expected the id of an alternative; there is none called “stay”',
    ],
    ['no alternative', whole({ alternatives: [] }), 'alternatives: expected at least one alternative'],
    [
      'a plan that waits for itself',
      plan([step('a', 'c'), step('b', 'a'), step('c', 'b')]),
      'alternatives[0].plan[0].after: expected no circle, but a → c → b → a wait for each other',
    ],
    [
      'a step nobody named',
      plan([step('a', 'b')]),
      'alternatives[0].plan[0].after[0]: expected the id of a step; there is none called “b”',
    ],
    [
      'two steps of one id',
      plan([step('a'), step('a')]),
      'alternatives[0].plan[1].id: expected each step to have its own id; “a” is used twice',
    ],
    [
      'a plan of a lifetime',
      plan(Array.from({ length: 6 }, (_, n) => ({ ...step(`s${n}`, ...(n ? [`s${n - 1}`] : [])), months: 120 }))),
      'alternatives[0].plan: expected a plan of at most 600 months, found one of 720',
    ],
    [
      'too many lines',
      (file) => set(file.offer, { lines: Array.from({ length: limits.lines + 1 }, () => file.offer.lines[0]) }),
      'offer.lines: expected at most 10000 lines',
    ],
    [
      'too many alternatives',
      (file) =>
        set(file, { alternatives: Array.from({ length: 21 }, (_, id) => ({ ...file.alternatives[0], id: `${id}` })) }),
      'alternatives: expected at most 20 alternatives',
    ],
  ])('%s', (_, change, problem) => {
    expect(problemsWith(change)[0]).toBe(problem);
  });

  it.each([null, [], 'text', 5])('%o is no model', (value) => {
    expect(parseModelJson(value)).toMatchObject({ ok: false, problems: [{ path: 'the file' }] });
  });

  it('names them all, up to fifty', () => {
    const file = {
      ...smallFile(),
      alternatives: Array.from({ length: 20 }, () => ({ id: 1, label: 2, kind: 3, lines: 4 })),
    };
    const parsed = parseModelJson(file);
    expect(parsed.ok ? 0 : parsed.problems.length).toBe(50);
  });
});

describe('one line, as a form sends it', () => {
  const about = { horizonMonths: 36, currency: 'EUR' };
  const line = { id: 'move', label: 'Move', category: 'migration', kind: 'one-time', unitCost: 5, start: 0 };

  it('is read with its defaults', () => {
    expect(parseLine({ ...line, part: 'switching' }, 'alternative', about)).toEqual({
      ok: true,
      line: { ...line, part: 'switching', unitCost: { low: 5, likely: 5, high: 5 }, quantity: 1, end: 1 },
    });
  });

  it('has the paths of its own keys', () => {
    expect(parseLine({ ...line, part: 'run', end: 40, claimed: 7 }, 'alternative', about)).toEqual({
      ok: false,
      problems: [
        { path: 'claimed', message: 'expected a claim on switching lines only' },
        { path: 'end', message: 'expected a month within the horizon of 36' },
      ],
    });
  });
});
