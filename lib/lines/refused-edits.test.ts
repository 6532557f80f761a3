import { describe, expect, it } from 'vitest';
import type { LineRecord } from '@/lib/engagements/record';
import { nextBatch } from '@/lib/lines/batches';
import { type BenchEvent, benchAfter, benchOf } from '@/lib/lines/bench';
import { type Bench, sideOf } from '@/lib/lines/bench-sides';
import { cellState } from '@/lib/lines/cell-state';
import { readCell } from '@/lib/lines/cells';
import { fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { type Change, type Field, fieldsOf, lineOfFields } from '@/lib/lines/fields';
import { eventOfRefusal } from '@/lib/lines/refusal';
import { type LineEdit, savedLines } from '@/lib/lines/schema';
import { keptText, unsavedOfText } from '@/lib/lines/unsaved';

/** Edits that the server will not take, and that they hold up nothing else. */

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const alt = '00000009-0000-4000-8000-000000000000';
const idOf = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
const why = 'Something went wrong on our side.';

function record(id: string, quantity: number, version = 1): LineRecord {
  return {
    id,
    version,
    unit: null,
    quote: { currency: 'USD', low: 60, likely: 60, high: 60, rate: 0.9, rateOn: null, rateSource: '' },
    basis: null,
    basisOn: null,
    ownerId: null,
    source: '',
    line: {
      id: `key-${id.slice(0, 8)}`,
      label: 'Suite',
      category: 'licences',
      part: 'run',
      kind: 'one-time',
      quantity,
      unitCost: { low: 54, likely: 54, high: 54 },
      start: 0,
      end: 1,
    },
  };
}

const open = (count: number) =>
  benchOf(about, [
    { kind: 'alternative', id: alt, lines: Array.from({ length: count }, (_, at) => record(idOf(at), 1)) },
  ]);
const all = (bench: Bench, ...events: BenchEvent[]) => events.reduce(benchAfter, bench);
const typed = (id: string, change: Change): BenchEvent => ({ does: 'type', sideId: alt, typed: [{ id, change }] });
const draftOf = (bench: Bench, id: string) => {
  const draft = sideOf(bench, alt)?.drafts.find((one) => one.id === id);
  if (!draft) throw new Error(`no line ${id}`);
  return draft;
};
const readText = (field: Field, text: string) => readCell(fieldsOf(record(idOf(0), 1)), field, text, about);

/** Sends what there is until nothing is left to send, to a server that breaks at every batch with such an edit. */
function savedBy(
  breaksAt: (edit: LineEdit) => boolean,
  bench: Bench,
): { readonly bench: Bench; readonly requests: number } {
  for (let requests = 0; requests < 200; requests++) {
    const batch = nextBatch(bench, 500);
    if (!batch) return { bench, requests };
    const answer = batch.edits.some(breaksAt)
      ? eventOfRefusal({ code: 'unexpected', message: why }, batch.edits)
      : ({
          does: 'confirm',
          sideId: alt,
          saved: batch.edits.map(({ lineId }) => {
            const { saved } = draftOf(bench, lineId);
            const { quantity } = fieldsOfDraft(draftOf(bench, lineId));
            return { lineId, line: record(lineId, quantity ?? 0, (saved?.version ?? 0) + 1) };
          }),
        } as const);
    if ('stopped' in answer) throw new Error(`Nothing is being saved: ${answer.stopped}`);
    bench = all(bench, { does: 'send', batch }, answer);
  }
  throw new Error('It never comes to an end');
}

describe('an exchange rate that is not above 0', () => {
  const quoted = fieldsOf(record(idOf(0), 1));

  it.each(['0', '-1', '−0.5'])('%s is refused where it is typed or pasted', (text) => {
    expect(readText('exchangeRate', text)).toEqual({ ok: false, why: 'An exchange rate is above 0' });
  });

  it('has bounds: from a billionth to a million', () => {
    expect(readText('exchangeRate', '0.0000000001')).toMatchObject({ ok: false });
    expect(readText('exchangeRate', '1000001')).toMatchObject({ ok: false });
    expect(readText('exchangeRate', '1000000')).toMatchObject({ ok: true });
  });

  it.each([0, -1])('%s makes no line, with the reason at the rate', (exchangeRate) => {
    expect(lineOfFields({ ...quoted, exchangeRate }, 'key', 'alternative', about)).toEqual({
      ok: false,
      problems: { exchangeRate: 'An exchange rate is above 0' },
    });
  });

  it('is refused by the action, and the refusal is read at the cell', () => {
    const edits: LineEdit[] = [{ do: 'change', lineId: idOf(1), version: 1, change: { exchangeRate: 0 } }];
    const parsed = savedLines.safeParse({ engagementId: idOf(2), side: { kind: 'alternative', id: alt }, edits });
    const [issue] = parsed.error?.issues ?? [];
    const error = { code: 'invalid', message: issue?.message ?? '', field: issue?.path.join('.') ?? '' } as const;
    expect(eventOfRefusal(error, edits)).toEqual({
      does: 'refuse',
      lineId: idOf(1),
      field: 'exchangeRate',
      why: 'An exchange rate is above 0',
    });
  });

  it('that a browser has kept loses nothing else that it kept', () => {
    const left = all(open(2), typed(idOf(0), { exchangeRate: 0 }), typed(idOf(1), { quantity: 5 }));
    const again = all(open(2), { does: 'restore', unsaved: unsavedOfText(keptText(left) ?? '') });
    expect(nextBatch(again, 500)?.edits).toMatchObject([{ lineId: idOf(1), change: { quantity: 5 } }]);
    const corrected = all(again, typed(idOf(0), { exchangeRate: 0.8 }));
    expect(nextBatch(corrected, 500)?.edits).toMatchObject([{ lineId: idOf(0) }, { lineId: idOf(1) }]);
  });
});

describe('an edit that the server cannot take, for no reason it can name', () => {
  const culprit = idOf(137);
  const breaks = (edit: LineEdit) => edit.do === 'change' && edit.lineId === culprit && edit.change.quantity === 9;
  const many = Array.from({ length: 300 }, (_, at) => typed(idOf(at), { quantity: 9 }));

  it('is marked at its cell, and 299 others are saved in few requests', () => {
    const { bench, requests } = savedBy(breaks, all(open(300), ...many));
    const left = (sideOf(bench, alt)?.drafts ?? []).filter(({ saved }) => saved?.version === 1);
    expect(left.map(({ id }) => id)).toEqual([culprit]);
    const { problems } = readDraft(draftOf(bench, culprit), 'alternative', about);
    expect(problems).toEqual({ quantity: why });
    expect(cellState(draftOf(bench, culprit), 'quantity', problems)).toBe('refused');
    expect(fieldsOfDraft(draftOf(bench, culprit)).quantity).toBe(9);
    expect(requests).toBeLessThan(30);
  });

  it('holds up nothing that is typed later', () => {
    const { bench } = savedBy(breaks, all(open(300), ...many));
    const later = savedBy(breaks, all(bench, typed(idOf(3), { quantity: 4 }))).bench;
    expect(draftOf(later, idOf(3)).saved?.line).toMatchObject({ quantity: 4 });
  });

  it('is sent once it is corrected, undone, or tried again', () => {
    const { bench } = savedBy(breaks, all(open(300), ...many));
    expect(nextBatch(bench, 500)).toBeNull();
    const corrected = savedBy(breaks, all(bench, typed(culprit, { quantity: 8 }))).bench;
    expect(draftOf(corrected, culprit).saved).toMatchObject({ version: 2, line: { quantity: 8 } });
    expect(nextBatch(all(bench, { does: 'try again' }), 500)?.edits).toMatchObject([{ lineId: culprit }]);
    const alone = savedBy(breaks, all(open(300), typed(culprit, { quantity: 9 }))).bench;
    const undone = all(alone, { does: 'undo' });
    expect(readDraft(draftOf(undone, culprit), 'alternative', about).problems).toEqual({});
    expect(nextBatch(undone, 500)).toBeNull();
  });

  it('is sent as it was corrected meanwhile, without being marked', () => {
    const begun = all(open(300), typed(culprit, { quantity: 9 }));
    const batch = nextBatch(begun, 500);
    if (!batch) throw new Error('there is nothing to send');
    const answer = all(begun, { does: 'send', batch }, typed(culprit, { quantity: 8 }), { does: 'fail', why });
    expect(nextBatch(answer, 500)?.edits).toMatchObject([{ change: { quantity: 8 } }]);
  });

  it('is not sent for ever where it is a line that was moved', () => {
    const moved = all(open(3), { does: 'move', sideId: alt, ids: [idOf(0)], by: 1 });
    const { bench } = savedBy(({ do: what }) => what === 'place', moved);
    expect(sideOf(bench, alt)?.drafts.filter((draft) => 'label' in draft.refused)).toHaveLength(1);
  });
});
