import { describe, expect, it } from 'vitest';
import type { LineRecord } from '@/lib/engagements/record';
import { type BenchEvent, benchAfter, benchOf } from '@/lib/lines/bench';
import { type Bench, sideOf } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { blankFields } from '@/lib/lines/fields';
import { keptText, unsavedOfText } from '@/lib/lines/unsaved';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const uuid = (digit: number) => `0000000${digit}-0000-4000-8000-000000000000`;
const alt = uuid(9);
const record = (id: string, label: string, version = 1): LineRecord => ({
  id,
  version,
  unit: null,
  quote: null,
  basis: null,
  basisOn: null,
  ownerId: null,
  source: '',
  line: {
    id: `key-${id.slice(0, 8)}`,
    label,
    category: 'migration',
    part: 'switching',
    kind: 'one-time',
    quantity: 1,
    unitCost: { low: 10, likely: 10, high: 10 },
    start: 0,
    end: 1,
  },
});
const open = (...lines: LineRecord[]) => benchOf(about, [{ kind: 'alternative', id: alt, lines }]);
const all = (bench: Bench, ...events: BenchEvent[]) => events.reduce(benchAfter, bench);
const labelled = (id: string, label: string): BenchEvent => ({
  does: 'type',
  sideId: alt,
  typed: [{ id, change: { label } }],
});
const reopened = (text: string | null, ...lines: LineRecord[]) =>
  benchAfter(open(...lines), { does: 'restore', unsaved: unsavedOfText(text ?? '') });
const draftsOf = (bench: Bench) => sideOf(bench, alt)?.drafts ?? [];

describe('what was typed and not saved, when a page is left and opened again', () => {
  const left = keptText(all(open(record(uuid(1), 'Suite')), labelled(uuid(1), 'Mine')));

  it('is kept only while there is something', () => {
    expect(keptText(open(record(uuid(1), 'Suite')))).toBeNull();
    expect(left).toContain('Mine');
  });

  it('is there again', () => {
    const [draft] = draftsOf(reopened(left, record(uuid(1), 'Suite')));
    expect(draft && fieldsOfDraft(draft).label).toBe('Mine');
    expect(draft?.conflicts).toEqual({});
  });

  it('asks where somebody changed the same cell meanwhile, and not where it was another', () => {
    expect(draftsOf(reopened(left, record(uuid(1), 'Theirs', 2)))[0]?.conflicts).toEqual({ label: 'Theirs' });
    const other = { ...record(uuid(1), 'Suite', 2), source: 'By mail' };
    const [draft] = draftsOf(reopened(left, other));
    expect(draft && fieldsOfDraft(draft)).toMatchObject({ label: 'Mine', source: 'By mail' });
    expect(draft?.conflicts).toEqual({});
  });

  it('is asked about where the line is gone', () => {
    expect(draftsOf(reopened(left))[0]).toMatchObject({ gone: true });
  });

  it('holds lines that were never sent, and texts that could not be read', () => {
    const fields = { ...blankFields('alternative', about), label: 'New' };
    const unread = [{ field: 'likely', text: 'much', why: '“much” is not a number' }] as const;
    const bench = all(
      open(),
      { does: 'add', sideId: alt, after: null, lines: [{ id: uuid(2), key: 'key-2', fields }] },
      { does: 'type', sideId: alt, typed: [{ id: uuid(2), change: { quantity: 3 }, unread }] },
    );
    const [draft] = draftsOf(reopened(keptText(bench)));
    expect(draft && fieldsOfDraft(draft)).toMatchObject({ label: 'New', quantity: 3 });
    expect(draft).toMatchObject({ gone: false, unread: { likely: { text: 'much' } } });
  });

  it('that is already on the server, because only the answer was lost, is nothing', () => {
    const bench = all(open(record(uuid(1), 'Suite')), labelled(uuid(1), 'Mine'));
    const [draft] = draftsOf(reopened(keptText(bench), record(uuid(1), 'Mine', 2)));
    expect(draft?.typed).toEqual({});
  });

  it('is forgotten where it is something else altogether', () => {
    expect(unsavedOfText('{"format":2}')).toEqual([]);
    expect(unsavedOfText('no JSON')).toEqual([]);
    expect(unsavedOfText('{"format":1,"lines":[{"id":"x"}]}')).toEqual([]);
  });
});
