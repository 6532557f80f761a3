import type { Cell, Workbook, Worksheet } from 'exceljs';
import {
  aheadOf,
  baseFactors,
  baseFlow,
  claimedSum,
  inputCell,
  monthSheet,
  nominalOf,
  presentValueOf,
  restsColumn,
  restsMark,
  restsOn,
  type Scenario,
  scenarios,
  shareFactors,
  shareFlow,
  spendSoFar,
  sumOf,
  wrappedList,
} from '@/lib/worksheet/formulas';
import type { Formats } from '@/lib/worksheet/input-sheets';
import {
  firstMonth,
  letters,
  type MonthRows,
  monthColumns as month,
  monthHeader,
  months,
  type Places,
  type RestsPlace,
} from '@/lib/worksheet/places';
import { styles } from '@/lib/worksheet/style';
import { lineTables } from '@/lib/worksheet/tables';

const about: Readonly<Record<Scenario, string>> = {
  likely: 'Every estimate at its likely figure: the headline.',
  low: 'Every estimate at its low.',
  high: 'Every estimate at its high.',
  expected: 'Every estimate at its mean, (low + 4 × likely + high) ÷ 6.',
  claimed: 'The vendor’s version: the claims in place of the honest figures, all else as likely.',
};

const factorHeadings = [
  'Line',
  'Kind',
  'Start',
  'End',
  'Figure',
  'Every',
  '1 + growth',
  '1 + escalator',
  '1 + uplift',
  'First rise',
  'Term',
  'Nominal',
  'All-in cost',
] as const;

/** Fills a formula to the right over all months; the spreadsheet keeps it once. */
function overMonths(sheet: Worksheet, row: number, formula: string, from: number = month.first): void {
  sheet.fillFormula(`${letters(from)}${row}:${letters(month.last)}${row}`, formula);
}

function put(cell: Cell, formula: string, numFmt?: string): void {
  cell.value = { formula };
  if (numFmt) cell.numFmt = numFmt;
}

/** A sheet of months for each scenario: one row a line, one column a month, one formula a cell. */
export function addMonthSheets(
  workbook: Workbook,
  places: Places,
  rows: MonthRows,
  rests: { offer: RestsPlace; alternative: RestsPlace },
  formats: Formats,
): void {
  addRests(workbook, places, rests);
  for (const scenario of scenarios) {
    const sheet = workbook.getWorksheet(monthSheet(scenario)) as Worksheet;
    addHeader(sheet, scenario);
    for (const { base, shares } of lineTables) {
      addBaseRows(sheet, places, rows, base, scenario);
      addShareRows(sheet, places, rows, rests, shares, scenario);
    }
    addTotals(sheet, places, rows);
    for (let row = rows.base.offer.first; row <= rows.ahead; row++) {
      for (let column = month.nominal; column <= month.last; column++)
        sheet.getCell(row, column).numFmt = formats.sparse;
    }
  }
}

function addHeader(sheet: Worksheet, scenario: Scenario): void {
  sheet.getCell('A1').value = monthSheet(scenario);
  sheet.getCell('A1').style = styles.heading;
  sheet.getCell('A2').value = `${about[scenario]} Nothing is filled in here; each cell shows how it is reckoned.`;
  sheet.getCell('A2').style = styles.muted;
  const labels = { begins: 'Month begins', weight: 'Discount weight', month: 'Month', year: 'Contract year' };
  for (const [key, row] of Object.entries(monthHeader)) {
    sheet.getCell(row, 1).value = labels[key as keyof typeof labels];
    sheet.getCell(row, 1).style = styles.header;
  }
  for (const [index, heading] of factorHeadings.entries()) {
    const cell = sheet.getCell(7, index + 1);
    cell.value = heading;
    cell.style = styles.header;
  }
  for (let index = 0; index < months; index++)
    sheet.getCell(monthHeader.month, month.first + index).value = firstMonth + index;
  const first = letters(month.first);
  const own = `${first}$${monthHeader.month}`;
  overMonths(sheet, monthHeader.begins, `IF(wp_renewal="","",EDATE(wp_renewal,${own}))`);
  overMonths(sheet, monthHeader.weight, `(1+wp_discount)^(-${own}/12)`);
  overMonths(sheet, monthHeader.year, `IF(${own}<0,0,INT(${own}/12)+1)`);
  for (let column = month.first; column <= month.last; column++) {
    sheet.getColumn(column).width = 13;
    for (const row of Object.values(monthHeader)) sheet.getCell(row, column).style = styles.header;
    sheet.getCell(monthHeader.begins, column).numFmt = 'mmm yyyy';
    sheet.getCell(monthHeader.weight, column).numFmt = '0.000000';
  }
  sheet.getColumn(month.label).width = 36;
  for (let column = month.kind; column <= month.presentValue; column++) sheet.getColumn(column).width = 13;
  sheet.views = [{ state: 'frozen', xSplit: month.label, ySplit: 7 }];
}

