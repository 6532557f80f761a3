import { type DecimalMark, decimalMarkOf, decimalMarksOf, readNumber } from '@/lib/format/read-number';
import { isFigure, readCell } from '@/lib/lines/cells';
import {
  type About,
  blankFields,
  type Change,
  changeOfKind,
  type Field,
  hasField,
  type LineFields,
  lineOfFields,
  type SideKind,
} from '@/lib/lines/fields';
import { type Chosen, chosenFor, switchingDefaults } from '@/lib/lines/paste-defaults';
import { fieldOfHeading } from '@/lib/lines/paste-headings';

/** Cells from a spreadsheet, read into lines: which column is which field, and which cells could not be read. */

export type PastedCell = {
  readonly text: string;
  readonly number?: number;
  /** What one would type for it, where it comes from a grid of the portal. */
  readonly written?: string;
};
export type Pasted = readonly (readonly PastedCell[])[];

/** Which field each column goes to; null leaves it out. */
export type Mapping = readonly (Field | null)[];

export type Guess = {
  /** Whether one of the rows holds headings. */
  readonly headings: boolean;
  /** How many rows stand above it: a title is no line. */
  readonly above: number;
  readonly mapping: Mapping;
};

/** A line the pasted cells are laid over, or null for a new one. */
export type Target = { readonly id: string; readonly fields: LineFields } | null;

export type UnreadCell = {
  /** Counted from 1, as the spreadsheet shows it. */
  readonly row: number;
  readonly field: Field;
  readonly text: string;
  readonly why: string;
};

export type PlannedRow = {
  readonly target: Target;
  readonly change: Change;
  readonly fields: LineFields;
  readonly unread: readonly UnreadCell[];
  /** What the line still lacks, or what is wrong in it, cell by cell. */
  readonly lacking: readonly { readonly row: number; readonly field: Field; readonly why: string }[];
  /** Figures that can be read in two ways, where nothing around them says which. */
  readonly doubts: readonly DoubtfulCell[];
  /** Fields of a new line that were not pasted, and what was chosen for them. */
  readonly chosen: Chosen;
};

export type DoubtfulCell = {
  readonly row: number;
  readonly field: Field;
  readonly text: string;
  readonly taken: string;
  readonly otherwise: string;
};

const titleRows = 10;

/** Which row holds headings, and which field each column is. Without headings columns go on from `startField`. */
export function guessMapping(pasted: Pasted, order: readonly Field[], startField: Field): Guess {
  const above = pasted.slice(0, titleRows).findIndex(
    (row, at) =>
      namedIn(row) >= Math.max(at === 0 ? 1 : 2, Math.ceil(row.length / 2)) &&
      // Rows of a title have less in them than the headings below.
      pasted.slice(0, at).every((title) => writtenIn(title) < writtenIn(row)),
  );
  if (above >= 0) {
    const named = (pasted[above] ?? []).map(({ text }) => fieldOfHeading(text));
    // The first column with a heading has its field.
    const mapping = named.map((field, index) => (named.indexOf(field) === index ? field : null));
    return { headings: true, above, mapping };
  }
  const start = Math.max(0, order.indexOf(startField));
  return { headings: false, above: 0, mapping: (pasted[0] ?? []).map((_, index) => order[start + index] ?? null) };
}

function namedIn(row: Pasted[number]): number {
  return row.filter(({ text }) => fieldOfHeading(text) !== null).length;
}

function writtenIn(row: Pasted[number]): number {
  return row.filter(({ text }) => text.trim() !== '').length;
}

/** The rows that become lines: those below the headings, or all of them. */
export function linesIn(pasted: Pasted, { headings, above }: Guess): Pasted {
  return headings ? pasted.slice(above + 1) : pasted;
}

/** What each column is written with, where one of its cells says so: the decimal mark of all of them otherwise. */
export function marksOf(pasted: Pasted, mapping: Mapping): readonly DecimalMark[] {
  const { columns, only } = marksSaid(pasted, mapping);
  return columns.map((mark) => mark ?? only ?? '.');
}

function marksSaid(pasted: Pasted, mapping: Mapping) {
  const columns = mapping.map((field, index) =>
    field !== null && isFigure(field) ? decimalMarkOf(textsOf(pasted, index)) : null,
  );
  const said = new Set(columns.filter((mark) => mark !== null));
  return { columns, only: said.size === 1 ? [...said][0] : undefined };
}

/** Whether nothing says how a column writes its figures: its cells disagree, or neither they nor the others tell. */
function isOpen(pasted: Pasted, mapping: Mapping): readonly boolean[] {
  const { columns, only } = marksSaid(pasted, mapping);
  return columns.map((mark, index) => {
    if (mark !== null) return false;
    return only === undefined || decimalMarksOf(textsOf(pasted, index)).size > 1;
  });
}

function textsOf(pasted: Pasted, column: number): string[] {
  return pasted.map((row) => row[column]?.text ?? '');
}

