import { inflationOf, readingsOf } from '@/lib/model/assess';
import { planOf } from '@/lib/model/plan';
import { recalculate } from '@/lib/model/recalculate';
import { scenariosOf } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';
import { worksheetAlternative } from '@/lib/worksheet/content';
import { monthSheet, restsOnNothing, type Scenario } from '@/lib/worksheet/formulas';
import {
  letters,
  type MonthRows,
  monthColumns,
  monthHeader,
  type PlacedTable,
  type Places,
} from '@/lib/worksheet/places';
import { verdictSentences, verdicts } from '@/lib/worksheet/vocabulary';

/** What the worksheet says, figure by figure: each a named cell with a formula, and what the engine makes of the same. */

export type Figure = {
  readonly name: string;
  readonly label: string;
  readonly cell: 'amount' | 'ratio' | 'percent' | 'count' | 'date' | 'text';
  readonly formula: string;
};

export type FigureGroup = { readonly heading: string; readonly figures: readonly Figure[] };

/** What stands where there is no such figure. */
export const none = '–';

const years = Array.from({ length: 10 }, (_, index) => index + 1);

export function figureGroups(places: Places, rows: MonthRows): readonly FigureGroup[] {
  const cell = (scenario: Scenario, row: number, column: 'nominal' | 'presentValue') =>
    `'${monthSheet(scenario)}'!$${letters(monthColumns[column])}$${row}`;
  const range = (row: number) =>
    `'${monthSheet('likely')}'!$${letters(monthColumns.first)}$${row}:$${letters(monthColumns.last)}$${row}`;
  const pv = (name: string, label: string, scenario: Scenario, row: number): Figure => ({
    name,
    label,
    cell: 'amount',
    formula: cell(scenario, row, 'presentValue'),
  });
  const nominal = (name: string, label: string, scenario: Scenario, row: number): Figure => ({
    name,
    label,
    cell: 'amount',
    formula: cell(scenario, row, 'nominal'),
  });
  const inYear = (row: number, year: number) =>
    `ROUND(SUMPRODUCT((${range(monthHeader.year)}=${year})*${range(row)}),wp_digits)`;
  const yearly = (side: 'offer' | 'alternative', row: number): Figure[] => [
    { name: `${side}_before`, label: 'Before renewal', cell: 'amount', formula: inYear(row, 0) },
    ...years.map(
      (year): Figure => ({
        name: `${side}_year_${year}`,
        label: `Year ${year}`,
        cell: 'amount',
        formula: `IF(${(year - 1) * 12}>=wp_horizon,"${none}",${inYear(row, year)})`,
      }),
    ),
  ];
  const claimed = cell('claimed', rows.claimedSwitching, 'presentValue');
  const honest = cell('likely', rows.claimedSwitching, 'presentValue');
  const plan = places.tables.plan;
  const finish = finishColumn(plan);
  const behind = `SUMPRODUCT(MAX((${range(rows.ahead)}<0)*(${range(monthHeader.month)}<wp_horizon)*(${range(monthHeader.month)}+25)))-24`;
  return [
    {
      heading: 'The reading',
      figures: [
        { name: 'faults', label: 'Rows to look at again', cell: 'count', formula: faults(places) },
        { name: 'verdict', label: 'The reading', cell: 'text', formula: verdict(places, 'wp_r_alternative') },
        {
          name: 'verdict_claimed',
          label: 'The same if the claims were true',
          cell: 'text',
          formula: verdict(places, 'wp_r_vendor'),
        },
      ],
    },
    {
      heading: 'All-in cost (present value)',
      figures: [
        pv('offer', 'The offer', 'likely', rows.offer),
        pv('alternative', 'The alternative', 'likely', rows.alternative),
        {
          name: 'leverage',
          label: 'Leverage: what staying costs more than leaving',
          cell: 'amount',
          formula: 'ROUND(wp_r_offer-wp_r_alternative,wp_digits)',
        },
        pv('run', 'Running the alternative', 'likely', rows.run),
        pv('switching', 'Switching, honestly', 'likely', rows.switching),
        pv('vendor_switching', 'Switching, as claimed', 'claimed', rows.switching),
        pv('vendor', 'The alternative, as claimed', 'claimed', rows.alternative),
        {
          name: 'inflation',
          label: 'Inflation: claimed ÷ honest, over the lines with a claim',
          cell: 'ratio',
          formula: `IF(${claimCount(places)}=0,"${none}",IF(${honest}=0,"${none}",ROUND(${claimed}/${honest}*wp_tie,6)))`,
        },
      ],
    },
    {
      heading: 'Break-evens',
      figures: [
        {
          name: 'discount',
          label: 'How far the whole offer must fall to equal the alternative',
          cell: 'percent',
          formula: `IF(wp_r_offer=0,"${none}",ROUND((wp_r_offer-wp_r_alternative)/wp_r_offer*wp_tie,6))`,
        },
        {
          name: 'multiple',
          label: 'How many times the honest switching cost could be before staying wins',
          cell: 'ratio',
          formula: `IF(wp_r_switching<=0,"${none}",ROUND((wp_r_offer-wp_r_run)/wp_r_switching*wp_tie,6))`,
        },
        {
          name: 'month',
          label: 'First month from which leaving stays cheaper, counted from renewal',
          cell: 'count',
          formula: `IF(${behind}>=wp_horizon,"${none}",${behind})`,
        },
      ],
    },
    {
      heading: 'Ranges (present value)',
      figures: (['low', 'high', 'expected'] as const).flatMap((scenario) => [
        pv(`offer_${scenario}`, `The offer, every estimate ${said[scenario]}`, scenario, rows.offer),
        pv(`alternative_${scenario}`, `The alternative, every estimate ${said[scenario]}`, scenario, rows.alternative),
      ]),
    },
    {
      heading: 'Nominal money, never instead of the all-in cost',
      figures: [
        nominal('offer_nominal', 'The offer', 'likely', rows.offer),
        nominal('alternative_nominal', 'The alternative', 'likely', rows.alternative),
        nominal('vendor_nominal', 'The alternative, as claimed', 'claimed', rows.alternative),
      ],
    },
    { heading: 'The offer by contract year, nominal', figures: yearly('offer', rows.offer) },
    { heading: 'The alternative by contract year, nominal', figures: yearly('alternative', rows.alternative) },
    {
      heading: 'The plan',
      figures: [
        {
          name: 'plan_months',
          label: 'Months on the critical path',
          cell: 'count',
          formula: `IF(${stepCount(plan)}=0,"${none}",MAX(${finish}))`,
        },
        {
          name: 'walk_by',
          label: 'Walk-by date: the last day to begin',
          cell: 'date',
          formula: `IF(OR(${stepCount(plan)}=0,wp_renewal=""),"${none}",EDATE(wp_renewal,-MAX(${finish})))`,
        },
      ],
    },
  ];
}

