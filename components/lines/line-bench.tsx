'use client';

import { type Dispatch, useMemo, useRef, useState } from 'react';
import type { Rectangle } from '@/components/grid/clipboard';
import { type CellPlace, Grid } from '@/components/grid/grid';
import { BenchToolbar } from '@/components/lines/bench-toolbar';
import { markOfCell } from '@/components/lines/cell-marks';
import { LineCards } from '@/components/lines/line-cards';
import { lineColumns, writtenSoFar } from '@/components/lines/line-columns';
import { LineDetails } from '@/components/lines/line-details';
import { PasteDialog } from '@/components/lines/paste-dialog';
import type { Typing } from '@/components/lines/typing';
import { useLineEditing } from '@/components/lines/use-line-editing';
import { useNarrow } from '@/components/lines/use-narrow';
import { NoteMarks } from '@/components/row-notes/note-marks';
import { RowNotes } from '@/components/row-notes/row-notes';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { BenchEvent } from '@/lib/lines/bench';
import type { Bench, BenchSide } from '@/lib/lines/bench-sides';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import { type Field, fieldNames } from '@/lib/lines/fields';
import type { Terms } from '@/lib/lines/formula';
import { keyOf } from '@/lib/lines/key';
import { costsOfLines, standing } from '@/lib/lines/live';
import { planPaste } from '@/lib/lines/paste';
import type { Model } from '@/lib/model/types';
import type { RowNotesView } from '@/lib/row-notes/view';

type Props = {
  readonly label: string;
  readonly bench: Bench;
  readonly side: BenchSide;
  readonly dispatch: Dispatch<BenchEvent>;
  readonly typing: Typing;
  readonly model: Model;
  readonly terms: Terms;
  readonly readOnly: boolean;
  /** Lines whose categories and workloads are offered as one writes. */
  readonly others: readonly Draft[];
  /** What stands beside the lines: reviews, evidence, talk. */
  readonly notes: RowNotesView;
  /** The line whose details are open at first. */
  readonly opened?: string | null;
};

