'use client';

import { type Dispatch, useMemo, useRef, useState } from 'react';
import { Grid } from '@/components/grid/grid';
import type { PastedCells } from '@/components/grid/grid-props';
import { useLookup } from '@/components/grid/use-lookup';
import { BenchToolbar } from '@/components/lines/bench-toolbar';
import { markOfCell } from '@/components/lines/cell-marks';
import { DoubtNotice } from '@/components/lines/doubt-notice';
import { groupings, summaryOf } from '@/components/lines/groups';
import { HereToo } from '@/components/lines/here-too';
import { HiddenProblems, hiddenProblemsOf } from '@/components/lines/hidden-problems';
import { LineCards } from '@/components/lines/line-cards';
import { hiddenAtFirst, lineColumns, writtenSoFar } from '@/components/lines/line-columns';
import { OpenLine } from '@/components/lines/open-line';
import { OpenQuestions } from '@/components/lines/open-questions';
import { PasteDialog } from '@/components/lines/paste-dialog';
import type { Typing } from '@/components/lines/typing';
import { useLineEditing } from '@/components/lines/use-line-editing';
import { useLineVisitors } from '@/components/lines/use-line-visitors';
import { useNarrow } from '@/components/lines/use-narrow';
import { NoteMarks } from '@/components/row-notes/note-marks';
import { StarterLibrary } from '@/components/starter/starter-library';
import { Dialog } from '@/components/ui/dialog';
import type { BenchEvent } from '@/lib/lines/bench';
import { type Bench, type BenchSide, sideOf } from '@/lib/lines/bench-sides';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import { type Field, fieldNames } from '@/lib/lines/fields';
import type { Terms } from '@/lib/lines/formula';
import { type Grouping, groupCosts } from '@/lib/lines/groups';
import { costsOfLines, standing } from '@/lib/lines/live';
import { planPaste } from '@/lib/lines/paste';
import type { Model } from '@/lib/model/types';
import { keepPreference } from '@/lib/preferences/actions';
import type { RowNotesView } from '@/lib/row-notes/view';

type Props = {
  readonly label: string;
  readonly bench: Bench;
  /** As it was last painted: what takes a look at every line follows it. */
  readonly settled: Bench;
  readonly side: BenchSide;
  readonly dispatch: Dispatch<BenchEvent>;
  readonly typing: Typing;
  readonly model: Model;
  readonly terms: Terms;
  readonly readOnly: boolean;
  /** What stands beside the lines: reviews, evidence, talk. */
  readonly notes: RowNotesView;
  /** The line whose details are open at first. */
  readonly opened?: string | null;
  /** Where selected lines can go. */
  readonly targets?: readonly { readonly id: string; readonly label: string }[];
  /** Columns this person does not want to see; null where they never chose. */
  readonly hiddenColumns: readonly string[] | null;
};

const nowhere = [] as const;

