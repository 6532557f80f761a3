import type { Content } from '@/lib/worksheet/content';
import {
  type Column,
  type ColumnKey,
  type InputSheet,
  type SettingKey,
  settings,
  type Table,
  type TableKey,
  tables,
} from '@/lib/worksheet/tables';

/** Where everything stands: rows and columns count from 1, as spreadsheets do. */

/** A column's letters: 1 → A, 27 → AA. */
export function letters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? letters(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

export type PlacedTable = {
  readonly table: Table;
  readonly captionRow: number;
  readonly headerRow: number;
  readonly first: number;
  readonly last: number;
  /** The letters of a column that is filled in. */
  readonly letter: (key: ColumnKey) => string;
  readonly has: (key: ColumnKey) => boolean;
  /** The number of the first column with a result, after those that are filled in. */
  readonly results: number;
};

export type Places = {
  readonly tables: Readonly<Record<TableKey, PlacedTable>>;
  readonly settings: Readonly<Record<SettingKey, { readonly sheet: InputSheet; readonly row: number }>>;
};

export const settingColumn = 3;
const firstSettingRow = 4;

/** Tables stand below the settings of their sheet, one after the other, with room for more rows than they hold. */
export function placesOf({ tables: rows }: Content): Places {
  const below = new Map<InputSheet, number>();
  const next = (sheet: InputSheet) => below.get(sheet) ?? firstSettingRow;
  const settingPlaces = settings.map(({ key, sheet }) => {
    const row = next(sheet);
    below.set(sheet, row + 1);
    return [key, { sheet, row }] as const;
  });
  const tablePlaces = tables.map((table) => {
    const captionRow = next(table.sheet) + (next(table.sheet) > firstSettingRow ? 1 : 0);
    const first = captionRow + 2;
    const last = first + Math.max(table.rows, rows[table.key].length + table.spare) - 1;
    below.set(table.sheet, last + 1);
    return [table.key, placed(table, captionRow, first, last)] as const;
  });
  return {
    tables: Object.fromEntries(tablePlaces) as Places['tables'],
    settings: Object.fromEntries(settingPlaces) as Places['settings'],
  };
}

function placed(table: Table, captionRow: number, first: number, last: number): PlacedTable {
  const at = new Map(table.columns.map((column: Column, index) => [column.key, letters(index + 1)]));
  return {
    table,
    captionRow,
    headerRow: captionRow + 1,
    first,
    last,
    letter: (key) => at.get(key) as string,
    has: (key) => at.has(key),
    results: table.columns.length + 1,
  };
}

export const firstMonth = -24;
export const months = 144;

/** The rows that the flows of one side's line table take on a sheet of months. */
export type Block = { readonly first: number; readonly last: number };

/** The rows of a sheet of months. Shares take three: what they rest on, that summed up, and what they cost. */
export type MonthRows = {
  readonly base: Readonly<Record<'offer' | 'run' | 'switching', Block>>;
  readonly rests: Readonly<Record<'offerShares' | 'runShares' | 'switchingShares', Block>>;
  readonly sums: Readonly<Record<'offerShares' | 'runShares' | 'switchingShares', Block>>;
  readonly charges: Readonly<Record<'offerShares' | 'runShares' | 'switchingShares', Block>>;
  readonly offer: number;
  readonly run: number;
  readonly switching: number;
  readonly claimedSwitching: number;
  readonly alternative: number;
  readonly ahead: number;
};

export const monthHeader = { begins: 3, weight: 4, month: 5, year: 6 } as const;
/** Label, what the line is reckoned with, its totals; then the months. */
export const monthColumns = {
  label: 1,
  kind: 2,
  start: 3,
  end: 4,
  figure: 5,
  every: 6,
  growth: 7,
  escalator: 8,
  uplift: 9,
  firstRise: 10,
  term: 11,
  nominal: 12,
  presentValue: 13,
  first: 14,
  last: 14 + months - 1,
} as const;

export function monthRowsOf({ tables: placedTables }: Places): MonthRows {
  let row = 8;
  const block = (key: TableKey): Block => {
    const { first, last } = placedTables[key];
    const own = { first: row, last: row + last - first };
    row = own.last + 1;
    return own;
  };
  const gap = () => row++;
  const triple = (key: TableKey) => [block(key), block(key), block(key)] as const;
  const offerBase = block('offer');
  const [offerRests, offerSums, offerCharges] = triple('offerShares');
  const offer = row;
  row += 2;
  gap();
  const runBase = block('run');
  const switchingBase = block('switching');
  const rests = { run: block('runShares'), switching: block('switchingShares') };
  const sums = { run: block('runShares'), switching: block('switchingShares') };
  const charges = { run: block('runShares'), switching: block('switchingShares') };
  return {
    base: { offer: offerBase, run: runBase, switching: switchingBase },
    rests: { offerShares: offerRests, runShares: rests.run, switchingShares: rests.switching },
    sums: { offerShares: offerSums, runShares: sums.run, switchingShares: sums.switching },
    charges: { offerShares: offerCharges, runShares: charges.run, switchingShares: charges.switching },
    offer,
    run: row,
    switching: row + 1,
    claimedSwitching: row + 2,
    alternative: row + 3,
    ahead: row + 4,
  };
}

/** On the sheet of what rests on what: a row for each base line of a side, a column for each share of that side. */
export type RestsPlace = { readonly header: number; readonly first: number; readonly last: number };

export const restsColumns = { label: 1, first: 2 } as const;

export function restsPlaces({ tables: placedTables }: Places): { offer: RestsPlace; alternative: RestsPlace } {
  const count = (key: TableKey) => placedTables[key].last - placedTables[key].first + 1;
  const offer = { header: 4, first: 5, last: 4 + count('offer') };
  const header = offer.last + 3;
  return {
    offer,
    alternative: { header, first: header + 1, last: header + count('run') + count('switching') },
  };
}
