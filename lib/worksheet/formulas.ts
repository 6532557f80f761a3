import {
  letters,
  type MonthRows,
  monthColumns as month,
  monthHeader,
  type Places,
  type RestsPlace,
  restsColumns,
} from '@/lib/worksheet/places';
import { type ColumnKey, choiceListName, type TableKey } from '@/lib/worksheet/tables';
import type { ChoiceName } from '@/lib/worksheet/vocabulary';

/**
 * The formulas of the worksheet, by the cost model. They name choices by their place in a list, never by a word, and
 * round each flow once, half away from zero: `wp_tie` is a hair above one, so that a half that binary arithmetic has
 * written a hair too low is still a half.
 */

export const scenarios = ['likely', 'low', 'high', 'expected', 'claimed'] as const;
export type Scenario = (typeof scenarios)[number];
export const monthSheet = (scenario: Scenario) => `Months ${scenario}`;

const choice = (name: ChoiceName, place: number) => `INDEX(${choiceListName(name)},${place})`;

/** A cell that is filled in, seen from another sheet. */
export function inputCell(places: Places, table: TableKey, key: ColumnKey, row: number): string {
  const { table: about, letter } = places.tables[table];
  return `${about.sheet}!$${letter(key)}$${row}`;
}

/** A cell's value, or what a blank stands for. */
const orElse = (cell: string, standard: string) => `IF(${cell}="",${standard},${cell})`;

/** The figure of a line in one scenario. */
function figure(places: Places, table: TableKey, row: number, scenario: Scenario): string {
  const at = (key: ColumnKey) => inputCell(places, table, key, row);
  const likely = at('likely');
  switch (scenario) {
    case 'low':
    case 'high':
      return orElse(at(scenario), likely);
    case 'expected':
      return `(${orElse(at('low'), likely)}+4*${likely}+${orElse(at('high'), likely)})/6`;
    case 'claimed':
      return places.tables[table].has('claimed') ? orElse(at('claimed'), likely) : likely;
    default:
      return likely;
  }
}

/** Cells of one row of a sheet of months, by what they hold. */
const own = (column: keyof typeof month, row: number) => `$${letters(month[column])}${row}`;

/** 1 + a rate; a rate of −100 % leaves next to nothing rather than a power of nought. */
const onePlus = (rate: string) => `MAX(1+${rate},1E-30)`;

/** What a recurring or one-time line is reckoned with: the columns before its months. */
export function baseFactors(
  places: Places,
  table: 'offer' | 'run' | 'switching',
  input: number,
  row: number,
  scenario: Scenario,
) {
  const at = (key: ColumnKey) => inputCell(places, table, key, input);
  const recurring = `${at('kind')}=${choice('kind', 1)}`;
  const oneTime = `${at('kind')}=${choice('kind', 2)}`;
  const kind =
    table === 'switching'
      ? `IF(${recurring},1,IF(OR(${at('kind')}="",${oneTime}),2,0))`
      : `IF(${oneTime},2,IF(OR(${at('kind')}="",${recurring}),1,0))`;
  return {
    label: `${at('label')}&""`,
    kind: `IF(AND(${at('label')}<>"",ISNUMBER(${at('likely')})),${kind},0)`,
    start: orElse(at('start'), '0'),
    end: orElse(at('end'), `IF(${own('kind', row)}=2,${own('start', row)}+1,wp_horizon)`),
    figure: `IF(${own('kind', row)}=0,0,${orElse(at('quantity'), '1')}*(${figure(places, table, input, scenario)})/IF(AND(${own('kind', row)}=1,${at('per')}=${choice('per', 2)}),12,1))`,
    every: `IF(${at('billed')}=${choice('billed', 2)},3,IF(${at('billed')}=${choice('billed', 3)},12,1))`,
    growth: onePlus(at('growth')),
    escalator: onePlus(at('escalator')),
    uplift: onePlus(orElse(at('uplift'), table === 'offer' ? 'wp_uplift' : '0')),
    firstRise: `MAX(1,ROUNDUP((${orElse(at('held'), own('start', row))}-${own('start', row)})/12,0))`,
    term: table === 'offer' ? 'wp_term' : orElse(at('term'), '9999'),
  };
}

