import 'server-only';
import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import { minorDigits } from '@/lib/model/money';
import type { Model } from '@/lib/model/types';
import { blankContent, type Content, contentOf, digitsOf } from '@/lib/worksheet/content';
import { monthSheet, scenarios } from '@/lib/worksheet/formulas';
import { addInputSheets, type Formats } from '@/lib/worksheet/input-sheets';
import { instructions } from '@/lib/worksheet/instructions';
import { addMonthSheets } from '@/lib/worksheet/month-sheets';
import { letters, monthRowsOf, type Places, placesOf, restsPlaces } from '@/lib/worksheet/places';
import { figureGroups, figureName, none, readingOf } from '@/lib/worksheet/reading';
import { moneyFormats, paperOf, printing, styles } from '@/lib/worksheet/style';
import { choiceListName } from '@/lib/worksheet/tables';
import { choiceNames, choices, verdictSentences, verdicts } from '@/lib/worksheet/vocabulary';

/** The bytes of a worksheet to fill in, with the company and the month of its renewal (2027-06) on it. */
export function blankWorksheet(about: { company: string; renewalMonth?: string }): Promise<Uint8Array<ArrayBuffer>> {
  return written(blankContent(about), null);
}

/** The bytes of a worksheet that holds a model's offer and its chosen alternative. */
export function filledWorksheet(model: Model, company: string): Promise<Uint8Array<ArrayBuffer>> {
  return written(contentOf(model, company), model);
}

const inputSheets = ['Deal', 'Alternative', 'Switching', 'Plan', 'Support'] as const;
const reckonedSheets = ['Rests on', 'Lists'] as const;

async function written(content: Content, model: Model | null): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Walk Position';
  workbook.title = 'Walk position worksheet';
  workbook.calcProperties.fullCalcOnLoad = true;
  const paper = paperOf(content);
  for (const name of ['Instructions', 'Reading', ...inputSheets, ...scenarios.map(monthSheet), ...reckonedSheets]) {
    const sheet = workbook.addWorksheet(name, {
      pageSetup: printing(paper, name === 'Instructions' || name === 'Reading' ? 'portrait' : 'landscape'),
      headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
    });
    sheet.views = [{ showGridLines: false }];
  }
  const places = placesOf(content);
  const rows = monthRowsOf(places);
  const rests = restsPlaces(places);
  const formats = moneyFormats(digitsOf(content));
  addInstructions(sheetOf(workbook, 'Instructions'), content);
  addLists(workbook);
  addBandSteps(workbook, places);
  addInputSheets(workbook, content, places, rows, rests, formats);
  addMonthSheets(workbook, places, rows, rests, formats);
  addReading(workbook, content, model, figureGroups(places, rows), formats);
  for (const sheet of workbook.worksheets) {
    await sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  return workbook.getWorksheet(name) as Worksheet;
}

function addInstructions(sheet: Worksheet, { settings }: Content): void {
  sheet.getColumn(1).width = 100;
  sheet.getCell('A1').value = 'The walk position worksheet';
  sheet.getCell('A1').style = styles.title;
  let row = 2;
  if (settings.company) {
    sheet.getCell(row, 1).value = { formula: '"For "&wp_company', result: `For ${settings.company}` };
    sheet.getCell(row++, 1).style = styles.muted;
  }
  for (const { heading, paragraphs } of instructions) {
    sheet.getCell(++row, 1).value = heading;
    sheet.getCell(row++, 1).style = styles.heading;
    for (const paragraph of paragraphs) {
      sheet.getCell(row, 1).value = paragraph;
      sheet.getCell(row, 1).style = styles.text;
      sheet.getRow(row++).height = 16 * Math.ceil(paragraph.length / 96);
    }
  }
}

/** The words one chooses from, and the few numbers that every formula uses. */
function addLists(workbook: Workbook): void {
  const sheet = sheetOf(workbook, 'Lists');
  sheet.getCell('A1').value = 'Words and numbers that the formulas use';
  sheet.getCell('A1').style = styles.heading;
  for (const [index, name] of choiceNames.entries()) {
    const column = letters(index + 1);
    for (const [at, word] of choices[name].entries()) sheet.getCell(`${column}${at + 3}`).value = word;
    workbook.definedNames.add(`Lists!$${column}$3:$${column}$${choices[name].length + 2}`, choiceListName(name));
    sheet.getColumn(index + 1).width = 20;
  }
  for (const [index, verdict] of verdicts.entries()) sheet.getCell(`G${index + 3}`).value = verdictSentences[verdict];
  workbook.definedNames.add(`Lists!$G$3:$G$${verdicts.length + 2}`, 'wp_list_verdict');
  sheet.getColumn(7).width = 100;
  const withDigits = (digits: number) =>
    ` ${Intl.supportedValuesOf('currency')
      .filter((code) => minorDigits(code) === digits)
      .join(' ')} `;
  const among = (digits: number, then: number, otherwise: string) =>
    `IF(ISNUMBER(FIND(" "&UPPER(wp_currency)&" ","${withDigits(digits)}")),${then},${otherwise})`;
  sheet.getCell('A12').value = 'Decimals of the currency';
  sheet.getCell('B12').value = { formula: among(0, 0, among(3, 3, among(4, 4, '2'))), result: 2 };
  workbook.definedNames.add('Lists!$B$12', 'wp_digits');
  sheet.getCell('A13').value = 'A hair above one, so that a half always rounds away from zero';
  sheet.getCell('B13').value = { formula: '1+2^-47', result: 1 + 2 ** -47 };
  workbook.definedNames.add('Lists!$B$13', 'wp_tie');
}

