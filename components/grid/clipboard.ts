/** Rectangles of cells as spreadsheets put them on the clipboard: tab-separated text, and an HTML table beside it. */

export type ClipboardCell = {
  readonly text: string;
  /** The number behind what is shown, where the spreadsheet says it. */
  readonly number?: number;
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

/** The first table of a page, with the numbers LibreOffice (sdval) and Excel (x:num) put beside what is shown. */
export function rectangleOfDocument(page: Document): Rectangle | null {
  const table = page.querySelector('table');
  if (!table) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell): ClipboardCell[] => {
      const text = (cell.textContent ?? '').replace(/\u00a0/g, ' ').trim();
      const written = cell.getAttribute('sdval') ?? cell.getAttribute('x:num');
      const number = written ? Number(written) : Number.NaN;
      // A percentage is shown in hundredths of what is behind it: there the shown text is the safer one.
      const known = Number.isFinite(number) && !text.includes('%') ? { text, number } : { text };
      return [known, ...Array.from({ length: cell.colSpan - 1 }, () => ({ text: '' }))];
    }),
  );
  return rows.length > 0 ? evened(rows) : null;
}

/** Rows of the same length: what is missing at the end of one is blank. */
function evened(rows: ClipboardCell[][]): Rectangle {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => ({ text: '' }))]);
}

export function textOfRectangle(rectangle: Rectangle): string {
  const written = ({ text }: ClipboardCell) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rectangle.map((row) => row.map(written).join('\t')).join('\n');
}

/** Says that a rectangle comes from a grid of the portal, whose cells need no second reading. */
const ownMark = 'data-walk-position-cells';

export function htmlOfRectangle(rectangle: Rectangle): string {
  const cell = ({ text, number }: ClipboardCell) => {
    const value = number === undefined ? '' : ` sdval="${number}" x:num="${number}"`;
    return `<td${value}>${escaped(text)}</td>`;
  };
  const rows = rectangle.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table ${ownMark}>${rows.join('')}</table>`;
}

export function isOwn(html: string): boolean {
  return html.includes(ownMark);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}
