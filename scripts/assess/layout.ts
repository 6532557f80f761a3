/** Text in columns: the first to the left, the others, which are figures, to the right. */
export function columnsOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const all = head.some((cell) => cell !== '') ? [head, ...rows] : rows;
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all.map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, column > 0)).join('   '));
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** In characters as people count them. */
function widthOf(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length;
}

export type Mark = {
  readonly label: string;
  readonly at: number;
  readonly shown: string;
  readonly band?: { readonly from: number; readonly to: number };
};

const columns = 48;

/** Marks on one scale, a row each, with the band a figure may lie in. */
export function scaleOf(marks: readonly Mark[]): string[] {
  const ends = marks.flatMap(({ at, band }) => (band ? [at, band.from, band.to] : [at]));
  const least = Math.min(0, ...ends);
  const width = Math.max(0, ...ends) - least || 1;
  const columnOf = (value: number) => Math.round(((value - least) / width) * (columns - 1));
  return columnsOf(
    ['', '', ''],
    marks.map(({ label, at, shown, band }) => {
      const row = new Array<string>(columns).fill('·');
      if (band) row.fill('─', columnOf(band.from), columnOf(band.to) + 1);
      row[columnOf(at)] = '●';
      return [label, shown, row.join('')];
    }),
  );
}