/** Beside each band where it begins, and by how much its rate differs from the band below. */
function addBandSteps(workbook: Workbook, { tables: { bands } }: Places): void {
  const sheet = sheetOf(workbook, 'Support');
  const [line, upTo, rate] = [bands.letter('line'), bands.letter('upTo'), bands.letter('rate')];
  const [from, step] = [letters(bands.results), letters(bands.results + 1)];
  for (const [index, heading] of ['From', 'Above the band below'].entries()) {
    sheet.getCell(bands.headerRow, bands.results + index).value = heading;
    sheet.getCell(bands.headerRow, bands.results + index).style = styles.header;
    sheet.getColumn(bands.results + index).width = 20;
  }
  for (let row = bands.first; row <= bands.last; row++) {
    const goesOn = row === bands.first ? 'FALSE' : `AND(${line}${row}<>"",${line}${row}=${line}${row - 1})`;
    sheet.getCell(`${from}${row}`).value = { formula: `IF(${goesOn},N(${upTo}${Math.max(row - 1, bands.first)}),0)` };
    sheet.getCell(`${step}${row}`).value = {
      formula: `N(${rate}${row})-IF(${goesOn},N(${rate}${Math.max(row - 1, bands.first)}),0)`,
    };
    sheet.getCell(`${from}${row}`).style = styles.result;
    sheet.getCell(`${step}${row}`).style = { ...styles.result, numFmt: '0.00##%' };
  }
  workbook.definedNames.add(`Support!$${from}$${bands.first}:$${from}$${bands.last}`, 'wp_band_from');
  workbook.definedNames.add(`Support!$${step}$${bands.first}:$${step}$${bands.last}`, 'wp_band_step');
}

function addReading(
  workbook: Workbook,
  { settings }: Content,
  model: Model | null,
  groups: ReturnType<typeof figureGroups>,
  formats: Formats,
): void {
  const sheet = sheetOf(workbook, 'Reading');
  const known = model ? readingOf(model) : {};
  sheet.getColumn(1).width = 66;
  sheet.getColumn(2).width = 30;
  sheet.getCell('A1').value = 'The reading';
  sheet.getCell('A1').style = styles.title;
  sheet.getCell('A2').value = {
    formula: 'wp_company&", in "&wp_currency&", renewal "&TEXT(wp_renewal,"yyyy-mm-dd")',
    result: `${settings.company ?? ''}, in ${settings.currency ?? ''}, renewal ${settings.renewal ?? ''}`,
  };
  sheet.getCell('A2').style = styles.muted;
  let row = 3;
  for (const { heading, figures } of groups) {
    sheet.getCell(++row, 1).value = heading;
    sheet.getCell(row++, 1).style = styles.heading;
    for (const { name, label, cell, formula } of figures) {
      sheet.getCell(row, 1).value = label;
      sheet.getCell(row, 1).style = styles.plain;
      const result = sheet.getCell(row, 2);
      const value = cached(known[name], cell);
      result.value = value === undefined ? { formula } : { formula, result: value };
      result.style =
        cell === 'text'
          ? styles.verdict
          : { ...styles.result, numFmt: figureFormats(formats)[cell], alignment: { horizontal: 'right' } };
      if (cell === 'text') {
        sheet.mergeCells(row, 2, row, 5);
        sheet.getRow(row).height = 58;
      }
      workbook.definedNames.add(`Reading!$B$${row}`, figureName(name));
      row++;
    }
  }
  sheet.getCell(row + 1, 1).value =
    'A present value is rounded once, as itself: parts of one may differ from the whole by a cent. How sure the reading is depends on how the estimates move together; the portal says that, a spreadsheet cannot.';
  sheet.getCell(row + 1, 1).style = styles.text;
  sheet.getRow(row + 1).height = 64;
}

const figureFormats = (formats: Formats) => ({
  amount: formats.amount,
  ratio: '0.00 "×"',
  percent: '0.0%',
  count: '0',
  date: formats.date,
  text: '@',
});

/** What the engine says already, so that a telephone that does not reckon shows it too. */
function cached(value: number | string | null | undefined, cell: string): number | string | Date | undefined {
  if (value === undefined) return undefined;
  if (value === null) return none;
  return cell === 'date' ? new Date(`${value}T00:00:00Z`) : value;
}