const first = letters(month.first);
const monthOf = (column: string) => `${column}$${monthHeader.month}`;
const flow = (amount: string) => `ROUND(${amount}*wp_tie,wp_digits)`;

/** The flow of a recurring or one-time line in its first month, to be filled to the right. */
export function baseFlow(row: number): string {
  const m = monthOf(first);
  const [start, end, amount] = [own('start', row), own('end', row), own('figure', row)];
  const spread = (months: string) => flow(`${amount}*(${months})/(${end}-${start})`);
  const years = `INT((${m}-${start})/12)`;
  const bill = [
    `${amount}*MIN(${own('every', row)},${end}-${m})`,
    `${own('growth', row)}^${years}`,
    `${own('escalator', row)}^MAX(0,${years}-${own('firstRise', row)}+1)`,
    `${own('uplift', row)}^INT((${m}-${start})/${own('term', row)})`,
  ].join('*');
  const oneTime = `ROUND(${spread(`${m}-${start}+1`)}-${spread(`${m}-${start}`)},wp_digits)`;
  const recurring = `IF(MOD(${m}-${start},${own('every', row)})=0,${flow(bill)},0)`;
  return `IF(OR(${own('kind', row)}=0,${m}<${start},${m}>=${end}),0,IF(${own('kind', row)}=2,${oneTime},${recurring}))`;
}

/** What a share or commitment is reckoned with. */
export function shareFactors(
  places: Places,
  table: 'offerShares' | 'runShares' | 'switchingShares',
  input: number,
  scenario: Scenario,
) {
  const at = (key: ColumnKey) => inputCell(places, table, key, input);
  const is = (place: number) => `${at('derived')}=${choice('derived', place)}`;
  const figured = `IF(ISNUMBER(${at('likely')}),IF(${is(2)},2,IF(OR(${at('derived')}="",${is(1)}),1,0)),0)`;
  return {
    label: `${at('label')}&""`,
    kind: `IF(${at('label')}="",0,IF(${is(3)},3,${figured}))`,
    start: orElse(at('start'), '-24'),
    end: orElse(at('end'), 'wp_horizon'),
    figure: `IF(ISNUMBER(${at('likely')}),${figure(places, table, input, scenario)},0)`,
  };
}

/** The spend that a share rests on, month by month: the base lines of its side that the sheet Rests on marks. */
export function restsOn(rests: RestsPlace, column: number, block: { first: number; last: number }): string {
  const mark = letters(column);
  return `SUMPRODUCT('Rests on'!$${mark}$${rests.first}:$${mark}$${rests.last},${first}$${block.first}:${first}$${block.last})`;
}

/** The same summed up: from its start for a commitment, from the start of each contract year for a graduated line. */
export function spendSoFar(rests: number, charges: number, self: number): { first: string; following: string } {
  const at = (column: string) => {
    const m = monthOf(column);
    return `OR(${own('kind', charges)}<2,${m}<${own('start', charges)},${m}>=${own('end', charges)})`;
  };
  const second = letters(month.first + 1);
  const m = monthOf(second);
  const before = `IF(AND(${own('kind', charges)}=3,${m}>=0,MOD(${m},12)=0),0,${first}${self})`;
  return {
    first: `IF(${at(first)},0,${first}${rests})`,
    following: `IF(${at(second)},0,ROUND(${second}${rests}+${before},wp_digits))`,
  };
}

/** The flow of a share, commitment or graduated line in its first month, to be filled to the right. */
export function shareFlow(row: number, rests: number, sums: number): string {
  const m = monthOf(first);
  const [kind, start, end, amount] = [own('kind', row), own('start', row), own('end', row), own('figure', row)];
  const spend = `${first}${sums}`;
  const shortfall = `IF(${m}=${end}-1,MAX(0,ROUND(${amount}*wp_tie-${spend},wp_digits)),0)`;
  const bands = `SUMPRODUCT((wp_bands_line=${own('label', row)})*(${spend}>wp_band_from)*(${spend}-wp_band_from)*wp_band_step)`;
  const graduated = `IF(OR(${m}=${end}-1,AND(${m}>=-1,MOD(${m}+1,12)=0)),${flow(bands)},0)`;
  const percent = flow(`${amount}*${first}${rests}`);
  return `IF(OR(${kind}=0,${m}<${start},${m}>=${end}),0,IF(${kind}=1,${percent},IF(${kind}=2,${shortfall},${graduated})))`;
}