const said = { low: 'at its low', high: 'at its high', expected: 'at its mean' } as const;

export const figureName = (figure: string) => `wp_r_${figure}`;

/** When each step of the plan is done: the first column of its results. */
function finishColumn({ table, first, last, results }: PlacedTable): string {
  return `${table.sheet}!$${letters(results)}$${first}:$${letters(results)}$${last}`;
}

function columnRange({ table, first, last, letter }: PlacedTable, key: Parameters<PlacedTable['letter']>[0]): string {
  return `${table.sheet}!$${letter(key)}$${first}:$${letter(key)}$${last}`;
}

const stepCount = (plan: PlacedTable) => `SUMPRODUCT(--(${columnRange(plan, 'label')}<>""))`;

function claimCount({ tables }: Places): string {
  return (['switching', 'switchingShares'] as const)
    .map((table) => `SUMPRODUCT(--(${columnRange(tables[table], 'claimed')}<>""))`)
    .join('+');
}

/** How many results a table of lines has before the column that says what to look at. */
export const resultColumns = (table: PlacedTable) => (table.has('claimed') ? 3 : 2);

function faults({ tables }: Places): string {
  const lines = (['offer', 'offerShares', 'run', 'runShares', 'switching', 'switchingShares'] as const).map((key) => {
    const table = tables[key];
    const letter = letters(table.results + resultColumns(table));
    return `${table.table.sheet}!$${letter}$${table.first}:$${letter}$${table.last}`;
  });
  const steps = letters(tables.plan.results + 2);
  const all = [...lines, `Plan!$${steps}$${tables.plan.first}:$${steps}$${tables.plan.last}`];
  return all.map((column) => `SUMPRODUCT((${column}<>"")*(${column}<>"${restsOnNothing}"))`).join('+');
}

