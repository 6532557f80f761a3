import { readNumber } from '@/lib/format/read-number';
import { withoutMark } from '@/lib/format/spreadsheet-text';

import { addressOf, type SavedCell, type Sheet, type Spreadsheet } from '@/lib/worksheet/spreadsheet';
import { type CellKind, choiceListName, isChoice } from '@/lib/worksheet/tables';
import { type ChoiceName, choices } from '@/lib/worksheet/vocabulary';

/** A cell by the address people see, `Deal!F14`, and what is the matter with it. */
export type CellProblem = { readonly cell: string; readonly message: string };

export type CellReader = {
  /** The cell's value as its kind has it; undefined where it is blank or, which is then said, unreadable. */
  readonly read: (sheet: Sheet, row: number, column: number, kind: CellKind) => string | number | undefined;
  readonly problems: CellProblem[];
  /** What was taken, but not as it stands. */
  readonly notes: CellProblem[];
};

export function cellName(sheet: Sheet, row: number, column: number): string {
  const name = /^[\p{L}\p{N}_]+$/u.test(sheet.name) ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`;
  return `${name}!${addressOf(row, column)}`;
}

/** A choice is known by its word, or by its place in the file's own list, whatever language that is in. */
export async function choiceWords(
  spreadsheet: Spreadsheet,
): Promise<ReadonlyMap<ChoiceName, ReadonlyMap<string, string>>> {
  const words = new Map<ChoiceName, Map<string, string>>();
  for (const [name, own] of Object.entries(choices) as [ChoiceName, readonly string[]][]) {
    const known = new Map(own.map((word) => [plain(word), word]));
    const area = spreadsheet.names.get(choiceListName(name));
    const sheet = area && (await spreadsheet.sheet(area.sheet));
    for (const [index, word] of own.entries()) {
      const value = sheet?.cells.get(addressOf((area?.first.row ?? 0) + index, area?.first.column ?? 0))?.value;
      if (typeof value === 'string' && value !== '') known.set(plain(value), word);
    }
    words.set(name, known);
  }
  return words;
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

class Unreadable extends Error {}

export function cellReader(
  words: ReadonlyMap<ChoiceName, ReadonlyMap<string, string>>,
  { since1904 }: Pick<Spreadsheet, 'since1904'>,
): CellReader {
  const problems: CellProblem[] = [];
  const notes: CellProblem[] = [];
  return {
    problems,
    notes,
    read(sheet, row, column, kind) {
      const cell = sheet.cells.get(addressOf(row, column));
      if (!cell) return undefined;
      const at = cellName(sheet, row, column);
      try {
        const value = valueIn(cell, kind, words, since1904);
        if (value !== undefined && cell.formula) {
          notes.push({ cell: at, message: 'is a formula; what it last came to was taken' });
        }
        return value;
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        problems.push({ cell: at, message: error.message });
        return undefined;
      }
    },
  };
}

function valueIn(
  cell: SavedCell,
  kind: CellKind,
  words: ReadonlyMap<ChoiceName, ReadonlyMap<string, string>>,
  since1904: boolean,
): string | number | undefined {
  const { value } = cell;
  if (cell.error) throw new Unreadable(`shows ${value}; type what it should say`);
  if (value === '' || (value === null && !cell.formula)) return undefined;
  if (value === null) throw new Unreadable('is a formula that was never reckoned; type its value');
  if (typeof value === 'boolean') throw new Unreadable('says true or false, which nothing here asks for');
  if (isChoice(kind)) return chosen(value, kind, words.get(kind), cell.formula);
  switch (kind) {
    case 'text':
      if (cell.formula) throw new Unreadable('is a formula where words belong; type the words themselves');
      return String(typeof value === 'string' ? withoutMark(value).trim() : value) || undefined;
    case 'date':
      return dateIn(value, since1904);
    default:
      return numberIn(value, kind);
  }
}

function chosen(
  value: string | number,
  kind: ChoiceName,
  known: ReadonlyMap<string, string> | undefined,
  formula: boolean,
): string {
  const word = formula ? undefined : known?.get(plain(String(value)));
  if (!word) throw new Unreadable(`expected ${choices[kind].join(', ')}; found “${shown(value)}”`);
  return word;
}

function numberIn(value: string | number, kind: CellKind): number | undefined {
  if (typeof value === 'number') return decimals(value, kind);
  const read = readNumber(value);
  if (read.kind === 'blank') return undefined;
  if (read.kind === 'unreadable') throw new Unreadable(read.why);
  if (read.otherwise !== undefined) {
    throw new Unreadable(`“${shown(value)}” can be read as ${read.value} or as ${read.otherwise}; type it as a number`);
  }
  return decimals(read.value, kind);
}

/** What a spreadsheet's binary arithmetic adds behind the decimals that the model knows is not what was meant. */
function decimals(value: number, kind: CellKind): number {
  return Number(value.toFixed(kind === 'rate' ? 10 : 6));
}

function dateIn(value: string | number, since1904: boolean): string {
  if (typeof value === 'number') {
    const days = Math.floor(value) + (since1904 ? 1462 : 0);
    if (days < 1 || days > 200_000) throw new Unreadable(`expected a date; found ${value}`);
    return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  }
  const text = value.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : dotted ? dotted.slice(1).reverse() : [];
  if (!year || !month || !day) throw new Unreadable(`expected a date such as 2027-06-30; found “${shown(value)}”`);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function shown(value: string | number): string {
  const text = String(value).replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
