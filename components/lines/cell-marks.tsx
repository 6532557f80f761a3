import type { CellMark } from '@/components/grid/columns';
import { cellState } from '@/lib/lines/cell-state';
import { cellText } from '@/lib/lines/cells';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { type About, type Field, fieldNames, hasField, type LineFields, type SideKind } from '@/lib/lines/fields';

export type Settle = (draft: Draft, field: Field, whose: 'mine' | 'theirs') => void;

/** How a cell of a line stands, in words; null where there is nothing to say. */
export function markOfCell(
  draft: Draft,
  columnId: string,
  side: SideKind,
  about: About,
  onSettle: Settle,
): CellMark | null {
  if (!(columnId in fieldNames)) return columnId === 'details' && draft.gone ? goneMark : null;
  const field = columnId as Field;
  const { problems } = readDraft(draft, side, about);
  const why = problems[field];
  switch (cellState(draft, field, problems)) {
    case 'saved':
      return null;
    case 'saving':
      return { tone: 'busy', words: 'Saving' };
    case 'unsaved':
      if (!draft.saved && !why) return null;
      return { tone: 'waiting', words: why ?? 'Not saved yet' };
    case 'refused': {
      const unread = draft.unread[field]?.text;
      return { tone: 'bad', words: why ?? 'Refused', ...(unread !== undefined && { text: unread }) };
    }
    case 'conflict':
      return {
        tone: 'asks',
        words: conflictWords(draft, field, about),
        remedy: <Remedy onChoose={(whose) => onSettle(draft, field, whose)} />,
      };
  }
}

const goneMark: CellMark = {
  tone: 'asks',
  words: 'Somebody removed this line while you were changing it. Open it to decide.',
};

/** Both values of a cell that two people changed. */
export function conflictWords(draft: Draft, field: Field, about: About): string {
  const theirs: LineFields = { ...fieldsOfDraft(draft), [field]: draft.conflicts[field] };
  const who = draft.conflictBy ?? 'Somebody else';
  const value = (fields: LineFields) => cellText(fields, field, about) || 'blank';
  return `${who} changed ${fieldNames[field]} to ${value(theirs)} while you wrote ${value(fieldsOfDraft(draft))}.`;
}

export function Remedy({ onChoose }: { readonly onChoose: (whose: 'mine' | 'theirs') => void }) {
  const look = 'min-h-9 rounded border border-strong-rule px-3 hover:bg-sunken';
  return (
    <div className="mt-2 flex gap-2">
      <button type="button" className={look} onClick={() => onChoose('mine')}>
        Keep mine
      </button>
      <button type="button" className={look} onClick={() => onChoose('theirs')}>
        Take theirs
      </button>
    </div>
  );
}

/** The fields of a line that are in conflict and exist on it. */
export function conflictsOf(draft: Draft, side: SideKind): Field[] {
  return (Object.keys(draft.conflicts) as Field[]).filter((field) => hasField(fieldsOfDraft(draft), side, field));
}
