import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { neutralText } from '@/lib/format/spreadsheet-text';
import type { Content } from '@/lib/worksheet/content';
import { lookAgain, monthSheet, restsColumn } from '@/lib/worksheet/formulas';
import {
  letters,
  type MonthRows,
  monthColumns,
  type PlacedTable,
  type Places,
  type RestsPlace,
  settingColumn,
} from '@/lib/worksheet/places';
import { resultColumns } from '@/lib/worksheet/reading';
import { type moneyFormats, styles } from '@/lib/worksheet/style';
import {
  type CellKind,
  type Column,
  choiceListName,
  columnName,
  type InputSheet,
  settingName,
  settings,
  tables,
} from '@/lib/worksheet/tables';

export type Formats = ReturnType<typeof moneyFormats>;

const titles: Readonly<Record<InputSheet, readonly [string, string]>> = {
  Deal: ['The deal', 'What Microsoft has on the table, line by line. Yellow cells are yours; everything else reckons.'],
  Alternative: ['The alternative', 'What you would really do without the deal, and what running it costs.'],
  Switching: ['Switching', 'What getting there costs: your honest figure, and beside it what the account team claims.'],
  Plan: [
    'The plan',
    'The steps of leaving. Each may wait for steps above it; the longest chain gives the walk-by date.',
  ],
  Support: ['Graduated support', 'Bands of spend in a contract year, each charged at its own rate. Lowest first.'],
};

const widths: Readonly<Partial<Record<Column['key'], number>>> = {
  ref: 10,
  label: 36,
  category: 24,
  workload: 13,
  kind: 12,
  derived: 12,
  // Above it stand figures: a longer list is read in the cell's own line.
  of: 16,
  after: 20,
  line: 40,
};

/** The sheets that are filled in, with their results beside each row. */
export function addInputSheets(
  workbook: Workbook,
  content: Content,
  places: Places,
  rows: MonthRows,
  rests: { offer: RestsPlace; alternative: RestsPlace },
  formats: Formats,
): void {
  for (const name of Object.keys(titles) as InputSheet[]) {
    const sheet = workbook.getWorksheet(name) as Worksheet;
    const [title, about] = titles[name];
    sheet.getCell('A1').value = title;
    sheet.getCell('A1').style = styles.title;
    sheet.getCell('A2').value = about;
    sheet.getCell('A2').style = styles.muted;
    addSettings(workbook, sheet, name, content, places, formats);
  }
  for (const table of tables) {
    const sheet = workbook.getWorksheet(table.sheet) as Worksheet;
    const placed = places.tables[table.key];
    addTable(workbook, sheet, placed, content.tables[table.key], formats);
    addResults(sheet, placed, places, rows, rests, formats);
  }
}

function addSettings(
  workbook: Workbook,
  sheet: Worksheet,
  name: InputSheet,
  { settings: values }: Content,
  places: Places,
  formats: Formats,
): void {
  for (const { key, sheet: own, label, help, cell } of settings) {
    if (own !== name) continue;
    const { row } = places.settings[key];
    sheet.getCell(row, 2).value = label;
    sheet.getCell(row, 2).style = styles.plain;
    fillIn(
      sheet,
      row,
      settingColumn,
      cell,
      values[key],
      formats,
      key === 'horizon' || key === 'term' ? key : undefined,
    );
    sheet.getCell(row, settingColumn).alignment = { horizontal: 'left' };
    sheet.getCell(row, settingColumn + 1).value = help;
    sheet.getCell(row, settingColumn + 1).style = styles.muted;
    workbook.definedNames.add(`${name}!$${letters(settingColumn)}$${row}`, settingName(key));
  }
}

function addTable(
  workbook: Workbook,
  sheet: Worksheet,
  { table, captionRow, headerRow, first, last, letter }: PlacedTable,
  values: Content['tables'][PlacedTable['table']['key']],
  formats: Formats,
): void {
  sheet.getCell(captionRow, 1).value = table.caption;
  sheet.getCell(captionRow, 1).style = styles.heading;
  for (const [index, column] of table.columns.entries()) {
    const header = sheet.getCell(headerRow, index + 1);
    header.value = column.label;
    header.style = styles.header;
    header.note = column.help;
    const width = widths[column.key] ?? 10;
    const own = sheet.getColumn(index + 1);
    own.width = Math.max(own.width ?? 0, width);
    workbook.definedNames.add(
      `${table.sheet}!$${letter(column.key)}$${first}:$${letter(column.key)}$${last}`,
      columnName(table.key, column.key),
    );
    for (let row = first; row <= last; row++) {
      const value = values[row - first];
      fillIn(sheet, row, index + 1, cellOf(column, value), value?.[column.key], formats);
    }
  }
}

