import { addressOf, columnNumber, type Sheet, type Spreadsheet } from '@/lib/worksheet/spreadsheet';
import {
  type ColumnKey,
  columnName,
  type SettingKey,
  settingName,
  settings,
  type Table,
  type TableKey,
  tables,
} from '@/lib/worksheet/tables';

/** Where in somebody's file the cells are that the worksheet asked for: by name, else by the words beside them. */

export type FoundTable = {
  readonly key: TableKey;
  readonly sheet: Sheet;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly first: number;
  readonly last: number;
};

export type Found = {
  readonly settings: ReadonlyMap<SettingKey, { readonly sheet: Sheet; readonly row: number; readonly column: number }>;
  readonly tables: readonly FoundTable[];
};

/** Rows below a table that are looked at for what was added there. */
const farthestBelow = 2_000;

export async function findTables(spreadsheet: Spreadsheet): Promise<Found> {
  const named = await byName(spreadsheet);
  if (named.tables.length === tables.length && named.settings.size === settings.length) return named;
  const worded = await byWords(spreadsheet);
  const missing = worded.tables.filter(({ key }) => !named.tables.some((table) => table.key === key));
  return {
    settings: new Map([...worded.settings, ...named.settings]),
    tables: [...named.tables, ...missing],
  };
}

/** Names follow their cells where rows and columns are moved, sheets renamed and words translated. */
async function byName(spreadsheet: Spreadsheet): Promise<Found> {
  const foundSettings = new Map<SettingKey, { sheet: Sheet; row: number; column: number }>();
  for (const { key } of settings) {
    const area = spreadsheet.names.get(settingName(key).toLowerCase());
    const sheet = area && (await spreadsheet.sheet(area.sheet));
    if (area && sheet) foundSettings.set(key, { sheet, ...area.first });
  }
  const foundTables: FoundTable[] = [];
  for (const { key, columns } of tables) {
    const areas = columns.flatMap((column) => {
      const area = spreadsheet.names.get(columnName(key, column.key).toLowerCase());
      return area ? [{ column: column.key, area }] : [];
    });
    const [one] = areas;
    const sheet = one && (await spreadsheet.sheet(one.area.sheet));
    if (!sheet) continue;
    const within = areas.filter(({ area }) => area.sheet === sheet.name);
    const at = new Map(within.map(({ column, area }) => [column, area.first.column]));
    const last = Math.max(...within.map(({ area }) => area.last.row));
    foundTables.push({
      key,
      sheet,
      columns: at,
      first: Math.min(...within.map(({ area }) => area.first.row)),
      last: lastFilled(sheet, at, last),
    });
  }
  return { settings: foundSettings, tables: foundTables };
}

/** A copy into a new file loses the names; the captions and headings are still there. */
async function byWords(spreadsheet: Spreadsheet): Promise<Found> {
  const foundSettings = new Map<SettingKey, { sheet: Sheet; row: number; column: number }>();
  const foundTables = new Map<TableKey, FoundTable>();
  for (const name of spreadsheet.sheetNames) {
    if (/^months/i.test(name)) continue;
    const sheet = await spreadsheet.sheet(name);
    if (!sheet) continue;
    for (const [address, { value }] of sheet.cells) {
      if (typeof value !== 'string') continue;
      const at = placeOf(address);
      const setting = settings.find(({ label }) => same(label, value));
      if (setting && !foundSettings.has(setting.key)) {
        foundSettings.set(setting.key, { sheet, row: at.row, column: at.column + 1 });
      }
      const table = tables.find(({ caption }) => same(caption, value));
      const below = table && headings(sheet, table, at.row + 1);
      if (table && below && !foundTables.has(table.key)) {
        const first = at.row + 2;
        foundTables.set(table.key, {
          key: table.key,
          sheet,
          columns: below,
          first,
          last: lastFilled(sheet, below, first),
        });
      }
    }
  }
  return { settings: foundSettings, tables: [...foundTables.values()] };
}

/** The columns of a table by their headings; null where its own words are not there. */
function headings(sheet: Sheet, { columns }: Table, row: number): ReadonlyMap<ColumnKey, number> | null {
  const found = new Map<ColumnKey, number>();
  for (const [address, { value }] of sheet.cells) {
    const at = placeOf(address);
    if (at.row !== row || typeof value !== 'string') continue;
    const column = columns.find(({ key, label }) => same(label, value) && !found.has(key));
    if (column) found.set(column.key, at.column);
  }
  return found.size >= Math.min(3, columns.length) ? found : null;
}

/** Rows added right below a table belong to it, up to the first that is blank. */
function lastFilled(sheet: Sheet, columns: ReadonlyMap<ColumnKey, number>, last: number): number {
  const filled = (row: number) => [...columns.values()].some((column) => isFilled(sheet, row, column));
  let end = last;
  while (end - last < farthestBelow && filled(end + 1)) end++;
  return end;
}

function isFilled(sheet: Sheet, row: number, column: number): boolean {
  const value = sheet.cells.get(addressOf(row, column))?.value;
  return value !== undefined && value !== null && value !== '';
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(row), column: columnNumber(letters) };
}

function same(word: string, written: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(word) === plain(written);
}
