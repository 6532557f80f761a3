import { readNumber } from '@/lib/format/read-number';

/** Rectangles of cells as spreadsheets put them on the clipboard: tab-separated text, and an HTML table beside it. */

export type ClipboardCell = {
  readonly text: string;
  /** The number behind what is shown, where the spreadsheet says it. */
  readonly number?: number;
  /** What one would type for it, where it comes from a grid of the portal. */
  readonly written?: string;
};

export type Rectangle = readonly (readonly ClipboardCell[])[];

/** Tab-separated text as Excel and LibreOffice write it: quotes around what holds tabs, line breaks or quotes. */
export function rectangleOfText(text: string): Rectangle {
  const rows: ClipboardCell[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const close = () => {
    rows.at(-1)?.push({ text: cell });
    cell = '';
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === '' && closesQuote(source, at)) quoted = true;
    else if (character === '\t') close();
    else if (character === '\n') {
      close();
      rows.push([]);
    } else cell += character;
  }
  close();
  return evened(rows);
}

/** A quote opens a quoted cell only if it is closed before a tab, a line break or the end: 5" pipes are not quoted. */
function closesQuote(source: string, at: number): boolean {
  return /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(source.slice(at, at + 32_000));
}

/** Says that a rectangle comes from a grid of the portal, whose cells need no second reading. */
const ownMark = 'data-walk-position-cells';
const writtenMark = 'data-written';

const lineBreak = '\u2028';

/** The first table of a page, with the numbers LibreOffice (sdval) and Excel (x:num) put beside what is shown. */
export function rectangleOfDocument(page: Document): Rectangle | null {
  const table = page.querySelector('table');
  if (!table) return null;
  // Breaks of the cell's own text are kept, those of the page's source are not.
  for (const one of table.querySelectorAll('br')) one.replaceWith(lineBreak);
  return rectangleOfRows([...table.rows].map(({ cells }) => [...cells]));
}

/** What is read of a cell of a page. */
export type PageCell = Pick<HTMLTableCellElement, 'textContent' | 'colSpan' | 'rowSpan' | 'getAttribute'>;

/**
 * A cell that is merged stands where it begins. Words are said of every row they are merged over, such as a category;
 * a figure is counted once.
 */
export function rectangleOfRows(rows: readonly (readonly PageCell[])[]): Rectangle | null {
  if (rows.length === 0) return null;
  const found = rows.map((): ClipboardCell[] => []);
  rows.forEach((cells, at) => {
    const row = found[at] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (row[column]) column++;
      const read = cellOf(cell);
      const isWords = readNumber(read.text).kind === 'unreadable';
      for (const covered of found.slice(at, at + Math.max(1, cell.rowSpan))) {
        for (let across = 0; across < Math.max(1, cell.colSpan); across++) covered[column + across] = { text: '' };
        if (covered === row || isWords) covered[column] = read;
      }
    }
  });
  return evened(found.map((row) => Array.from(row, (cell) => cell ?? { text: '' })));
}

function cellOf(cell: PageCell): ClipboardCell {
  const text = (cell.textContent ?? '')
    .replace(/[^\S\u2028]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();
  const said = cell.getAttribute('sdval') ?? cell.getAttribute('x:num');
  const number = said ? Number(said) : Number.NaN;
  const written = cell.getAttribute(writtenMark);
  return {
    text,
    // A percentage is shown in hundredths of what is behind it: there the shown text is the safer one.
    ...(Number.isFinite(number) && !text.includes('%') && { number }),
    ...(written !== null && { written }),
  };
}

/** Rows of the same length: what is missing at the end of one is blank. */
function evened(rows: ClipboardCell[][]): Rectangle {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => ({ text: '' }))]);
}

/**
 * As often as it fits where the selection is a multiple of it, as in a spreadsheet: one cell into all that are
 * selected; otherwise once.
 */
export function repeated(rectangle: Rectangle, rows: number, columns: number): Rectangle {
  const width = rectangle[0]?.length ?? 0;
  if (width === 0 || rows % rectangle.length !== 0 || columns % width !== 0) return rectangle;
  const wide = rectangle.map((row) => Array.from({ length: columns / width }, () => row).flat());
  return Array.from({ length: rows / rectangle.length }, () => wide).flat();
}

export function textOfRectangle(rectangle: Rectangle): string {
  const written = ({ text }: ClipboardCell) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rectangle.map((row) => row.map(written).join('\t')).join('\n');
}

export function htmlOfRectangle(rectangle: Rectangle): string {
  const cell = ({ text, number, written }: ClipboardCell) => {
    const value = number === undefined ? '' : ` sdval="${number}" x:num="${number}"`;
    const typed = written === undefined ? '' : ` ${writtenMark}="${escaped(written)}"`;
    return `<td${value}${typed}>${escaped(text).replaceAll('\n', '<br>')}</td>`;
  };
  const rows = rectangle.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table ${ownMark}>${rows.join('')}</table>`;
}

export function isOwn(html: string): boolean {
  return html.includes(ownMark);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