/** A percent's figure is a rate; where the row is blank its first digits decide, so the format is left open. */
function cellOf(column: Column, row: Content['tables']['offer'][number] | undefined): CellKind {
  const figure = column.key === 'low' || column.key === 'likely' || column.key === 'high' || column.key === 'claimed';
  return figure && row?.derived === 'percent' ? 'rate' : column.cell;
}

function fillIn(
  sheet: Worksheet,
  row: number,
  column: number,
  kind: CellKind,
  value: string | number | undefined,
  formats: Formats,
  about?: 'horizon' | 'term',
): void {
  const cell = sheet.getCell(row, column);
  const numFmt = formatOf(kind, formats);
  cell.style = numFmt ? { ...styles.input, numFmt } : styles.input;
  cell.dataValidation = validations[about ?? kind];
  if (value === undefined) return;
  if (kind === 'date') cell.value = new Date(`${value}T00:00:00Z`);
  else cell.value = typeof value === 'string' ? neutralText(value) : value;
}

function formatOf(kind: CellKind, formats: Formats): string | undefined {
  if (kind === 'rate') return formats.rate;
  if (kind === 'date') return formats.date;
  if (kind === 'amount') return formats.amount;
  return kind === 'number' ? formats.figure : undefined;
}

const stop = (
  error: string,
): Pick<DataValidation, 'allowBlank' | 'showErrorMessage' | 'errorStyle' | 'errorTitle' | 'error'> => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: 'This cell wants something else',
  error,
});

const between = (type: 'decimal' | 'whole', least: number, most: number, error: string): DataValidation => ({
  type,
  operator: 'between',
  formulae: [least, most],
  ...stop(error),
});

const list = (name: Parameters<typeof choiceListName>[0]): DataValidation => ({
  type: 'list',
  formulae: [choiceListName(name)],
  ...stop('Choose from the list.'),
});

const validations: Readonly<Record<CellKind | 'horizon' | 'term', DataValidation>> = {
  text: { type: 'textLength', operator: 'lessThanOrEqual', formulae: [2000], ...stop('At most 2,000 characters.') },
  number: between('decimal', -1e12, 1e12, 'A number, or nothing.'),
  amount: between('decimal', -1e12, 1e12, 'An amount of money, or nothing.'),
  rate: between('decimal', -1, 10, 'A rate such as 5 %, from −100 % to 1,000 %.'),
  months: between('whole', -24, 120, 'A whole number of months from −24 to 120.'),
  horizon: between('whole', 12, 120, 'A whole number of months from 12 to 120.'),
  term: between('whole', 1, 120, 'A whole number of months from 1 to 120.'),
  date: {
    type: 'date',
    operator: 'between',
    formulae: [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2099, 11, 31))],
    ...stop('A date.'),
  },
  kind: list('kind'),
  derived: list('derived'),
  per: list('per'),
  billed: list('billed'),
  course: list('course'),
};

/** What each row comes to, and what is wrong with it: shown beside it, reckoned on the sheets of months. */
function addResults(
  sheet: Worksheet,
  placed: PlacedTable,
  places: Places,
  rows: MonthRows,
  rests: { offer: RestsPlace; alternative: RestsPlace },
  formats: Formats,
): void {
  const { table, headerRow, first, last, results } = placed;
  if (table.key === 'plan') addPlanResults(sheet, placed);
  if (table.key === 'plan' || table.key === 'bands') return;
  const isBase = table.key === 'offer' || table.key === 'run' || table.key === 'switching';
  const block = isBase ? rows.base[table.key as 'offer'] : rows.charges[table.key as 'offerShares'];
  const claimed = placed.has('claimed');
  const headings = ['Nominal', 'All-in cost', ...(claimed ? ['All-in as claimed'] : []), 'Look again'];
  for (const [index, heading] of headings.entries()) {
    const header = sheet.getCell(headerRow, results + index);
    header.value = heading;
    header.style = styles.header;
    sheet.getColumn(results + index).width = 15;
  }
  for (let row = first; row <= last; row++) {
    const monthRow = block.first + row - first;
    const from = (scenario: 'likely' | 'claimed', column: 'nominal' | 'presentValue') =>
      `IF('${monthSheet('likely')}'!$${letters(monthColumns.kind)}${monthRow}=0,"",'${monthSheet(scenario)}'!$${letters(monthColumns[column])}${monthRow})`;
    const formulas = [
      from('likely', 'nominal'),
      from('likely', 'presentValue'),
      ...(claimed ? [from('claimed', 'presentValue')] : []),
    ];
    for (const [index, formula] of formulas.entries()) {
      const cell = sheet.getCell(row, results + index);
      cell.value = { formula };
      cell.style = { ...styles.result, numFmt: formats.amount };
    }
    const check = sheet.getCell(row, results + resultColumns(placed));
    check.value = {
      formula: lookAgain(places, table.key, row, monthRow, isBase ? undefined : marksOf(placed, row, rests, places)),
    };
    check.style = styles.fault;
  }
}

