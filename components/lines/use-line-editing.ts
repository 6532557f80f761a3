'use client';

import { type Dispatch, useState } from 'react';
import type { CellEdit } from '@/components/grid/columns';
import type { Typing } from '@/components/lines/typing';
import type { BenchEvent, Typed } from '@/lib/lines/bench';
import type { BenchSide, NewLine } from '@/lib/lines/bench-sides';
import { editText, readCell } from '@/lib/lines/cells';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import { type About, blankFields, type Change, type Field, type LineFields } from '@/lib/lines/fields';
import { keyOf } from '@/lib/lines/key';
import type { PlannedRow } from '@/lib/lines/paste';

/** A figure that could have meant something else. */
export type Doubt = { readonly id: string; readonly field: Field; readonly taken: string; readonly otherwise: string };

type Unread = NonNullable<Typed['unread']>[number];

/** What is done to the lines of one side by hand: read from text, laid on the bench, and said to whoever listens. */
export function useLineEditing({
  side,
  drafts,
  draftOf,
  about,
  dispatch,
  typing,
}: {
  readonly side: BenchSide;
  readonly drafts: readonly Draft[];
  readonly draftOf: (id: string) => Draft | undefined;
  readonly about: About;
  readonly dispatch: Dispatch<BenchEvent>;
  readonly typing: Typing;
}) {
  const [message, setMessage] = useState('');
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  /** The first of the lines that have just come, to be gone to. */
  const [arrived, setArrived] = useState<{ readonly id: string } | null>(null);

  /** Texts into cells. What cannot be read stays at its cell as it was written. */
  function edit(edits: readonly CellEdit[]): void {
    const typed: Typed[] = [];
    let unread = 0;
    setDoubt(null);
    setMessage('');
    for (const [id, cells] of byLine(edits)) {
      const draft = draftOf(id);
      if (!draft) continue;
      let change: Change = {};
      let disputed = false;
      const left: Unread[] = [];
      for (const { columnId, text, from } of cells) {
        const field = columnId as Field;
        disputed ||= from !== undefined && editText(fieldsOfDraft(draft), field, about) !== from;
        const read = readCell({ ...fieldsOfDraft(draft), ...change }, field, text, about);
        if (read.ok) change = { ...change, ...read.change };
        else left.push({ field, text, why: read.why });
        if (read.ok && read.doubt && edits.length === 1) setDoubt({ id, field, ...read.doubt });
      }
      unread += left.length;
      if (left[0] && edits.length === 1) setMessage(left[0].why);
      typed.push({ id, change, unread: left, disputed });
    }
    if (unread > 0 && edits.length > 1) setMessage(`${unread} cells could not be read and are marked`);
    dispatch({ does: 'type', sideId: side.id, typed });
  }

  /** What is in a cell's editor at this moment, for the live figures; null once nothing is. */
  function type(cell: CellEdit | null): void {
    const draft = cell && draftOf(cell.id);
    const read = cell && draft && readCell(fieldsOfDraft(draft), cell.columnId as Field, cell.text, about);
    typing.set(cell && read?.ok ? { sideId: side.id, lineId: cell.id, change: read.change } : null);
  }

  /** A new line after another, or at the end. Returns its id. */
  function add(after: string | null): string {
    const like = after === null ? drafts.at(-1) : draftOf(after);
    const line = newLine(blankFields(side.kind, about, like && fieldsOfDraft(like)));
    dispatch({ does: 'add', sideId: side.id, after, lines: [line] });
    setMessage('A new line. It is saved once it is complete.');
    return line.id;
  }

  /** Lines of the starter library, last in order. */
  function addSuggested(fields: readonly LineFields[]): void {
    const lines = fields.map(newLine);
    dispatch({ does: 'add', sideId: side.id, after: null, lines });
    setArrived(lines[0] ?? null);
    const added = fields.length === 1 ? 'One line added' : `${fields.length} lines added`;
    setMessage(`${added}. Each is saved once it has its figure.`);
  }

  function remove(ids: readonly string[]): void {
    dispatch({ does: 'remove', sideId: side.id, ids });
    setMessage(
      ids.length === 1 ? 'Removed. Undo brings it back.' : `${ids.length} lines removed. Undo brings them back.`,
    );
  }

  /** Pasted rows, over lines that are there and as new ones: one step, to be undone as one. */
  function paste(rows: readonly PlannedRow[]): void {
    const added: NewLine[] = [];
    const typed = rows.map(({ target, change, fields, unread }): Typed => {
      if (target) return { id: target.id, change, unread };
      const line = newLine(fields);
      added.push(line);
      return { id: line.id, change: {}, unread };
    });
    dispatch({ does: 'type', sideId: side.id, typed, added });
    setArrived(typed[0] ?? null);
    setMessage(rows.length === 1 ? 'One row pasted' : `${rows.length} rows pasted`);
  }

  /** Lines once more, below the last of them. */
  function duplicate(ids: readonly string[]): void {
    const copies = ids.flatMap((id) => {
      const draft = draftOf(id);
      return draft ? [newLine(copyOf(fieldsOfDraft(draft)))] : [];
    });
    const after = ids.at(-1) ?? null;
    dispatch({ does: 'add', sideId: side.id, after, lines: copies });
    setMessage(copies.length === 1 ? 'Duplicated' : `${copies.length} lines duplicated`);
  }

  return { edit, type, add, addSuggested, remove, paste, duplicate, message, announce: setMessage, doubt, arrived };
}

export type LineEditing = ReturnType<typeof useLineEditing>;

function copyOf(fields: LineFields): LineFields {
  return { ...fields, label: fields.label && `${fields.label}, copy` };
}

function newLine(fields: LineFields): NewLine {
  const id = crypto.randomUUID();
  return { id, key: keyOf(fields.label, id), fields };
}

function byLine(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const lines = new Map<string, CellEdit[]>();
  for (const edit of edits) lines.set(edit.id, [...(lines.get(edit.id) ?? []), edit]);
  return lines;
}
