'use client';

import { Plus, Redo2, Undo2 } from 'lucide-react';
import { type Dispatch, useMemo, useRef, useState } from 'react';
import type { CellEdit } from '@/components/grid/columns';
import { Grid } from '@/components/grid/grid';
import { markOfCell } from '@/components/lines/cell-marks';
import { LineCards } from '@/components/lines/line-cards';
import { lineColumns, writtenSoFar } from '@/components/lines/line-columns';
import { LineDetails } from '@/components/lines/line-details';
import type { Typing } from '@/components/lines/typing';
import { useNarrow } from '@/components/lines/use-narrow';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { BenchEvent, Typed } from '@/lib/lines/bench';
import type { Bench, BenchSide } from '@/lib/lines/bench-sides';
import { readCell } from '@/lib/lines/cells';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import { blankFields, type Change, type Field, fieldNames } from '@/lib/lines/fields';
import type { Terms } from '@/lib/lines/formula';
import { keyOf } from '@/lib/lines/key';
import { costsOfLines, standing } from '@/lib/lines/live';
import type { Model } from '@/lib/model/types';

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
};

const compact = 'md:min-h-9 md:px-3 md:py-1';

type Unread = NonNullable<Typed['unread']>[number];
type Doubt = { readonly id: string; readonly field: Field; readonly taken: string; readonly otherwise: string };

/** The lines of one side, to be read and written: a grid where there is room, cards where there is not, details beside. */
export function LineBench(props: Props) {
  const { label, bench, side, dispatch, typing, model, terms, readOnly, others } = props;
  const { about } = bench;
  const narrow = useNarrow();
  const [openId, setOpenId] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  const drafts = standing(side.drafts);
  const byId = useMemo(() => new Map(drafts.map((draft) => [draft.id, draft])), [drafts]);
  const costs = useMemo(() => {
    const offer = terms && side.kind === 'offer' ? { ...model.offer, ...terms } : undefined;
    return costsOfLines(side, bench, model, offer);
  }, [side, bench, model, terms]);
  const written = useMemo(() => writtenSoFar([...drafts, ...others]), [drafts, others]);
  const costOf = (draft: Draft) => costs.get(draft.id) ?? null;
  const open = openId === null ? undefined : byId.get(openId);

  const columns = useMemo(
    () =>
      lineColumns({
        side: side.kind,
        about,
        written,
        costOf: (draft) => costs.get(draft.id) ?? null,
        onOpen: ({ id }) => setOpenId(id),
      }),
    [side.kind, about, written, costs],
  );

  function edit(edits: readonly CellEdit[]) {
    const typed: Typed[] = [];
    let unread = 0;
    setDoubt(null);
    for (const id of new Set(edits.map((one) => one.id))) {
      const draft = byId.get(id);
      if (!draft) continue;
      let change: Change = {};
      const left: Unread[] = [];
      for (const { columnId, text } of edits.filter((one) => one.id === id)) {
        const field = columnId as Field;
        const read = readCell({ ...fieldsOfDraft(draft), ...change }, field, text, about);
        if (read.ok) change = { ...change, ...read.change };
        else left.push({ field, text, why: read.why });
        if (read.ok && read.doubt && edits.length === 1) setDoubt({ id, field, ...read.doubt });
      }
      unread += left.length;
      if (left[0] && edits.length === 1) setMessage(left[0].why);
      typed.push({ id, change, unread: left });
    }
    if (unread > 0 && edits.length > 1) setMessage(`${unread} cells could not be read and are marked`);
    dispatch({ does: 'type', sideId: side.id, typed });
  }

  function type(cell: CellEdit | null) {
    const draft = cell && byId.get(cell.id);
    if (!cell || !draft) return typing.set(null);
    const read = readCell(fieldsOfDraft(draft), cell.columnId as Field, cell.text, about);
    typing.set(read.ok ? { sideId: side.id, lineId: cell.id, change: read.change } : null);
  }

  function add(after: string | null) {
    const id = crypto.randomUUID();
    const like = after === null ? drafts.at(-1) : byId.get(after);
    const fields = blankFields(side.kind, about, like && fieldsOfDraft(like));
    dispatch({ does: 'add', sideId: side.id, after, lines: [{ id, key: keyOf(null, id), fields }] });
    setOpenId(id);
    setMessage('A new line. It is saved once it is complete.');
  }

  function remove(id: string) {
    setOpenId(null);
    dispatch({ does: 'remove', sideId: side.id, ids: [id] });
    setMessage('Removed. Undo brings it back.');
  }

  function close() {
    setOpenId(null);
    frame.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }

  const details = open && (
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
        onType: (text) => type(text === null ? null : { id: open.id, columnId: field, text }),
        onEdit: (text) => edit([{ id: open.id, columnId: field, text }]),
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
      onRemove={() => remove(open.id)}
      onClose={close}
    />
  );

  return (
    <div ref={frame} className="lg:mx-[max(calc(50%-50vw+2rem),calc(50%-56rem))] print:mx-0">
      {!readOnly && (
        <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
          <Button look="quiet" className={compact} onClick={() => add(null)}>
            <Plus aria-hidden="true" className="size-4" /> Add a line
          </Button>
          <Button
            look="quiet"
            className={compact}
            disabled={bench.undo.length === 0}
            onClick={() => dispatch({ does: 'undo' })}
          >
            <Undo2 aria-hidden="true" className="size-4" /> Undo
          </Button>
          <Button
            look="quiet"
            className={compact}
            disabled={bench.redo.length === 0}
            onClick={() => dispatch({ does: 'redo' })}
          >
            <Redo2 aria-hidden="true" className="size-4" /> Redo
          </Button>
        </div>
      )}
      {doubt && (
        <div className="mb-3">
          <Notice tone="warn" live>
            <p>
              {fieldNames[doubt.field]} was read as {doubt.taken}.{' '}
              <button
                type="button"
                className="min-h-8 underline underline-offset-4"
                onClick={() => edit([{ id: doubt.id, columnId: doubt.field, text: doubt.otherwise }])}
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
              onType={type}
              onEdit={edit}
              onOpen={setOpenId}
              onAdd={add}
              onUndo={() => dispatch({ does: 'undo' })}
              onRedo={() => dispatch({ does: 'redo' })}
              announce={setMessage}
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
      <p className="mt-2 text-xs text-muted">
        All-in costs are present values in {about.currency}, each rounded once: parts may differ from the whole by a
        minor unit.
      </p>
      <p role="status" className="sr-only">
        {bench.remark ?? message}
      </p>
    </div>
  );
}

function idOfDraft({ id }: Draft): string {
  return id;
}