/** How many lines a share rests on. */
function marksOf(
  { table, first }: PlacedTable,
  row: number,
  rests: { offer: RestsPlace; alternative: RestsPlace },
  { tables: placed }: Places,
): string {
  const before = table.key === 'switchingShares' ? placed.runShares.last - placed.runShares.first + 1 : 0;
  const column = letters(restsColumn(before + row - first));
  const { first: top, last: bottom } = table.key === 'offerShares' ? rests.offer : rests.alternative;
  return `SUM('Rests on'!$${column}$${top}:$${column}$${bottom})`;
}

/** When each step is done at the earliest, in months from the beginning, and how long it may slip. */
function addPlanResults(sheet: Worksheet, { headerRow, first, last, results, letter }: PlacedTable): void {
  for (const [index, heading] of ['Done after', 'May slip', 'Look again'].entries()) {
    const header = sheet.getCell(headerRow, results + index);
    header.value = heading;
    header.style = styles.header;
    sheet.getColumn(results + index).width = index === 2 ? 34 : 11;
  }
  const [finish, tail] = [letters(results), letters(results + 1)];
  const wrapped = (cell: string) => `";"&SUBSTITUTE(${cell}," ","")&";"`;
  const [ref, label, months, after] = [letter('ref'), letter('label'), letter('months'), letter('after')];
  for (let row = first; row <= last; row++) {
    const names = (from: number, to: number, list: string) =>
      `ISNUMBER(FIND(";"&$${ref}$${from}:$${ref}$${to}&";",${list}))*($${ref}$${from}:$${ref}$${to}<>"")`;
    const earlier =
      row === first
        ? '0'
        : `SUMPRODUCT(MAX(${names(first, row - 1, wrapped(`$${after}${row}`))}*$${finish}$${first}:$${finish}$${row - 1}))`;
    sheet.getCell(row, results).value = { formula: `IF($${label}${row}="",0,N($${months}${row})+${earlier})` };
    // How long the chain is that waits for this step: the longest of the steps below that name it.
    const chain =
      row === last
        ? '0'
        : `SUMPRODUCT(MAX(ISNUMBER(FIND(";"&$${ref}${row}&";",";"&SUBSTITUTE($${after}$${row + 1}:$${after}$${last}," ","")&";"))*($${ref}${row}<>"")*(MAX($${finish}$${first}:$${finish}$${last})-$${tail}$${row + 1}:$${tail}$${last}-$${finish}$${row + 1}:$${finish}$${last}+$${months}$${row + 1}:$${months}$${last})))`;
    sheet.getCell(row, results + 1).value = {
      formula: `IF($${label}${row}="",0,MAX($${finish}$${first}:$${finish}$${last})-$${finish}${row}-${chain})`,
    };
    const list = wrapped(`$${after}${row}`);
    const wanted = `LEN(${list})-LEN(SUBSTITUTE(${list},";",""))-1`;
    const known = row === first ? '0' : `SUMPRODUCT(${names(first, row - 1, list)})`;
    sheet.getCell(row, results + 2).value = {
      formula: `IF($${label}${row}="","",IF($${after}${row}="","",IF(${known}<${wanted},"Waits for a ref that no step above has","")))`,
    };
    sheet.getCell(row, results).style = styles.result;
    sheet.getCell(row, results + 1).style = styles.result;
    sheet.getCell(row, results + 2).style = styles.fault;
  }
}
