import { type CellValue, HyperFormula, type RawCellContent } from 'hyperformula';
import { isBase } from '@/lib/model/flows';
import { firstMonth } from '@/lib/model/side';
import type { Line, Model, RecurringLine } from '@/lib/model/types';

/** Figures of a result by name. */
export type Figures = Readonly<Record<string, number>>;

/**
 * The workbook an analyst would build for the same model: a sheet for each side, with a row a line and a column a
 * month, another for Microsoft's version, and a sheet of results. Flows are rounded to the cent as in the model.
 */
export type Workbook = {
  /** Every figure that `recalculate` gives, read from the sheet of results. */
  readonly read: () => Figures;
  readonly setQuantity: (offerLine: number, quantity: number) => void;
};

export function workbookOf(model: Model): Workbook {
  const own = model.alternatives[0]?.lines ?? [];
  const results = resultsOf(model, model.offer.lines.length, own.length);
  const sheets = {
    Offer: sideSheet(model.offer.lines, model),
    Own: sideSheet(own, model),
    Vendor: sideSheet(own, model, 'M'),
    Results: results,
  };
  const book = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
  const idOf = (sheet: keyof typeof sheets) => book.getSheetId(sheet) ?? 0;
  const at = idOf('Results');
  return {
    read: () =>
      Object.fromEntries(
        results.map(([name], row) => [String(name), numberIn(book.getCellValue({ sheet: at, row, col: 1 }))]),
      ),
    setQuantity: (offerLine, quantity) => {
      book.setCellContents({ sheet: idOf('Offer'), row: offerLine + 2, col: 2 }, quantity);
    },
  };
}

function numberIn(value: CellValue): number {
  if (typeof value !== 'number') throw new Error(`The workbook has ${JSON.stringify(value)} where a figure belongs`);
  return value;
}

/** Columns A to M say what a line is, the months follow. */
const headColumns = 13;