/** Whether a base line's category is among those that a share names. The list is wrapped in semicolons. */
export function restsMark(category: string, header: string): string {
  return `IF(${category}="",0,IF(ISNUMBER(FIND(";"&${category}&";",${header})),1,0))`;
}

export function wrappedList(cell: string): string {
  return `";"&SUBSTITUTE(SUBSTITUTE(${cell},"; ",";")," ;",";")&";"`;
}

const months = (row: number) => `$${first}${row}:$${letters(month.last)}${row}`;
const weights = `$${first}$${monthHeader.weight}:$${letters(month.last)}$${monthHeader.weight}`;

export const nominalOf = (row: number) => `ROUND(SUM(${months(row)}),wp_digits)`;
export const presentValueOf = (row: number) => `ROUND(SUMPRODUCT(${weights},${months(row)}),wp_digits)`;

/** The sum of some blocks in the first month, to be filled to the right. */
export function sumOf(...blocks: readonly { first: number; last: number }[]): string {
  const parts = blocks.map((block) => `SUM(${first}${block.first}:${first}${block.last})`);
  return `ROUND(${parts.join('+')},wp_digits)`;
}

/** The switching lines with a claim alone. */
export function claimedSum(places: Places, rows: MonthRows): string {
  const parts = (['switching', 'switchingShares'] as const).map((table) => {
    const { table: about, first: from, last, letter } = places.tables[table];
    const claims = `${about.sheet}!$${letter('claimed')}$${from}:$${letter('claimed')}$${last}`;
    const block = table === 'switching' ? rows.base.switching : rows.charges.switchingShares;
    return `SUMPRODUCT((${claims}<>"")*${first}${block.first}:${first}${block.last})`;
  });
  return `ROUND(${parts.join('+')},wp_digits)`;
}

/** How far the alternative is ahead by the end of each month, in nominal money. */
export function aheadOf({ offer, alternative, ahead }: MonthRows): { first: string; following: string } {
  const second = letters(month.first + 1);
  return {
    first: `ROUND(${first}${offer}-${first}${alternative},wp_digits)`,
    following: `ROUND(${first}${ahead}+${second}${offer}-${second}${alternative},wp_digits)`,
  };
}

/** Worth a look, but a cost like any other: a commitment that nothing counts towards is owed in full. */
export const restsOnNothing = 'Rests on no line here';

/** What is wrong with a row, in words; nothing where nothing is. */
export function lookAgain(places: Places, table: TableKey, row: number, monthRow: number, marks?: string): string {
  const at = (key: ColumnKey) => inputCell(places, table, key, row);
  const [label, likely] = [at('label'), at('likely')];
  const factor = (column: 'start' | 'end') => `'${monthSheet('likely')}'!${own(column, monthRow)}`;
  const order = `OR(${orElse(at('low'), likely)}>${likely},${orElse(at('high'), likely)}<${likely})`;
  const span = `IF(${factor('end')}<=${factor('start')},"Ends before it begins",IF(${factor('end')}>wp_horizon,"Ends after the horizon",${marks ? `IF(${marks}=0,"${restsOnNothing}","")` : '""'}))`;
  const checks = `IF(NOT(ISNUMBER(${likely})),"Likely is not a number",IF(${order},"Low ≤ likely ≤ high",${span}))`;
  const named = `IF(${label}="","Name this line",${checks})`;
  return marks
    ? `IF(AND(${label}<>"",${at('derived')}=${choice('derived', 3)}),${span},IF(${likely}="","",${named}))`
    : `IF(${likely}="","",${named})`;
}

/** The sheet of what rests on what knows its shares by column. */
export const restsColumn = (index: number) => restsColumns.first + index;
