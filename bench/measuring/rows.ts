/** One comparison: ours against a peer that does the same in the same run. */
export type Row = {
  readonly name: string;
  readonly unit: 'ms' | 'KB' | 'per second' | 'of 100';
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  /** How many times better ours is: less time or memory, more in a second, or a better mark. */
  readonly ratio: number;
  /** The least ratio that is good enough. */
  readonly aim: number;
  readonly met: boolean;
};

export function rowOf(row: Omit<Row, 'ratio' | 'met'>): Row {
  const more = row.unit === 'per second' || row.unit === 'of 100';
  const ratio = more ? row.ours / row.peer : row.peer / row.ours;
  return { ...row, ratio, met: ratio >= row.aim };
}

/** The rows as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['', 'ours', 'peer', 'times better', 'aim', ''],
    ...rows.map(({ unit, ours, peer, ratio, aim, met }) => [
      unit,
      figure(ours),
      figure(peer),
      figure(ratio),
      `≥ ${aim}`,
      met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padStart(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  return [
    head,
    ...body.flatMap((line, index) => [`${rows[index]?.name}, against ${rows[index]?.peerName}`, line]),
  ].join('\n');
}

/** Three figures that matter. */
function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 6 });
}