function column(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : column(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

const monthColumn = (month: number) => column(headColumns + month - firstMonth);

/** The rows below the lines, counted from 1 as a spreadsheet does: line 1 stands in row 3. */
const totalRow = (lines: number) => lines + 3;
const partRow = { run: (lines: number) => lines + 4, switching: (lines: number) => lines + 5 };
const aheadRow = (lines: number) => lines + 6;
const behindRow = (lines: number) => lines + 7;
const spendRow = (lines: number, derived: number) => lines + 8 + derived;

function monthsOf(model: Model): number[] {
  return Array.from({ length: model.horizonMonths - firstMonth }, (_, index) => index + firstMonth);
}

/** `claims` is the column of Microsoft's figures, on the sheet of its version. The base lines must come first. */
function sideSheet(lines: readonly Line[], model: Model, claims?: 'M'): RawCellContent[][] {
  const months = monthsOf(model);
  const last = lines.length + 2;
  const lastBase = lines.filter(isBase).length + 2;
  const isOffer = lines === model.offer.lines;
  const blank = new Array<null>(headColumns).fill(null);
  const each = (formula: (c: string, month: number) => RawCellContent) => [
    ...blank,
    ...months.map((month) => formula(monthColumn(month), month)),
  ];
  const derived = lines.flatMap((line) => (isBase(line) ? [] : [line]));
  return [
    each((_, month) => month),
    each((c) => `=(1+${model.discountRate})^(-${c}1/12)`),
    ...lines.map((line, index) => {
      const row = index + 3;
      const price = claims && 'claimed' in line && line.claimed !== undefined ? `$${claims}${row}` : `$D${row}`;
      const spend = isBase(line) ? 0 : spendRow(lines.length, derived.indexOf(line));
      return [
        ...headOf(line, row, isOffer ? model.offer : null),
        ...months.map((month) => flowFormula(line, { c: monthColumn(month), row, price, spend })),
      ];
    }),
    each((c) => `=SUM(${c}3:${c}${last})`),
    each((c) => `=SUMIF($B$3:$B$${last},"run",${c}3:${c}${last})`),
    each((c) => `=SUMIF($B$3:$B$${last},"switching",${c}3:${c}${last})`),
    each((c, month) => {
      const gained = `Offer!${c}${totalRow(model.offer.lines.length)}-${c}${totalRow(lines.length)}`;
      return month === firstMonth ? `=${gained}` : `=${monthColumn(month - 1)}${aheadRow(lines.length)}+${gained}`;
    }),
    each((c) => `=IF(${c}${aheadRow(lines.length)}<-0.004,${c}1,${firstMonth - 1})`),
    ...derived.map((line) =>
      each((c) => `=${line.of.map((name) => `SUMIF($A$3:$A$${lastBase},"${name}",${c}3:${c}${lastBase})`).join('+')}`),
    ),
  ];
}

/** A category, B part, C quantity, D figure, E months a bill, F start, G end, H to L what prices go through, M claim. */
function headOf(line: Line, row: number, offer: Model['offer'] | null): RawCellContent[] {
  const figure = line.kind === 'percent' ? line.rate : line.kind === 'commitment' ? line.amount : null;
  const likely = isBase(line) ? line.unitCost.likely : (figure?.likely ?? null);
  const claimed = 'claimed' in line ? (line.claimed ?? null) : null;
  const rises = line.kind === 'recurring' ? risesOf(line, row, offer) : new Array<null>(5).fill(null);
  const every = line.kind === 'recurring' ? { monthly: 1, quarterly: 3, annually: 12 }[line.billed] : null;
  return [
    line.category,
    line.part ?? null,
    isBase(line) ? line.quantity : null,
    likely,
    every,
    line.start,
    line.end,
    ...rises,
    claimed,
  ];
}

/** H escalator, I the year of the first rise, J growth, K uplift, L term. */
function risesOf(line: RecurringLine, row: number, offer: Model['offer'] | null): RawCellContent[] {
  return [
    line.escalator,
    `=MAX(1,ROUNDUP((${line.heldUntil}-F${row})/12,0))`,
    line.growth,
    line.renewalUplift ?? offer?.renewalUplift ?? 0,
    offer?.termMonths ?? line.termMonths ?? 1000,
  ];
}

type Cell = { readonly c: string; readonly row: number; readonly price: string; readonly spend: number };

function flowFormula(line: Line, { c, row, price, spend }: Cell): string {
  const month = `${c}$1`;
  const within = `AND(${month}>=$F${row},${month}<$G${row})`;
  const spent = `$N$${spend}:$${monthColumn(59)}$${spend}`;
  const months = `$N$1:$${monthColumn(59)}$1`;
  switch (line.kind) {
    case 'recurring': {
      const years = `INT((${month}-$F${row})/12)`;
      const quantity = `$C${row}*(1+$J${row})^${years}`;
      const risen = `(1+$H${row})^MAX(0,${years}-$I${row}+1)`;
      const renewed = `(1+$K${row})^INT((${month}-$F${row})/$L${row})`;
      const bill = `ROUND(${quantity}*${price}*${risen}*${renewed}*MIN($E${row},$G${row}-${month}),2)`;
      return `=IF(${within},IF(MOD(${month}-$F${row},$E${row})=0,${bill},0),0)`;
    }
    case 'one-time': {
      const upTo = (passed: string) => `ROUND($C${row}*${price}*(${passed})/($G${row}-$F${row}),2)`;
      return `=IF(${within},${upTo(`${month}-$F${row}+1`)}-${upTo(`${month}-$F${row}`)},0)`;
    }
    case 'percent':
      return `=IF(${within},ROUND(${price}*${c}$${spend},2),0)`;
    case 'commitment': {
      const inSpan = `SUMIFS(${spent},${months},">="&$F${row},${months},"<"&$G${row})`;
      return `=IF(${month}=$G${row}-1,MAX(0,${price}-${inSpan}),0)`;
    }
    case 'graduated': {
      const year = `INT(${month}/12)*12`;
      const inYear = `SUMIFS(${spent},${months},">="&MAX($F${row},${year}),${months},"<="&${month})`;
      const [{ upTo = 0, rate } = { rate: 0 }, above = { rate: 0 }] = line.tiers;
      const charge = `ROUND(${rate}*MAX(0,MIN(${upTo},${inYear}))+${above.rate}*MAX(0,${inYear}-${upTo}),2)`;
      return `=IF(AND(${within},OR(MOD(${month},12)=11,${month}=$G${row}-1)),${charge},0)`;
    }
  }
}

function resultsOf(model: Model, offerLines: number, ownLines: number): RawCellContent[][] {
  const last = monthColumn(model.horizonMonths - 1);
  const along = (sheet: string, row: number, from = 'N', to = last) => `${sheet}!${from}${row}:${to}${row}`;
  const nominal = (sheet: string, row: number) => `=SUM(${along(sheet, row)})`;
  const present = (sheet: string, row: number) => `=ROUND(SUMPRODUCT(${along(sheet, row)},${along(sheet, 2)}),2)`;
  const years = (side: string, sheet: string, row: number) => [
    [`${side}.pre`, `=SUM(${along(sheet, row, 'N', monthColumn(-1))})`],
    ...Array.from({ length: model.horizonMonths / 12 }, (_, year) => [
      `${side}.${year + 1}`,
      `=SUM(${along(sheet, row, monthColumn(year * 12), monthColumn(year * 12 + 11))})`,
    ]),
  ];
  const [offer, own] = [totalRow(offerLines), totalRow(ownLines)];
  const rows: RawCellContent[][] = [
    ['offer.nominal', nominal('Offer', offer)],
    ['offer.presentValue', present('Offer', offer)],
    ['own.nominal', nominal('Own', own)],
    ['own.presentValue', present('Own', own)],
    ['own.run', present('Own', partRow.run(ownLines))],
    ['own.switching', present('Own', partRow.switching(ownLines))],
    ['vendor.nominal', nominal('Vendor', own)],
    ['vendor.presentValue', present('Vendor', own)],
    ['vendor.switching', present('Vendor', partRow.switching(ownLines))],
    ['leverage', '=B2-B4'],
    ['discount', '=ROUND((B2-B4)/B2,6)'],
    ['switchingMultiple', '=ROUND((B2-B5)/B6,6)'],
    ['month', `=MAX(${along('Own', behindRow(ownLines))})+1`],
  ];
  return [...rows, ...years('offer', 'Offer', offer), ...years('own', 'Own', own)];
}
