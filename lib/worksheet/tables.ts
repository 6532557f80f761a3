import { type ChoiceName, choices } from '@/lib/worksheet/vocabulary';

/** What the worksheet asks for: the one description behind the spreadsheet, its printed form and its reader. */

export type CellKind = 'text' | 'number' | 'amount' | 'rate' | 'months' | 'date' | ChoiceName;

export type Setting = {
  readonly key: string;
  readonly sheet: InputSheet;
  readonly label: string;
  readonly help: string;
  readonly cell: CellKind;
};

export type InputSheet = 'Deal' | 'Alternative' | 'Switching' | 'Plan' | 'Support';

export const settings = [
  { key: 'company', sheet: 'Deal', label: 'Company', cell: 'text', help: 'The organisation whose deal this is.' },
  { key: 'currency', sheet: 'Deal', label: 'Currency', cell: 'text', help: 'Three letters, such as EUR or USD.' },
  { key: 'renewal', sheet: 'Deal', label: 'Renewal date', cell: 'date', help: 'The day the current agreement ends.' },
  {
    key: 'horizon',
    sheet: 'Deal',
    label: 'Horizon, in months',
    cell: 'months',
    help: '12 to 120, counted from renewal.',
  },
  {
    key: 'discount',
    sheet: 'Deal',
    label: 'Discount rate',
    cell: 'rate',
    help: 'What a year is worth to your treasury.',
  },
  { key: 'offer', sheet: 'Deal', label: 'Offer', cell: 'text', help: 'Which version of the offer this is.' },
  { key: 'term', sheet: 'Deal', label: 'Term, in months', cell: 'months', help: 'After how long the deal renews.' },
  {
    key: 'uplift',
    sheet: 'Deal',
    label: 'Uplift at each renewal',
    cell: 'rate',
    help: 'On every line that names none of its own.',
  },
  {
    key: 'threshold',
    sheet: 'Deal',
    label: 'Walk threshold',
    cell: 'amount',
    help: 'The all-in cost of the deal above which leadership has agreed to leave. Keep it to yourselves.',
  },
  {
    key: 'alternative',
    sheet: 'Alternative',
    label: 'Alternative',
    cell: 'text',
    help: 'What you would really do without the deal.',
  },
  { key: 'course', sheet: 'Alternative', label: 'Its kind', cell: 'course', help: 'Chosen from the list.' },
] as const satisfies readonly Setting[];

export type SettingKey = (typeof settings)[number]['key'];

export type Column = {
  readonly key: ColumnKey;
  readonly label: string;
  readonly cell: CellKind;
  readonly help: string;
};

export type ColumnKey =
  | 'ref'
  | 'label'
  | 'category'
  | 'workload'
  | 'kind'
  | 'derived'
  | 'quantity'
  | 'low'
  | 'likely'
  | 'high'
  | 'claimed'
  | 'per'
  | 'billed'
  | 'start'
  | 'end'
  | 'escalator'
  | 'held'
  | 'growth'
  | 'uplift'
  | 'term'
  | 'of'
  | 'months'
  | 'after'
  | 'line'
  | 'upTo'
  | 'rate';

const columns: Readonly<Record<ColumnKey, Omit<Column, 'key'>>> = {
  ref: { label: 'Ref', cell: 'text', help: 'A short mark of the line; one is given where it is blank.' },
  label: { label: 'Line', cell: 'text', help: 'What is paid for.' },
  category: { label: 'Category', cell: 'text', help: 'Shares and commitments rest on lines by their category.' },
  workload: { label: 'Workload', cell: 'text', help: 'Optional: productivity, identity and security, Azure, …' },
  kind: { label: 'Kind', cell: 'kind', help: 'recurring or one-time.' },
  derived: {
    label: 'Kind',
    cell: 'derived',
    help: 'percent: a rate of other lines. commitment: what is owed if spend falls short of it. graduated: by the bands on the sheet Support.',
  },
  quantity: { label: 'Quantity', cell: 'number', help: 'Users, devices, days, … Blank is 1.' },
  low: { label: 'Low', cell: 'number', help: 'Unit cost if all goes well. Blank: as likely.' },
  likely: { label: 'Likely', cell: 'number', help: 'Unit cost you honestly expect. A line without it does not count.' },
  high: { label: 'High', cell: 'number', help: 'Unit cost if much goes wrong. Blank: as likely.' },
  claimed: { label: 'Claimed', cell: 'number', help: 'What the account team says this unit costs. Blank: no claim.' },
  per: { label: 'Per', cell: 'per', help: 'Whether the unit cost is per month or per year. Blank: month.' },
  billed: { label: 'Billed', cell: 'billed', help: 'In advance. Blank: monthly.' },
  start: { label: 'Start', cell: 'months', help: 'First month, counted from renewal (0); −24 is two years before.' },
  end: {
    label: 'End',
    cell: 'months',
    help: 'The month after the last. Blank: the horizon; of a one-time cost, the month after its start.',
  },
  escalator: { label: 'Escalator', cell: 'rate', help: 'Rise of the price each year.' },
  held: { label: 'Held until', cell: 'months', help: 'No rise before this month. Blank: the start.' },
  growth: { label: 'Growth', cell: 'rate', help: 'Rise of the quantity each year.' },
  uplift: {
    label: 'Uplift',
    cell: 'rate',
    help: 'At each renewal. Blank on an offer line: the offer’s; elsewhere none.',
  },
  term: { label: 'Term', cell: 'months', help: 'Only for Microsoft licences that stay: months until each renewal.' },
  of: { label: 'Rests on', cell: 'text', help: 'Categories of this side, divided by semicolons.' },
  months: { label: 'Months', cell: 'months', help: 'How long the step takes.' },
  after: { label: 'After', cell: 'text', help: 'Refs of steps above that must be done first, divided by semicolons.' },
  line: { label: 'Line', cell: 'text', help: 'The graduated line that is charged by this band.' },
  upTo: { label: 'Up to', cell: 'amount', help: 'Spend of a year at which the band ends. Blank: the last band.' },
  rate: { label: 'Rate', cell: 'rate', help: 'Charged on the spend within the band.' },
};