function addBaseRows(
  sheet: Worksheet,
  places: Places,
  rows: MonthRows,
  table: 'offer' | 'run' | 'switching',
  scenario: Scenario,
): void {
  const { first: input } = places.tables[table];
  const { first, last } = rows.base[table];
  for (let row = first; row <= last; row++) {
    const factors = baseFactors(places, table, input + row - first, row, scenario);
    for (const [key, formula] of Object.entries(factors))
      put(sheet.getCell(row, month[key as keyof typeof month]), formula);
    put(sheet.getCell(row, month.nominal), nominalOf(row));
    put(sheet.getCell(row, month.presentValue), presentValueOf(row));
    overMonths(sheet, row, baseFlow(row));
  }
}

function addShareRows(
  sheet: Worksheet,
  places: Places,
  rows: MonthRows,
  rests: { offer: RestsPlace; alternative: RestsPlace },
  table: 'offerShares' | 'runShares' | 'switchingShares',
  scenario: Scenario,
): void {
  const { first: input, last: lastInput } = places.tables[table];
  const onOffer = table === 'offerShares';
  const before = table === 'switchingShares' ? places.tables.runShares.last - places.tables.runShares.first + 1 : 0;
  const block = onOffer ? rows.base.offer : { first: rows.base.run.first, last: rows.base.switching.last };
  for (let index = 0; index <= lastInput - input; index++) {
    const rest = rows.rests[table].first + index;
    const sum = rows.sums[table].first + index;
    const row = rows.charges[table].first + index;
    const label = inputCell(places, table, 'label', input + index);
    put(sheet.getCell(rest, month.label), `IF(${label}="","",${label}&": rests on")`);
    put(sheet.getCell(sum, month.label), `IF(${label}="","",${label}&": so far")`);
    const factors = shareFactors(places, table, input + index, scenario);
    for (const [key, formula] of Object.entries(factors))
      put(sheet.getCell(row, month[key as keyof typeof month]), formula);
    put(sheet.getCell(row, month.nominal), nominalOf(row));
    put(sheet.getCell(row, month.presentValue), presentValueOf(row));
    overMonths(sheet, rest, restsOn(onOffer ? rests.offer : rests.alternative, restsColumn(before + index), block));
    const soFar = spendSoFar(rest, row, sum);
    put(sheet.getCell(sum, month.first), soFar.first);
    overMonths(sheet, sum, soFar.following, month.first + 1);
    overMonths(sheet, row, shareFlow(row, rest, sum));
  }
}

function addTotals(sheet: Worksheet, places: Places, rows: MonthRows): void {
  const { base, charges } = rows;
  const ahead = aheadOf(rows);
  const totals: readonly (readonly [number, string, string])[] = [
    [rows.offer, 'The offer', sumOf(base.offer, charges.offerShares)],
    [rows.run, 'Running the alternative', sumOf(base.run, charges.runShares)],
    [rows.switching, 'Switching', sumOf(base.switching, charges.switchingShares)],
    [rows.claimedSwitching, 'Switching lines with a claim', claimedSum(places, rows)],
    [rows.alternative, 'The alternative', sumOf({ first: rows.run, last: rows.switching })],
  ];
  for (const [row, label, formula] of totals) {
    sheet.getCell(row, 1).value = label;
    put(sheet.getCell(row, month.nominal), nominalOf(row));
    put(sheet.getCell(row, month.presentValue), presentValueOf(row));
    overMonths(sheet, row, formula);
    sheet.getRow(row).font = styles.total.font;
  }
  sheet.getCell(rows.ahead, 1).value = 'The alternative is ahead by';
  put(sheet.getCell(rows.ahead, month.first), ahead.first);
  overMonths(sheet, rows.ahead, ahead.following, month.first + 1);
}

/** Which lines each share rests on: 1 where the line's category is in its list. */
function addRests(workbook: Workbook, places: Places, rests: { offer: RestsPlace; alternative: RestsPlace }): void {
  const sheet = workbook.getWorksheet('Rests on') as Worksheet;
  sheet.getCell('A1').value = 'What rests on what';
  sheet.getCell('A1').style = styles.heading;
  sheet.getCell('A2').value = 'A 1 says that the share or commitment above rests on the line to the left.';
  sheet.getCell('A2').style = styles.muted;
  sheet.getColumn(1).width = 40;
  const sides = [
    { place: rests.offer, shares: ['offerShares'], base: ['offer'] },
    { place: rests.alternative, shares: ['runShares', 'switchingShares'], base: ['run', 'switching'] },
  ] as const;
  for (const { place, shares, base } of sides) {
    const lists = shares.flatMap((table) => inputRows(places, table).map((row) => inputCell(places, table, 'of', row)));
    const lines = base.flatMap((table) => inputRows(places, table).map((row) => ({ table, row })));
    for (const [index, list] of lists.entries())
      put(sheet.getCell(place.header, restsColumn(index)), wrappedList(list));
    for (const [index, { table, row }] of lines.entries()) {
      put(sheet.getCell(place.first + index, 1), `${inputCell(places, table, 'label', row)}&""`);
      const category = inputCell(places, table, 'category', row);
      for (const at of lists.keys()) {
        const header = `${letters(restsColumn(at))}$${place.header}`;
        put(sheet.getCell(place.first + index, restsColumn(at)), restsMark(category, header));
      }
    }
  }
}

function inputRows({ tables }: Places, table: keyof Places['tables']): number[] {
  const { first, last } = tables[table];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