/** The lines of one side, to be read and written: a grid where there is room, cards where there is not, details beside. */
export function LineBench(props: Props) {
  const { label, bench, side, dispatch, typing, model, terms, readOnly, others, notes, opened = null } = props;
  const { about } = bench;
  const narrow = useNarrow();
  const [openId, setOpenId] = useState<string | null>(opened);
  const [pasting, setPasting] = useState<{ rectangle: Rectangle; at: CellPlace } | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  const drafts = standing(side.drafts);
  const byId = useMemo(() => new Map(drafts.map((draft) => [draft.id, draft])), [drafts]);
  const costs = useMemo(() => {
    const offer = terms && side.kind === 'offer' ? { ...model.offer, ...terms } : undefined;
    return costsOfLines(side, bench, model, offer);
  }, [side, bench, model, terms]);
  const written = useMemo(() => writtenSoFar([...drafts, ...others]), [drafts, others]);
  const costOf = (draft: Draft) => costs.get(draft.id) ?? null;
  const columns = useMemo(
    () =>
      lineColumns({
        side: side.kind,
        about,
        written,
        costOf: (draft) => costs.get(draft.id) ?? null,
        onOpen: ({ id }) => setOpenId(id),
        notes,
      }),
    [side.kind, about, written, costs, notes],
  );
  const editing = useLineEditing({ side, drafts: byId, about, dispatch, typing });
  const { doubt } = editing;
  const open = openId === null ? undefined : byId.get(openId);

  function linesFrom(id: string) {
    return drafts.slice(drafts.findIndex((draft) => draft.id === id)).map((draft) => ({
      id: draft.id,
      fields: fieldsOfDraft(draft),
    }));
  }

  /** Cells of our own go where they are put; cells from elsewhere are looked at first. */
  function paste(rectangle: Rectangle, at: CellPlace, own: boolean) {
    if (!own) return setPasting({ rectangle, at });
    const start = columns.findIndex(({ id }) => id === at.columnId);
    const fieldAt = (index: number) => {
      const id = columns[start + index]?.id ?? '';
      return id in fieldNames ? (id as Field) : null;
    };
    const guess = { headings: false, mapping: (rectangle[0] ?? []).map((_, index) => fieldAt(index)) };
    editing.paste(planPaste(rectangle, guess, { targets: linesFrom(at.id), side: side.kind, about }));
  }

  function close() {
    setOpenId(null);
    frame.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }

  const details = open && (
    <>
      <LineDetails
        key={open.id}
        draft={open}
        side={side.kind}
        about={about}
        terms={terms}
        cost={costOf(open)}
        readOnly={readOnly}
        typing={typing}
        written={written}
        writingOf={(field) => ({
          onType: (text) => editing.type(text === null ? null : { id: open.id, columnId: field, text }),
          onEdit: (text, from) => editing.edit([{ id: open.id, columnId: field, text, from }]),
        })}
        onSettle={(field, whose) => dispatch({ does: 'settle', lineId: open.id, field, whose })}
        onKeep={() => {
          const id = crypto.randomUUID();
          dispatch({ does: 'keep', lineId: open.id, id, key: keyOf(fieldsOfDraft(open).label, id) });
          setOpenId(id);
        }}
        onLetGo={() => {
          dispatch({ does: 'let go', lineId: open.id });
          setOpenId(null);
        }}
        onRemove={() => {
          setOpenId(null);
          editing.remove([open.id]);
        }}
        onClose={close}
      />
      {open.saved && (
        <div className="mt-6 border-t border-rule pt-4">
          <RowNotes key={open.id} notes={notes} id={open.id} />
        </div>
      )}
    </>
  );

  return (
    <div ref={frame} className="lg:mx-[max(calc(50%-50vw+2rem),calc(50%-56rem))] print:mx-0">
      {!readOnly && <BenchToolbar bench={bench} dispatch={dispatch} onAdd={() => setOpenId(editing.add(null))} />}
      {doubt && (
        <div className="mb-3">
          <Notice tone="warn" live>
            <p>
              {fieldNames[doubt.field]} was read as {doubt.taken}.{' '}
              <button
                type="button"
                className="min-h-8 underline underline-offset-4"
                onClick={() => editing.edit([{ id: doubt.id, columnId: doubt.field, text: doubt.otherwise }])}
              >
                It is {doubt.otherwise}
              </button>
            </p>
          </Notice>
        </div>
      )}
      <div className={details && !narrow ? 'grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]' : ''}>
        <div className="min-w-0">
          {drafts.length === 0 ? (
            <p className="rounded-lg border border-rule bg-surface p-6 text-muted">
              {readOnly ? 'There is no line yet.' : 'There is no line yet. Add the first one.'}
            </p>
          ) : narrow ? (
            <LineCards
              drafts={drafts}
              side={side.kind}
              about={about}
              costOf={costOf}
              onOpen={({ id }) => setOpenId(id)}
              marksOf={({ id }) => <NoteMarks notes={notes} id={id} />}
            />
          ) : (
            <Grid
              label={label}
              items={drafts}
              idOf={idOfDraft}
              columns={columns}
              readOnly={readOnly}
              markOf={(draft, columnId) =>
                markOfCell(draft, columnId, side.kind, about, (one, field, whose) =>
                  dispatch({ does: 'settle', lineId: one.id, field, whose }),
                )
              }
              onType={editing.type}
              onEdit={editing.edit}
              onPaste={paste}
              onOpen={setOpenId}
              onAdd={(afterId) => setOpenId(editing.add(afterId))}
              onUndo={() => dispatch({ does: 'undo' })}
              onRedo={() => dispatch({ does: 'redo' })}
              announce={editing.announce}
            />
          )}
        </div>
        {details &&
          (narrow ? (
            <Dialog full title="Details of the line" onClose={close}>
              {details}
            </Dialog>
          ) : (
            <aside
              aria-label="Details of the line"
              onKeyDown={(event) => event.key === 'Escape' && close()}
              className="max-h-[min(70dvh,48rem)] overflow-y-auto rounded-lg border border-rule bg-surface p-4 print:hidden"
            >
              {details}
            </aside>
          ))}
      </div>
      {pasting && (
        <PasteDialog
          pasted={pasting.rectangle}
          startField={pasting.at.columnId in fieldNames ? (pasting.at.columnId as Field) : 'label'}
          below={linesFrom(pasting.at.id)}
          side={side.kind}
          about={about}
          like={linesFrom(pasting.at.id)[0]?.fields}
          onPaste={(rows) => {
            setPasting(null);
            editing.paste(rows);
          }}
          onClose={() => setPasting(null)}
        />
      )}
      <p className="mt-2 text-xs text-muted">
        All-in costs are present values in {about.currency}, each rounded once: parts may differ from the whole by a
        minor unit.
      </p>
      <p role="status" className="sr-only">
        {bench.remark ?? editing.message}
      </p>
    </div>
  );
}

function idOfDraft({ id }: Draft): string {
  return id;
}
