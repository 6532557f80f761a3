import {
  type Bench,
  mapped,
  sideOf,
  withBlockMoved,
  withLinesRemoved,
  withLinesTransferred,
  withSide,
} from '@/lib/lines/bench-sides';
import { type Draft, fieldsOfDraft, newDraft, pendingOf, type } from '@/lib/lines/drafts';
import { type Field, sameValue } from '@/lib/lines/fields';
import type { CellsHeld, Place, PlacedLine, Step } from '@/lib/lines/step';

const stepsKept = 200;

export function stepOf(sideId: string, what: Partial<Omit<Step, 'sideId'>>): Step {
  return { sideId, cells: [], added: [], removed: [], moved: null, transferred: null, ...what };
}

/** A new step forgets what had been undone. */
export function recorded(bench: Bench, step: Step): Bench {
  return { ...bench, undo: [...bench.undo, step].slice(-stepsKept), redo: [], remark: null };
}

export function undone(bench: Bench): Bench {
  const step = bench.undo.at(-1);
  if (!step) return { ...bench, remark: 'There is nothing of yours to undo.' };
  const { next, inverse } = takenBack(bench, step);
  return { ...next, undo: bench.undo.slice(0, -1), redo: [...bench.redo, inverse] };
}

export function redone(bench: Bench): Bench {
  const step = bench.redo.at(-1);
  if (!step) return { ...bench, remark: 'There is nothing of yours to do again.' };
  const { next, inverse } = takenBack(bench, step);
  return { ...next, redo: bench.redo.slice(0, -1), undo: [...bench.undo, inverse] };
}

/** Lines of a side as they stand, to be put back later. */
export function placed(bench: Bench, sideId: string, ids: ReadonlySet<string>): PlacedLine[] {
  return (sideOf(bench, sideId)?.drafts ?? []).flatMap((draft, at) => {
    if (!ids.has(draft.id)) return [];
    const { id, key, unread } = draft;
    return [{ id, key, fields: fieldsOfDraft(draft), pending: pendingOf(draft), unread, at }];
  });
}

/** What some cells of a line hold at this moment. */
export function heldIn(draft: Draft, cells: readonly Field[]): CellsHeld {
  const fields = fieldsOfDraft(draft);
  const unread = cells.flatMap((field) => {
    const text = draft.unread[field];
    return text ? [[field, text] as const] : [];
  });
  return {
    values: Object.fromEntries(cells.map((field) => [field, fields[field]])),
    unread: Object.fromEntries(unread),
  };
}

export function placesOf(bench: Bench, sideId: string, ids: ReadonlySet<string>): Place[] {
  return (sideOf(bench, sideId)?.drafts ?? []).flatMap(({ id }, at) => (ids.has(id) ? [{ id, at }] : []));
}

function takenBack(bench: Bench, step: Step): { next: Bench; inverse: Step } {
  const { sideId, moved, transferred } = step;
  if (moved) {
    const by = moved.by === 1 ? -1 : 1;
    const next = withBlockMoved(bench, sideId, new Set(moved.ids), by);
    return { next, inverse: stepOf(sideId, { moved: { ids: moved.ids, by } }) };
  }
  if (transferred) {
    const { to, stood } = transferred;
    const ids = new Set(stood.map(({ id }) => id));
    const next = withLinesTransferred(bench, to, sideId, ids, stood);
    return { next, inverse: stepOf(to, { transferred: { to: sideId, stood: placesOf(bench, to, ids) } }) };
  }
  const added = new Set(step.added);
  const inverse = stepOf(sideId, {
    cells: step.cells.map(({ id, before, after }) => ({ id, before: after, after: before })),
    added: step.removed.map(({ id }) => id),
    removed: placed(bench, sideId, added),
  });
  const restored = restoredLines(withLinesRemoved(bench, sideId, added), step);
  return { next: retyped(restored, step), inverse };
}

function restoredLines(bench: Bench, { sideId, removed }: Step): Bench {
  return withSide(bench, sideId, (drafts) => {
    const back = new Map(removed.map((line) => [line.id, line]));
    const next = drafts.map((draft) => {
      const line = back.get(draft.id);
      return line ? { ...type({ ...draft, removal: 'none' }, line.pending), unread: line.unread } : draft;
    });
    for (const { id, key, fields, unread, at } of removed) {
      if (!drafts.some((draft) => draft.id === id)) next.splice(at, 0, { ...newDraft(id, key, fields), unread });
    }
    return next;
  });
}

/** Takes cells back to what they were, unless they have been changed since: those are left, and counted. */
function retyped(bench: Bench, { sideId, cells }: Step): Bench {
  let kept = 0;
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const next = withSide(bench, sideId, (drafts) =>
    mapped(drafts, (draft) => {
      const cell = byId.get(draft.id);
      if (!cell) return draft;
      const touched = Object.keys(cell.before.values) as Field[];
      const now = heldIn(draft, touched);
      const own = touched.filter((field) => sameCell(now, cell.after, field));
      kept += touched.length - own.length;
      return own.length === 0 ? draft : withHeld(draft, cell.before, own);
    }),
  );
  const some = kept === 1 ? 'One cell was' : `${kept} cells were`;
  return { ...next, remark: kept === 0 ? null : `${some} changed since, and left as they are.` };
}

function sameCell(one: CellsHeld, other: CellsHeld, field: Field): boolean {
  return sameValue(one.values[field], other.values[field]) && one.unread[field]?.text === other.unread[field]?.text;
}

function withHeld(draft: Draft, { values, unread }: CellsHeld, cells: readonly Field[]): Draft {
  const pick = <Held extends object>(held: Held) =>
    Object.fromEntries(Object.entries(held).filter(([field]) => cells.includes(field as Field)));
  const typed = type(draft, pick(values));
  return { ...typed, unread: { ...typed.unread, ...pick(unread) } };
}
