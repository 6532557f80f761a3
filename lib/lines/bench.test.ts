import { describe, expect, it } from 'vitest';
import type { LineRecord } from '@/lib/engagements/record';
import { nextBatch } from '@/lib/lines/batches';
import { type BenchEvent, benchAfter, benchOf } from '@/lib/lines/bench';
import { type Bench, sideOf } from '@/lib/lines/bench-sides';
import { cellState } from '@/lib/lines/cell-state';
import { fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { blankFields, type Change, type LineFields } from '@/lib/lines/fields';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const side = { kind: 'alternative', id: 'alt' } as const;

function record(id: string, likely: number, { version = 1, label = id } = {}): LineRecord {
  return {
    id,
    version,
    unit: null,
    quote: null,
    basis: null,
    basisOn: null,
    ownerId: null,
    source: '',
    line: {
      id: `key-${id}`,
      label,
      category: 'licences',
      part: 'run',
      kind: 'recurring',
      quantity: 10,
      unitCost: { low: likely, likely, high: likely },
      per: 'month',
      billed: 'monthly',
      start: 0,
      end: 60,
      escalator: 0,
      heldUntil: 0,
      growth: 0,
    },
  };
}

const start = benchOf(about, [{ ...side, lines: [record('a', 100), record('b', 200)] }]);
const all = (bench: Bench, ...events: BenchEvent[]) => events.reduce(benchAfter, bench);
const typed = (id: string, change: Change): BenchEvent => ({ does: 'type', sideId: 'alt', typed: [{ id, change }] });
const price = (likely: number) => ({ low: likely, likely, high: likely });
const draftOf = (bench: Bench, id: string) => {
  const draft = sideOf(bench, 'alt')?.drafts.find((one) => one.id === id);
  if (!draft) throw new Error(`no line ${id}`);
  return draft;
};
const likely = (bench: Bench, id: string) => fieldsOfDraft(draftOf(bench, id)).likely;
const sent = (bench: Bench): [Bench, ReturnType<typeof nextBatch>] => {
  const batch = nextBatch(bench, 500);
  return batch ? [benchAfter(bench, { does: 'send', batch }), batch] : [bench, null];
};

describe('typing, saving, and what is typed meanwhile', () => {
  it('sends one change, based on the version it was made on', () => {
    const [, batch] = sent(all(start, typed('a', price(120))));
    expect(batch).toMatchObject({ side, edits: [{ do: 'change', lineId: 'a', version: 1, change: price(120) }] });
  });

  it('sends nothing for a cell that is back at what it was', () => {
    expect(sent(all(start, typed('a', price(120)), typed('a', price(100))))[1]).toBeNull();
  });

  it('sends several lines together, and one request at a time', () => {
    const [under, batch] = sent(all(start, typed('a', price(120)), typed('b', price(210))));
    expect(batch?.edits).toHaveLength(2);
    expect(nextBatch(all(under, typed('a', price(130))), 500)).toBeNull();
  });

  it('what was typed while a change was under way is sent next, and nothing is lost', () => {
    const [under] = sent(all(start, typed('a', price(120))));
    const again = all(under, typed('a', price(100)));
    expect(likely(again, 'a')).toBe(100);
    const done = benchAfter(again, {
      does: 'confirm',
      sideId: 'alt',
      saved: [{ lineId: 'a', line: record('a', 120, { version: 2 }) }],
    });
    expect(sent(done)[1]?.edits).toMatchObject([{ version: 2, change: price(100) }]);
  });

  it('what did not arrive waits, under what was typed since', () => {
    const [under] = sent(all(start, typed('a', { ...price(120), label: 'A' })));
    const back = all(under, typed('a', price(130)), { does: 'take back' });
    expect(sent(back)[1]?.edits).toMatchObject([{ change: { label: 'A', ...price(130) } }]);
  });

  it('holds back what makes no line, and sends the rest', () => {
    const ranged = all(start, typed('a', { low: 90, likely: 100, high: 110 }));
    const [, batch] = sent(all(ranged, typed('a', { likely: 130 }), typed('a', { label: 'A' })));
    expect(batch?.edits).toMatchObject([{ change: { label: 'A' } }]);
  });

  it('keeps a text that is no number, with the line as it was in the totals', () => {
    const unread = { field: 'likely', text: 'much', why: '“much” is not a number' } as const;
    const bench = benchAfter(start, {
      does: 'type',
      sideId: 'alt',
      typed: [{ id: 'a', change: {}, unread: [unread] }],
    });
    const read = readDraft(draftOf(bench, 'a'), 'alternative', about);
    expect(read.problems).toEqual({ likely: '“much” is not a number' });
    expect(read.line).toMatchObject({ unitCost: price(100) });
    expect(sent(bench)[1]).toBeNull();
  });

  it('a refused cell stays as typed, with the reason, until it is typed anew', () => {
    const [under] = sent(all(start, typed('a', price(120))));
    const refused = benchAfter(under, { does: 'refuse', lineId: 'a', field: 'likely', why: 'Not today' });
    expect(cellState(draftOf(refused, 'a'), 'likely', { likely: 'Not today' })).toBe('refused');
    expect(likely(refused, 'a')).toBe(120);
    expect(sent(all(refused, typed('a', price(121))))[1]?.edits).toMatchObject([{ change: price(121) }]);
  });
});

describe('two people at one line', () => {
  const mine = sent(all(start, typed('a', price(120))))[0];

  it('a change of another cell is taken in, and mine is sent again upon it', () => {
    const theirs = { line: record('a', 100, { version: 2, label: 'Suite' }), by: 'Ben' };
    const rebased = benchAfter(mine, { does: 'rebase', lineId: 'a', theirs });
    expect(fieldsOfDraft(draftOf(rebased, 'a'))).toMatchObject({ label: 'Suite', likely: 120 });
    expect(sent(rebased)[1]?.edits).toMatchObject([{ version: 2, change: price(120) }]);
  });

  it('the same value from both is settled', () => {
    const rebased = benchAfter(mine, {
      does: 'rebase',
      lineId: 'a',
      theirs: { line: record('a', 120, { version: 2 }), by: 'Ben' },
    });
    expect(sent(rebased)[1]).toBeNull();
    expect(cellState(draftOf(rebased, 'a'), 'likely', {})).toBe('saved');
  });

  it('two values of one cell are both kept, and nothing is sent until somebody says which', () => {
    const theirs = { line: record('a', 140, { version: 2 }), by: 'Ben' };
    const asked = benchAfter(mine, { does: 'rebase', lineId: 'a', theirs });
    expect(draftOf(asked, 'a')).toMatchObject({ conflicts: { likely: 140 }, conflictBy: 'Ben' });
    expect(likely(asked, 'a')).toBe(120);
    expect(sent(asked)[1]).toBeNull();
    const settled = (whose: 'mine' | 'theirs') =>
      benchAfter(asked, { does: 'settle', lineId: 'a', field: 'likely', whose });
    expect(sent(settled('mine'))[1]?.edits).toMatchObject([{ version: 2, change: price(120) }]);
    expect(sent(settled('theirs'))[1]).toBeNull();
    expect(likely(settled('theirs'), 'a')).toBe(140);
  });

  it('a change begun upon a value that was replaced meanwhile asks as well', () => {
    const moved = benchAfter(start, {
      does: 'receive lines',
      lines: [{ lineId: 'a', sideId: 'alt', after: null, line: record('a', 140, { version: 2 }) }],
    });
    const asked = benchAfter(moved, {
      does: 'type',
      sideId: 'alt',
      typed: [{ id: 'a', change: price(120), disputed: true }],
    });
    expect(draftOf(asked, 'a').conflicts).toMatchObject({ likely: 140 });
    expect(sent(asked)[1]).toBeNull();
  });

  it('a line removed by somebody else is asked about where something here was not saved', () => {
    const gone = benchAfter(mine, { does: 'rebase', lineId: 'a', theirs: { line: null, by: null } });
    expect(draftOf(gone, 'a').gone).toBe(true);
    const kept = benchAfter(gone, { does: 'keep', lineId: 'a', id: 'c', key: 'key-c' });
    expect(sent(kept)[1]?.edits).toMatchObject([{ do: 'add', lineId: 'c', fields: { likely: 120 } }]);
    expect(sideOf(benchAfter(gone, { does: 'let go', lineId: 'a' }), 'alt')?.drafts).toHaveLength(1);
  });

  it('a line removed while a cell of it is typed in keeps what is typed, and asks', () => {
    const removed: BenchEvent = {
      does: 'receive lines',
      lines: [{ lineId: 'a', sideId: null, after: null, line: null }],
      typing: { sideId: 'alt', lineId: 'a', change: price(120) },
    };
    const gone = benchAfter(start, removed);
    expect(draftOf(gone, 'a')).toMatchObject({ gone: true, typed: { likely: 120 } });
    const untouched = benchAfter(start, { ...removed, typing: { sideId: 'alt', lineId: 'a', change: price(100) } });
    expect(sideOf(untouched, 'alt')?.drafts.map(({ id }) => id)).toEqual(['b']);
  });

  it('a line moved to another alternative while it is typed in takes what is typed along', () => {
    const two = benchOf(about, [
      { ...side, lines: [record('a', 100)] },
      { kind: 'alternative', id: 'other', lines: [] },
    ]);
    const moved = benchAfter(two, {
      does: 'receive lines',
      lines: [{ lineId: 'a', sideId: 'other', after: null, line: record('a', 100, { version: 2 }) }],
      typing: { sideId: 'alt', lineId: 'a', change: price(120) },
    });
    expect(sideOf(moved, 'other')?.drafts.map(({ typed }) => typed)).toEqual([price(120)]);
  });

  it('removed by both is removed', () => {
    const [removing] = sent(benchAfter(start, { does: 'remove', sideId: 'alt', ids: ['a'] }));
    const done = benchAfter(removing, { does: 'rebase', lineId: 'a', theirs: { line: null, by: null } });
    expect(sideOf(done, 'alt')?.drafts.map(({ id }) => id)).toEqual(['b']);
  });

  it('what arrives from elsewhere is laid under what is typed here', () => {
    const typing = all(start, typed('a', price(120)));
    const received = benchAfter(typing, {
      does: 'receive lines',
      lines: [
        { lineId: 'a', sideId: 'alt', after: null, line: record('a', 100, { version: 2, label: 'Suite' }) },
        { lineId: 'b', sideId: null, after: null, line: null },
        { lineId: 'c', sideId: 'alt', after: 'a', line: record('c', 5) },
      ],
    });
    expect(sideOf(received, 'alt')?.drafts.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(fieldsOfDraft(draftOf(received, 'a'))).toMatchObject({ label: 'Suite', likely: 120 });
  });

  it('a page that is older than what was saved here takes nothing back', () => {
    const [under] = sent(all(start, typed('a', price(120))));
    const saved = benchAfter(under, {
      does: 'confirm',
      sideId: 'alt',
      saved: [{ lineId: 'a', line: record('a', 120, { version: 2 }) }],
    });
    const older = benchAfter(saved, { does: 'receive', sides: [{ ...side, lines: [record('a', 100)] }] });
    expect(likely(older, 'a')).toBe(120);
    expect(sideOf(older, 'alt')?.drafts).toHaveLength(2);
  });

  it('a page brings what is newer, and sides that were not open', () => {
    const other = { kind: 'alternative', id: 'other' } as const;
    const received = benchAfter(start, {
      does: 'receive',
      sides: [
        { ...side, lines: [record('a', 140, { version: 3 }), record('b', 200)] },
        { ...other, lines: [record('z', 1)] },
      ],
    });
    expect(likely(received, 'a')).toBe(140);
    expect(sideOf(received, 'other')?.drafts).toHaveLength(1);
  });
});

describe('lines come and go', () => {
  const fields: LineFields = { ...blankFields('alternative', about), category: 'licences' };
  const added = benchAfter(start, {
    does: 'add',
    sideId: 'alt',
    after: 'a',
    lines: [{ id: 'n', key: 'key-n', fields }],
  });

  it('a new line stands where it was asked for, and is sent once it is complete', () => {
    expect(sideOf(added, 'alt')?.drafts.map(({ id }) => id)).toEqual(['a', 'n', 'b']);
    expect(sent(added)[1]).toBeNull();
    const complete = all(added, typed('n', { label: 'New', quantity: 3, ...price(7) }));
    expect(sent(complete)[1]?.edits).toMatchObject([{ do: 'add', lineId: 'n', fields: { label: 'New', likely: 7 } }]);
  });

  it('a new line that was never saved is simply gone', () => {
    expect(sideOf(benchAfter(added, { does: 'remove', sideId: 'alt', ids: ['n'] }), 'alt')?.drafts).toHaveLength(2);
  });

  it('one that is removed while it is being added is removed once it is there', () => {
    const [under] = sent(all(added, typed('n', { label: 'New', quantity: 3, ...price(7) })));
    const removed = benchAfter(under, { does: 'remove', sideId: 'alt', ids: ['n'] });
    const there = benchAfter(removed, {
      does: 'confirm',
      sideId: 'alt',
      saved: [{ lineId: 'n', line: record('n', 7) }],
    });
    expect(sent(there)[1]?.edits).toMatchObject([{ do: 'remove', lineId: 'n', version: 1 }]);
  });
});

describe('lines are moved', () => {
  const more = benchOf(about, [
    { ...side, lines: ['a', 'b', 'c', 'd'].map((id) => record(id, 1)) },
    { kind: 'alternative', id: 'other', lines: [record('z', 1)] },
  ]);
  const order = (bench: Bench, sideId = 'alt') => sideOf(bench, sideId)?.drafts.map(({ id }) => id);
  const up: BenchEvent = { does: 'move', sideId: 'alt', ids: ['b', 'c'], by: -1 };

  it('a block goes up: the line above goes below it, and only that is told', () => {
    const moved = benchAfter(more, up);
    expect(order(moved)).toEqual(['b', 'c', 'a', 'd']);
    const [under, batch] = sent(moved);
    expect(batch?.edits).toEqual([{ do: 'place', lineId: 'a', after: 'c' }]);
    const done = benchAfter(under, { does: 'confirm', sideId: 'alt', saved: [{ lineId: 'a', line: record('a', 1) }] });
    expect(sent(done)[1]).toBeNull();
    expect(order(benchAfter(done, { does: 'undo' }))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('a block goes down to the end and no further', () => {
    const down: BenchEvent = { does: 'move', sideId: 'alt', ids: ['c'], by: 1 };
    expect(order(all(more, down, down))).toEqual(['a', 'b', 'd', 'c']);
  });

  it('one that is moved again while the server is told is told again', () => {
    const [under] = sent(benchAfter(more, up));
    const again = benchAfter(under, { does: 'undo' });
    const done = benchAfter(again, { does: 'confirm', sideId: 'alt', saved: [{ lineId: 'a', line: record('a', 1) }] });
    expect(sent(done)[1]?.edits).toEqual([{ do: 'place', lineId: 'a', after: null }]);
  });

  it('to another alternative: taken over first, then changed, and back with undo', () => {
    const moved = all(more, { does: 'transfer', sideId: 'alt', ids: ['b'], to: 'other' });
    expect([order(moved), order(moved, 'other')]).toEqual([
      ['a', 'c', 'd'],
      ['z', 'b'],
    ]);
    const typedOn = benchAfter(moved, { does: 'type', sideId: 'other', typed: [{ id: 'b', change: price(9) }] });
    const [under, batch] = sent(typedOn);
    expect(batch).toMatchObject({
      side: { id: 'other' },
      edits: [{ do: 'take', lineId: 'b', version: 1, from: 'alt' }],
    });
    const taken = benchAfter(under, {
      does: 'confirm',
      sideId: 'other',
      saved: [{ lineId: 'b', line: record('b', 1, { version: 2 }) }],
    });
    expect(sent(taken)[1]?.edits).toMatchObject([{ do: 'change', lineId: 'b', version: 2 }]);
    const back = all(taken, { does: 'undo' }, { does: 'undo' });
    expect(order(back)).toEqual(['a', 'b', 'c', 'd']);
    const [going, takes] = sent(back);
    expect(takes?.edits).toMatchObject([{ do: 'take', lineId: 'b', from: 'other' }]);
    const home = benchAfter(going, {
      does: 'confirm',
      sideId: 'alt',
      saved: [{ lineId: 'b', line: record('b', 1, { version: 3 }) }],
    });
    expect(sent(home)[1]?.edits).toEqual([{ do: 'place', lineId: 'b', after: 'a' }]);
  });

  it('to another alternative, back and forth: several stand again where each stood', () => {
    const moved = all(more, { does: 'transfer', sideId: 'alt', ids: ['a', 'c'], to: 'other' });
    const back = benchAfter(moved, { does: 'undo' });
    expect([order(back), order(back, 'other')]).toEqual([['a', 'b', 'c', 'd'], ['z']]);
    const forth = benchAfter(back, { does: 'redo' });
    expect([order(forth), order(forth, 'other')]).toEqual([
      ['b', 'd'],
      ['z', 'a', 'c'],
    ]);
    expect(order(benchAfter(forth, { does: 'undo' }))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('by somebody else: it appears where it now stands', () => {
    const received = benchAfter(more, {
      does: 'receive lines',
      lines: [
        { lineId: 'd', sideId: 'alt', after: 'a', line: record('d', 1) },
        { lineId: 'b', sideId: 'other', after: null, line: record('b', 1, { version: 2 }) },
      ],
    });
    expect([order(received), order(received, 'other')]).toEqual([
      ['a', 'd', 'c'],
      ['b', 'z'],
    ]);
  });
});

describe('one’s own steps, back and forth', () => {
  it('a typed cell goes back, and forth again', () => {
    const bench = all(start, typed('a', price(120)), typed('b', price(250)));
    const back = all(bench, { does: 'undo' }, { does: 'undo' });
    expect([likely(back, 'a'), likely(back, 'b')]).toEqual([100, 200]);
    const forth = all(back, { does: 'redo' });
    expect([likely(forth, 'a'), likely(forth, 'b')]).toEqual([120, 200]);
    expect(all(forth, { does: 'redo' }, { does: 'redo' }).remark).toBe('There is nothing of yours to do again.');
  });

  it('leaves what somebody else changed since', () => {
    const [under] = sent(all(start, typed('a', price(120))));
    const theirs = benchAfter(under, {
      does: 'confirm',
      sideId: 'alt',
      saved: [{ lineId: 'a', line: record('a', 120, { version: 2 }) }],
    });
    const moved = benchAfter(theirs, {
      does: 'receive',
      sides: [{ ...side, lines: [record('a', 140, { version: 3 }), record('b', 200)] }],
    });
    const back = benchAfter(moved, { does: 'undo' });
    expect(likely(back, 'a')).toBe(140);
    expect(back.remark).toBe('3 cells were changed since, and left as they are.');
  });

  it('a removed line comes back where it stood, and goes again', () => {
    const [under] = sent(benchAfter(start, { does: 'remove', sideId: 'alt', ids: ['a'] }));
    const gone = benchAfter(under, { does: 'confirm', sideId: 'alt', saved: [{ lineId: 'a', line: null }] });
    const back = benchAfter(gone, { does: 'undo' });
    expect(sideOf(back, 'alt')?.drafts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(sent(back)[1]?.edits).toMatchObject([{ do: 'add', lineId: 'a', key: 'key-a', fields: { likely: 100 } }]);
    expect(sideOf(benchAfter(back, { does: 'redo' }), 'alt')?.drafts.map(({ id }) => id)).toEqual(['b']);
  });

  it('a removal that was not sent yet is merely called off', () => {
    const back = all(start, { does: 'remove', sideId: 'alt', ids: ['a'] }, { does: 'undo' });
    expect(sent(back)[1]).toBeNull();
  });

  it('an added line goes with undo and comes with redo, with what was typed', () => {
    const fields: LineFields = { ...blankFields('alternative', about), label: 'New' };
    const bench = benchAfter(start, {
      does: 'add',
      sideId: 'alt',
      after: null,
      lines: [{ id: 'n', key: 'key-n', fields }],
    });
    const back = benchAfter(bench, { does: 'undo' });
    expect(sideOf(back, 'alt')?.drafts).toHaveLength(2);
    expect(fieldsOfDraft(draftOf(benchAfter(back, { does: 'redo' }), 'n')).label).toBe('New');
  });

  describe('texts that could not be read belong to the step', () => {
    const unread = [
      { field: 'low', text: 'n/a', why: 'not a number' },
      { field: 'quantity', text: '12 %', why: 'no percentage' },
    ] as const;
    const texts = (bench: Bench, id: string) =>
      Object.entries(draftOf(bench, id).unread).map(([field, { text }]) => [field, text]);

    it('over a line: undo takes them away, redo brings them back exactly', () => {
      const change = { likely: -1_200, low: -1_200, high: -1_200 };
      const pasted = benchAfter(start, { does: 'type', sideId: 'alt', typed: [{ id: 'a', change, unread }] });
      const back = benchAfter(pasted, { does: 'undo' });
      expect(draftOf(back, 'a')).toEqual(draftOf(start, 'a'));
      const forth = benchAfter(back, { does: 'redo' });
      expect(draftOf(forth, 'a')).toEqual(draftOf(pasted, 'a'));
      expect(forth.remark).toBeNull();
    });
    it('where nothing else was typed', () => {
      const pasted = benchAfter(start, { does: 'type', sideId: 'alt', typed: [{ id: 'a', change: {}, unread }] });
      expect(texts(benchAfter(pasted, { does: 'undo' }), 'a')).toEqual([]);
      expect(texts(all(pasted, { does: 'undo' }, { does: 'redo' }), 'a')).toEqual([
        ['low', 'n/a'],
        ['quantity', '12 %'],
      ]);
    });
    it('on a line that came with them, not saved yet or saved meanwhile', () => {
      const fields: LineFields = { ...blankFields('alternative', about), label: 'New', category: 'exit', quantity: 1 };
      const pasted = benchAfter(start, {
        does: 'type',
        sideId: 'alt',
        typed: [{ id: 'n', change: {}, unread }],
        added: [{ id: 'n', key: 'key-n', fields: { ...fields, ...price(5) } }],
      });
      const forth = all(pasted, { does: 'undo' }, { does: 'redo' });
      expect(draftOf(forth, 'n')).toEqual(draftOf(pasted, 'n'));
      expect(forth.remark).toBeNull();
      const [under] = sent(pasted);
      const saved = benchAfter(under, {
        does: 'confirm',
        sideId: 'alt',
        saved: [{ lineId: 'n', line: record('n', 5) }],
      });
      expect(texts(all(saved, { does: 'undo' }, { does: 'redo' }), 'n')).toEqual(texts(pasted, 'n'));
    });
    it('a cell that was put right since is left as it is', () => {
      const pasted = benchAfter(start, { does: 'type', sideId: 'alt', typed: [{ id: 'a', change: {}, unread }] });
      const right = all(pasted, typed('a', { quantity: 12 }), { does: 'undo' });
      expect(texts(right, 'a')).toContainEqual(['quantity', '12 %']);
    });
  });

  it('a new step forgets what had been undone', () => {
    expect(all(start, typed('a', price(120)), { does: 'undo' }, typed('b', price(1))).redo).toEqual([]);
  });
});
