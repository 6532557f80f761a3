import { describe, expect, it } from 'vitest';
import type { LineRecord } from '@/lib/engagements/record';
import { nextBatch } from '@/lib/lines/batches';
import { type BenchEvent, benchAfter, benchOf } from '@/lib/lines/bench';
import { type Bench, sideOf } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { type Change, fieldsOf } from '@/lib/lines/fields';
import { newsOf } from '@/lib/lines/news';

/** What is done, and taken back, while the server has not answered yet. */

const record = (workload: string | null, version = 1): LineRecord => ({
  id: 'a',
  version,
  unit: null,
  quote: null,
  basis: null,
  basisOn: null,
  ownerId: null,
  source: '',
  line: {
    id: 'key-a',
    label: 'Retraining',
    category: 'retraining',
    ...(workload !== null && { workload }),
    part: 'switching',
    kind: 'one-time',
    quantity: 1,
    unitCost: { low: 90, likely: 90, high: 90 },
    start: -3,
    end: 0,
  },
});

const start = benchOf({ currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 }, [
  { kind: 'alternative', id: 'alt', lines: [record(null)] },
]);
const all = (bench: Bench, ...events: BenchEvent[]) => events.reduce(benchAfter, bench);
const typed = (change: Change): BenchEvent => ({ does: 'type', sideId: 'alt', typed: [{ id: 'a', change }] });
const removed: BenchEvent = { does: 'remove', sideId: 'alt', ids: ['a'] };
const answered = (line: LineRecord | null): BenchEvent => ({
  does: 'confirm',
  sideId: 'alt',
  saved: [{ lineId: 'a', line }],
});
const line = (bench: Bench) => {
  const draft = sideOf(bench, 'alt')?.drafts.find(({ id }) => id === 'a');
  return draft && { ...fieldsOfDraft(draft), removal: draft.removal };
};
const batchOf = (bench: Bench) => {
  const batch = nextBatch(bench, 10);
  if (!batch) throw new Error('there is nothing to send');
  return batch;
};
const underWay = (bench: Bench) => benchAfter(bench, { does: 'send', batch: batchOf(bench) });

describe('a change that is taken back while it is being saved', () => {
  it('stays taken back, although it was put together for sending before', () => {
    const filled = all(start, typed({ workload: 'mail' }));
    const batch = batchOf(filled);
    const undone = all(filled, { does: 'undo' }, { does: 'send', batch });
    expect(line(undone)?.workload).toBeNull();
    const after = all(undone, answered(record('mail', 2)));
    expect(line(after)?.workload).toBeNull();
    expect(batchOf(after).edits).toMatchObject([{ do: 'change', version: 2, change: { workload: null } }]);
  });

  it('stays taken back when it was under way', () => {
    const after = all(underWay(all(start, typed({ workload: 'mail' }))), { does: 'undo' }, answered(record('mail', 2)));
    expect(line(after)?.workload).toBeNull();
    expect(batchOf(after).edits).toMatchObject([{ do: 'change', version: 2, change: { workload: null } }]);
  });
});

describe('a removal that is taken back while it is being saved', () => {
  it('brings the line back, to be added again once the server has removed it', () => {
    const after = all(underWay(all(start, removed)), { does: 'undo' }, answered(null));
    expect(line(after)).toMatchObject({ label: 'Retraining', removal: 'none' });
    expect(batchOf(after).edits).toMatchObject([{ do: 'add', lineId: 'a', key: 'key-a' }]);
  });

  it('brings it back although the removal was put together for sending before', () => {
    const gone = all(start, removed);
    const batch = batchOf(gone);
    const after = all(gone, { does: 'undo' }, { does: 'send', batch }, answered(null));
    expect(batchOf(after).edits).toMatchObject([{ do: 'add', lineId: 'a' }]);
  });

  it('brings back what had been typed and not been saved', () => {
    const after = all(start, typed({ workload: 'mail' }), removed, { does: 'undo' });
    expect(line(after)).toMatchObject({ workload: 'mail', removal: 'none' });
    expect(batchOf(after).edits).toMatchObject([{ do: 'change', change: { workload: 'mail' } }]);
  });
});

describe('a new line that is taken back while it is being saved', () => {
  it('is removed once the server has it', () => {
    const fields = { ...fieldsOf(record(null)), label: 'New' };
    const added = all(start, {
      does: 'add',
      sideId: 'alt',
      after: null,
      lines: [{ id: 'b', key: 'key-b', fields }],
    });
    const under = underWay(added);
    const after = all(
      under,
      { does: 'undo' },
      {
        does: 'confirm',
        sideId: 'alt',
        saved: [{ lineId: 'b', line: { ...record(null), id: 'b' } }],
      },
    );
    expect(batchOf(after).edits).toMatchObject([{ do: 'remove', lineId: 'b' }]);
  });
});

describe('where a line stands, asked before something else was sent', () => {
  it('is not taken, while what the line says is', () => {
    const two = all(start, {
      does: 'receive lines',
      lines: [{ lineId: 'b', sideId: 'alt', after: 'a', line: { ...record(null), id: 'b' } }],
    });
    const news = { lineId: 'b', sideId: 'alt', after: null, line: { ...record('mail', 2), id: 'b' } };
    const order = (bench: Bench) => sideOf(bench, 'alt')?.drafts.map((draft) => [draft.id, draft.saved?.version]);
    expect(order(all(two, { does: 'receive lines', lines: [news] }))).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    expect(order(all(two, { does: 'receive lines', lines: [news], keepsOrder: true }))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('where a line stands, told while a new one is not saved yet', () => {
  const order = (bench: Bench) => sideOf(bench, 'alt')?.drafts.map(({ id }) => id);
  const stands = (lineId: string, after: string | null): BenchEvent => ({
    does: 'receive lines',
    lines: [{ lineId, sideId: 'alt', after, line: { ...record(null), id: lineId } }],
  });
  const three = all(start, stands('b', 'a'), stands('c', 'b'));
  const add = (after: string): BenchEvent => ({
    does: 'add',
    sideId: 'alt',
    after,
    lines: [{ id: 'new', key: 'key-new', fields: { ...fieldsOf(record(null)), label: 'New' } }],
  });

  it('leaves the new one where it was put', () => {
    expect(order(all(three, add('a'), stands('b', 'a')))).toEqual(['a', 'new', 'b', 'c']);
  });

  it('still takes a place that is another one', () => {
    expect(order(all(three, add('a'), stands('c', 'a')))).toEqual(['a', 'c', 'new', 'b']);
    expect(order(all(three, add('c'), stands('c', null)))).toEqual(['c', 'a', 'b', 'new']);
  });
});

describe('somebody else’s change that is heard of while a line is being saved', () => {
  const under = underWay(all(start, typed({ workload: 'mail' })));
  const news = (version: number) => ({ subject: 'a', version });

  it('waits for the answer, and is asked for where the answer is older', () => {
    expect(newsOf(under, [news(2), news(3)])).toEqual({ wanted: [], later: [news(2), news(3)] });
    expect(newsOf(all(under, answered(record('mail', 2))), [news(2), news(3)])).toEqual({ wanted: ['a'], later: [] });
  });

  it('is nothing new where the answer holds it', () => {
    expect(newsOf(all(under, answered(record('mail', 3))), [news(2), news(3)])).toEqual({ wanted: [], later: [] });
  });
});