/** Whether a side has a line: the kinds of its rows on the sheet of months are above nought. */
const hasLines = ({ tables }: Places, side: 'offer' | 'alternative') =>
  (side === 'offer'
    ? (['offer', 'offerShares'] as const)
    : (['run', 'runShares', 'switching', 'switchingShares'] as const)
  )
    .map((key) => {
      const table = tables[key];
      return `SUMPRODUCT(--(${table.table.sheet}!$${letters(table.results)}$${table.first}:$${letters(table.results)}$${table.last}<>""))`;
    })
    .join('+');

function verdict(places: Places, alternative: string): string {
  const said = (word: (typeof verdicts)[number]) => `INDEX(wp_list_verdict,${verdicts.indexOf(word) + 1})`;
  const facts = `OR(${hasLines(places, 'offer')}=0,${hasLines(places, 'alternative')}=0,wp_threshold="")`;
  const dear = `IF(wp_r_offer>wp_threshold,${said('walk')},${said('press')})`;
  const cheap = `IF(wp_r_offer>wp_threshold,${said('revisit')},${said('sign')})`;
  return `IF(wp_r_faults>0,"Look again first: "&wp_r_faults&" row(s) of the other sheets do not read as they are.",IF(${facts},${said('incomplete')},IF(wp_r_offer>${alternative},${dear},${cheap})))`;
}

/** What the engine says, by the name of the figure. Null where there is no such figure. */
export function readingOf(model: Model): Readonly<Record<string, number | string | null>> {
  const live = recalculate(model);
  const chosen = worksheetAlternative(model);
  const own = live.alternatives.find(({ id }) => id === chosen?.id);
  if (!chosen || !own) return {};
  const staying = scenariosOf(model.offer.lines, model, model.offer);
  const leaving = scenariosOf(chosen.lines, model);
  // A worksheet holds one alternative: what it holds is what would be done.
  const { verdict, vendorVersion } = readingsOf({ ...model, chosen: chosen.id }, live);
  const plan = chosen.plan && chosen.plan.length > 0 ? planOf(chosen.plan, model.renewalDate) : null;
  const yearly = (side: string, sums: Readonly<Record<string, number>>) =>
    Object.fromEntries([
      [`${side}_before`, sums.pre ?? 0],
      ...years.map((year) => [`${side}_year_${year}`, sums[String(year)] ?? null]),
    ]);
  return {
    faults: 0,
    verdict: verdictSentences[verdict],
    verdict_claimed: verdictSentences[vendorVersion],
    offer: live.offer.presentValue,
    alternative: own.presentValue,
    leverage: own.leverage,
    run: own.run,
    switching: own.switching,
    vendor_switching: own.vendorVersion.switching,
    vendor: own.vendorVersion.presentValue,
    inflation: inflationOf(chosen, model),
    discount: own.breakEven.discount,
    multiple: own.breakEven.switchingMultiple,
    month: own.breakEven.month,
    offer_low: staying.low,
    offer_high: staying.high,
    offer_expected: staying.expected,
    alternative_low: leaving.low,
    alternative_high: leaving.high,
    alternative_expected: leaving.expected,
    offer_nominal: live.offer.nominal,
    alternative_nominal: own.nominal,
    vendor_nominal: own.vendorVersion.nominal,
    ...yearly('offer', live.offer.byYear),
    ...yearly('alternative', own.byYear),
    plan_months: plan?.months ?? null,
    walk_by: plan?.walkBy ?? null,
  };
}