function columnsOf(...keys: readonly ColumnKey[]): readonly Column[] {
  return keys.map((key) => ({ key, ...columns[key] }));
}

/** The figure of a share or commitment is a rate or an amount of money, by its kind. */
function derivedColumns(...keys: readonly ColumnKey[]): readonly Column[] {
  const help = { low: 'Rate or amount', likely: 'Rate (8 %), or amount of a commitment', high: 'Rate or amount' };
  return columnsOf(...keys).map((column) =>
    column.key === 'low' || column.key === 'likely' || column.key === 'high'
      ? { ...column, help: help[column.key] }
      : column,
  );
}

const named = ['ref', 'label', 'category', 'workload'] as const;
const estimate = ['low', 'likely', 'high'] as const;
const price = ['per', 'billed', 'start', 'end', 'escalator', 'held', 'growth', 'uplift'] as const;
const span = ['of', 'start', 'end'] as const;

export type TableKey =
  | 'offer'
  | 'offerShares'
  | 'run'
  | 'runShares'
  | 'switching'
  | 'switchingShares'
  | 'plan'
  | 'bands';

export type Table = {
  readonly key: TableKey;
  readonly sheet: InputSheet;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Rows of a blank worksheet, and at least so many spare ones in a filled one. */
  readonly rows: number;
  readonly spare: number;
};

export const tables = [
  {
    key: 'offer',
    sheet: 'Deal',
    caption: 'Offer lines',
    columns: columnsOf(...named, 'kind', 'quantity', ...estimate, ...price),
    rows: 18,
    spare: 4,
  },
  {
    key: 'offerShares',
    sheet: 'Deal',
    caption: 'Offer: shares, commitments and support',
    columns: derivedColumns(...named, 'derived', ...estimate, ...span),
    rows: 5,
    spare: 2,
  },
  {
    key: 'run',
    sheet: 'Alternative',
    caption: 'Run lines',
    columns: columnsOf(...named, 'kind', 'quantity', ...estimate, ...price, 'term'),
    rows: 16,
    spare: 4,
  },
  {
    key: 'runShares',
    sheet: 'Alternative',
    caption: 'Run: shares, commitments and support',
    columns: derivedColumns(...named, 'derived', ...estimate, ...span),
    rows: 3,
    spare: 2,
  },
  {
    key: 'switching',
    sheet: 'Switching',
    caption: 'Switching lines',
    columns: columnsOf(...named, 'kind', 'quantity', ...estimate, 'claimed', ...price, 'term'),
    rows: 22,
    spare: 4,
  },
  {
    key: 'switchingShares',
    sheet: 'Switching',
    caption: 'Switching: shares and contingency',
    columns: derivedColumns(...named, 'derived', ...estimate, 'claimed', ...span),
    rows: 3,
    spare: 2,
  },
  {
    key: 'plan',
    sheet: 'Plan',
    caption: 'Steps',
    columns: columnsOf('ref', 'label', 'months', 'after').map((column) =>
      column.key === 'label' ? { ...column, label: 'Step', help: 'What is done.' } : column,
    ),
    rows: 14,
    spare: 3,
  },
  {
    key: 'bands',
    sheet: 'Support',
    caption: 'Bands of graduated lines',
    columns: columnsOf('line', 'upTo', 'rate'),
    rows: 8,
    spare: 3,
  },
] as const satisfies readonly Table[];

/** The three pairs of tables that hold lines, in the order of the model: offer, run, switching. */
export const lineTables = [
  { base: 'offer', shares: 'offerShares', part: undefined },
  { base: 'run', shares: 'runShares', part: 'run' },
  { base: 'switching', shares: 'switchingShares', part: 'switching' },
] as const;

export function tableOf(key: TableKey): Table {
  return tables.find((table) => table.key === key) as Table;
}

export const isChoice = (cell: CellKind): cell is ChoiceName => cell in choices;

/** The name of a setting's cell, and of a column's cells. Names hold where rows, columns, sheets and words move. */
export const settingName = (key: SettingKey) => `wp_${key}`;
export const columnName = (table: TableKey, column: ColumnKey) => `wp_${table}_${column}`;
export const choiceListName = (choice: ChoiceName) => `wp_list_${choice}`;