/** What pasting makes of each row. Cells that cannot be read are left as they are, and named. */
export function planPaste(
  pasted: Pasted,
  guess: Guess,
  {
    targets,
    side,
    about,
    like,
    mark,
  }: {
    /** One a row of figures, from the first on; rows beyond them become new lines. */
    readonly targets: readonly Target[];
    readonly side: SideKind;
    readonly about: About;
    readonly like?: LineFields | undefined;
    /** Overrules what the cells themselves say. */
    readonly mark?: DecimalMark | undefined;
  },
): PlannedRow[] {
  const { mapping } = guess;
  const rows = linesIn(pasted, guess);
  const marks = mark ? mapping.map(() => mark) : marksOf(rows, mapping);
  const open = mark ? mapping.map(() => false) : isOpen(rows, mapping);
  const order = readingOrder(mapping);
  return rows.flatMap((row, index): PlannedRow[] => {
    if (row.every(({ text }) => text.trim() === '')) return [];
    const target = targets[index] ?? null;
    const start = target?.fields ?? blankFields(side, about, like);
    const given = (field: Field) => row[mapping.indexOf(field)]?.text.trim() ?? '';
    const number = index + 1 + pasted.length - rows.length;
    let change: Change = target ? {} : switchingDefaults(start, side, about, given);
    const unread: UnreadCell[] = [];
    const doubts: DoubtfulCell[] = [];
    for (const column of order) {
      const field = mapping[column];
      const cell = row[column];
      if (!field || !cell || (cell.text.trim() === '' && !target)) continue;
      const now = { ...start, ...change };
      if (!hasField(now, side, field)) {
        const kinder = cell.text.trim() === '' ? null : kindFor(field, now, about);
        if (!kinder) continue;
        change = { ...change, ...kinder };
      }
      const read = readPasted({ ...start, ...change }, field, cell, about, marks[column] ?? '.');
      if (!read.ok) unread.push({ row: number, field, text: cell.text, why: read.why });
      else {
        change = { ...change, ...read.change };
        if (read.doubt && open[column]) doubts.push({ row: number, field, text: cell.text, ...read.doubt });
      }
    }
    const fields = { ...start, ...change };
    const line = lineOfFields(fields, 'pasted', side, about, change);
    const lacking = (line.ok ? [] : (Object.entries(line.problems) as [Field, string][]))
      .filter(([field]) => !unread.some((cell) => cell.field === field))
      .map(([field, why]) => ({ row: number, field, why }));
    const chosen = target ? {} : chosenFor(fields, side, about, given);
    return [{ target, change, fields, unread, lacking, doubts, chosen }];
  });
}

/**
 * The kind decides what the other cells mean, so it is read first; the part decides whether there is a claim, and
 * the currency what the figures are in. The last month is read after the first, which it may follow.
 */
function readingOrder(mapping: Mapping): number[] {
  const first: readonly (Field | null | undefined)[] = ['kind', 'part', 'quotedCurrency', 'likely'];
  const rank = (field: Field | null | undefined) =>
    field === 'endMonth' ? first.length + 1 : first.includes(field) ? first.indexOf(field) : first.length;
  return mapping.map((_, index) => index).sort((a, b) => rank(mapping[a]) - rank(mapping[b]) || a - b);
}

/** A new line with bands, or with categories it rests on, is of the kind that has them. */
function kindFor(field: Field, fields: LineFields, about: About): Change | null {
  if (field === 'tiers') return changeOfKind(fields, 'graduated', about);
  return field === 'of' ? changeOfKind(fields, 'percent', about) : null;
}

function readPasted(
  fields: LineFields,
  field: Field,
  { text, number, written }: PastedCell,
  about: About,
  mark: DecimalMark,
) {
  // A quoted line takes amounts in its own currency, not converted ones.
  if (written !== undefined && fields.quotedCurrency !== null && isFigure(field)) {
    return readCell(fields, field, written, about);
  }
  if (number !== undefined && isFigure(field)) {
    // A number the spreadsheet itself gave needs no reading; what currency it shows it in does.
    const shown = readNumber(text, { mark });
    const sign = shown.kind === 'number' && shown.currency !== undefined ? `${shown.currency} ` : '';
    return readCell(fields, field, `${sign}${number}`, about, { mark: '.' });
  }
  return readCell(fields, field, text, about, { mark });
}

/** The fields a column can go to on this side, in the order of the grid. */
export function pasteFields(side: SideKind): readonly Field[] {
  const order: readonly Field[] = [
    'label',
    'category',
    'workload',
    'part',
    'quantity',
    'low',
    'likely',
    'high',
    'basis',
    'kind',
    'unit',
    'per',
    'billed',
    'startMonth',
    'endMonth',
    'escalator',
    'heldUntil',
    'growth',
    'renewalUplift',
    'termMonths',
    'of',
    'tiers',
    'quotedCurrency',
    'exchangeRate',
    'rateOn',
    'rateSource',
    'claimed',
    'basisOn',
    'source',
    'ownerId',
  ];
  return side === 'offer' ? order.filter((field) => !['part', 'termMonths', 'claimed'].includes(field)) : order;
}