/** The lines of one side, to be read and written: a grid where there is room, cards where there is not, details beside. */
export function LineBench(props: Props) {
  const { label, bench, settled, side, dispatch, typing, model, terms, readOnly, notes } = props;
  const { targets = nowhere, opened = null } = props;
  const { about } = bench;
  const narrow = useNarrow();
  const [openId, setOpenId] = useState<string | null>(opened);
  const [pasting, setPasting] = useState<PastedCells | null>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [groupBy, setGroupBy] = useState<Grouping | null>(null);
  const [hidden, setHidden] = useState(props.hiddenColumns ?? hiddenAtFirst);
  const frame = useRef<HTMLDivElement>(null);

  const drafts = standing(side.drafts);
  const draftOf = useLookup(drafts, idOfDraft);
  const offer = useMemo(
    () => (terms && side.kind === 'offer' ? { ...model.offer, ...terms } : undefined),
    [terms, side.kind, model],
  );
  const settledSide = sideOf(settled, side.id) ?? side;
  const costs = useMemo(() => costsOfLines(settledSide, about, model, offer), [settledSide, about, model, offer]);
  const together = useMemo(
    () => (groupBy === null ? null : groupCosts(groupBy, settledSide, about, model, offer)),
    [groupBy, settledSide, about, model, offer],
  );
  const written = useMemo(() => writtenSoFar(settled.sides), [settled.sides]);
  const costOf = (draft: Draft) => costs.get(draft.id) ?? null;
  const allColumns = useMemo(
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
  const columns = useMemo(
    () => allColumns.filter(({ id, always }) => always || !hidden.includes(id)),
    [allColumns, hidden],
  );
  const problems = useMemo(
    () => hiddenProblemsOf(standing(settledSide.drafts), side.kind, about, columns),
    [settledSide, side.kind, about, columns],
  );
  const { visitors, here, moveTo } = useLineVisitors(notes.talk.people);
  const editing = useLineEditing({ side, drafts, draftOf, about, dispatch, typing });
  const open = openId === null ? undefined : draftOf(openId);

  function linesOf(ids: readonly string[]) {
    return ids.flatMap((id) => {
      const draft = draftOf(id);
      return draft ? [{ id, fields: fieldsOfDraft(draft) }] : [];
    });
  }

  /** Cells of our own go where they are put; cells from elsewhere are looked at first. */
  function paste(pasted: PastedCells) {
    if (!pasted.plain) return setPasting(pasted);
    const { rectangle, columnId, below } = pasted;
    const start = columns.findIndex(({ id }) => id === columnId);
    const fieldAt = (index: number) => {
      const id = columns[start + index]?.id ?? '';
      return id in fieldNames ? (id as Field) : null;
    };
    const guess = { headings: false, above: 0, mapping: (rectangle[0] ?? []).map((_, index) => fieldAt(index)) };
    editing.paste(planPaste(rectangle, guess, { targets: linesOf(below), side: side.kind, about }));
  }

  function hide(ids: readonly string[]) {
    setHidden(ids);
    void keepPreference({ name: 'hidden columns', value: ids }).then(
      (answer) => !answer.ok && editing.announce('The choice of columns could not be kept.'),
      () => editing.announce('The choice of columns could not be kept.'),
    );
  }

  function shift(by: -1 | 1) {
    if (groupBy !== null) return editing.announce('Lines are moved while they are not in groups.');
    dispatch({ does: 'move', sideId: side.id, ids: selected, by });
    editing.announce(by < 0 ? 'Moved up' : 'Moved down');
  }

  function transfer(to: string) {
    dispatch({ does: 'transfer', sideId: side.id, ids: selected, to });
    editing.announce(`Moved to ${targets.find(({ id }) => id === to)?.label ?? 'the other alternative'}`);
  }

  function close() {
    setOpenId(null);
    frame.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }

  const details = open && (
    <OpenLine
      key={open.id}
      draft={open}
      side={side}
      about={about}
      terms={terms}
      cost={costOf(open)}
      readOnly={readOnly}
      typing={typing}
      written={written}
      notes={notes}
      editing={editing}
      dispatch={dispatch}
      onMove={setOpenId}
      onPlace={moveTo}
      onClose={close}
    />
  );

  return (
    <div ref={frame} className="lg:mx-[max(calc(50%-50vw+2rem),calc(50%-56rem))] print:mx-0">
      <BenchToolbar
        readOnly={readOnly}
        narrow={narrow ?? false}
        mayUndo={bench.undo.length > 0}
        mayRedo={bench.redo.length > 0}
        selected={selected.length}
        targets={targets}
        groupings={side.kind === 'offer' ? groupings.filter(({ value }) => value !== 'part') : groupings}
        groupBy={groupBy}
        onGroup={setGroupBy}
        columns={allColumns.filter(({ always }) => !always)}
        hidden={hidden}
        onHide={hide}
        library={
          side.kind === 'alternative' && <StarterLibrary about={about} drafts={drafts} onAdd={editing.addSuggested} />
        }
        actions={{
          onAdd: () => setOpenId(editing.add(null)),
          onUndo: () => dispatch({ does: 'undo' }),
          onRedo: () => dispatch({ does: 'redo' }),
          onDuplicate: () => editing.duplicate(selected),
          onShift: shift,
          onTransfer: transfer,
          onRemove: () => editing.remove(selected),
        }}
      />
      <OpenQuestions
        drafts={drafts}
        side={side.kind}
        about={about}
        onSettle={(lineId, field, whose) => dispatch({ does: 'settle', lineId, field, whose })}
        onOpen={setOpenId}
      />
      {!narrow && <HiddenProblems problems={problems} onOpen={setOpenId} />}
      <HereToo here={here} drafts={drafts} />
      <DoubtNotice doubt={editing.doubt} onEdit={editing.edit} />
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
              groupBy={groupBy}
              summaryOf={(group) => summaryOf(group, groupBy, together, about.currency)}
              readOnly={readOnly}
              reveal={editing.arrived}
              markOf={(draft, columnId) =>
                markOfCell(draft, columnId, side.kind, about, (one, field, whose) =>
                  dispatch({ does: 'settle', lineId: one.id, field, whose }),
                )
              }
              visitors={visitors}
              onPlace={(at) => moveTo(at?.id ?? null, at?.columnId)}
              onType={editing.type}
              onEdit={editing.edit}
              onPaste={paste}
              onSelect={(ids) => setSelected((before) => (sameIds(before, ids) ? before : ids))}
              onShift={shift}
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
          startField={pasting.columnId in fieldNames ? (pasting.columnId as Field) : 'label'}
          below={linesOf(pasting.below)}
          side={side.kind}
          about={about}
          like={linesOf(pasting.below.slice(0, 1))[0]?.fields}
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
      <p role="status" className="mt-1 min-h-5 text-sm text-muted print:hidden">
        {bench.remark ?? editing.message}
      </p>
    </div>
  );
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

function idOfDraft({ id }: Draft): string {
  return id;
}
