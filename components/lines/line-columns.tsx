import { PanelRightOpen } from 'lucide-react';
import type { GridColumn } from '@/components/grid/columns';
import { RangePicture, rangeText } from '@/components/lines/range-picture';
import { NoteMarks, noteWords } from '@/components/row-notes/note-marks';
import { formatAmount } from '@/lib/format/money';
import { cellText, copiedText, editText, isFigure, isRate } from '@/lib/lines/cells';
import { optionsOf } from '@/lib/lines/choices';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import { type About, type Field, fieldNames, hasField, type SideKind } from '@/lib/lines/fields';
import type { RowNotesView } from '@/lib/row-notes/view';

/** The columns of the grid of lines, in order. A column is a field of the line, unless it shows something of its own. */

const widths: Partial<Record<Field, number>> = {
  label: 204,
  category: 112,
  workload: 96,
  part: 84,
  kind: 96,
  quantity: 76,
  low: 84,
  likely: 84,
  high: 84,
  per: 64,
  billed: 92,
  startMonth: 84,
  endMonth: 84,
  basis: 100,
  basisOn: 104,
  source: 180,
  ownerId: 104,
};

export type ColumnNeeds = {
  readonly side: SideKind;
  readonly about: About;
  /** What has been written in a column so far, to choose from. */
  readonly written: Partial<Readonly<Record<Field, readonly string[]>>>;
  readonly costOf: (draft: Draft) => number | null;
  readonly onOpen: (draft: Draft) => void;
  readonly notes: RowNotesView;
};

/** Columns that wait in the choice of columns until somebody wants them. */
export const hiddenAtFirst: readonly string[] = [
  'kind',
  'per',
  'billed',
  'startMonth',
  'endMonth',
  'unit',
  'quotedCurrency',
  'exchangeRate',
  'basisOn',
  'source',
];

export function lineColumns(needs: ColumnNeeds): GridColumn<Draft>[] {
  const { side, about } = needs;
  const field = (id: Field, more: Partial<GridColumn<Draft>> = {}) => fieldColumn(id, needs, more);
  return [
    field('label', { heading: true, grow: 3, always: true }),
    detailsColumn(needs),
    notesColumn(needs),
    {
      id: 'cost',
      name: 'All-in cost',
      width: 116,
      figures: true,
      text: (draft) => {
        const cost = needs.costOf(draft);
        return cost === null ? '' : formatAmount(cost, about.currency);
      },
      number: needs.costOf,
    },
    field('category', { grow: 1 }),
    field('workload', { grow: 1 }),
    ...(side === 'alternative' ? [field('part')] : []),
    field('quantity'),
    field('low'),
    field('likely'),
    field('high'),
    {
      id: 'range',
      name: 'Range',
      whole: true,
      width: 88,
      text: (draft) => rangeText(fieldsOfDraft(draft)),
      show: (draft) => <RangePicture fields={fieldsOfDraft(draft)} />,
    },
    field('basis'),
    field('ownerId'),
    field('kind'),
    field('per'),
    field('billed'),
    field('startMonth'),
    field('endMonth'),
    field('unit'),
    field('quotedCurrency'),
    field('exchangeRate'),
    field('basisOn'),
    field('source'),
  ];
}

function detailsColumn({ onOpen }: ColumnNeeds): GridColumn<Draft> {
  return {
    id: 'details',
    name: 'Details',
    hideName: true,
    width: 44,
    always: true,
    text: (draft) => `Details of ${fieldsOfDraft(draft).label ?? 'the new line'}`,
    show: (draft) => (
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Details of ${fieldsOfDraft(draft).label ?? 'the new line'}`}
        onClick={() => onOpen(draft)}
        className="-ml-1 flex size-8 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
      >
        <PanelRightOpen aria-hidden="true" className="size-4" />
      </button>
    ),
    activate: onOpen,
  };
}

/** Review, evidence and open threads, at a glance. */
function notesColumn({ notes, onOpen }: ColumnNeeds): GridColumn<Draft> {
  return {
    id: 'notes',
    name: 'Notes',
    width: 100,
    text: ({ id }) => noteWords(notes, id),
    show: ({ id }) => <NoteMarks notes={notes} id={id} />,
    activate: onOpen,
  };
}

function fieldColumn(
  id: Field,
  { side, about, written }: ColumnNeeds,
  more: Partial<GridColumn<Draft>>,
): GridColumn<Draft> {
  const names = written[id];
  const given = optionsOf(id, about);
  const options = given ?? names?.map((name) => ({ value: name, name }));
  return {
    id,
    name: fieldNames[id],
    width: widths[id] ?? 100,
    figures: isFigure(id),
    text: (draft) => {
      const fields = fieldsOfDraft(draft);
      return hasField(fields, side, id) ? cellText(fields, id, about) : '';
    },
    number: (draft) => {
      const fields = fieldsOfDraft(draft);
      const value = fields[id];
      return isFigure(id) && !isRate(id, fields.kind) && typeof value === 'number' ? value : null;
    },
    written: (draft) => {
      const fields = fieldsOfDraft(draft);
      return hasField(fields, side, id) ? copiedText(fields, id, about) : '';
    },
    edit: {
      text: (draft) => editText(fieldsOfDraft(draft), id, about),
      allows: (draft) => hasField(fieldsOfDraft(draft), side, id),
      ...(options && { options, free: given === undefined }),
    },
    ...more,
  };
}

/** What has been written in the columns that name things, in alphabetical order: the same word twice is one category. */
export function writtenSoFar(
  sides: readonly { readonly drafts: readonly Draft[] }[],
): Partial<Record<Field, string[]>> {
  const category = new Set<string>();
  const workload = new Set<string>();
  for (const draft of sides.flatMap(({ drafts }) => drafts)) {
    const fields = fieldsOfDraft(draft);
    if (fields.category) category.add(fields.category);
    if (fields.workload) workload.add(fields.workload);
  }
  const sorted = (names: Set<string>) => [...names].sort((a, b) => a.localeCompare(b, 'en'));
  return { category: sorted(category), workload: sorted(workload) };
}
