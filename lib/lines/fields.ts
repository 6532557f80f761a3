import type { Basis, LineRecord } from '@/lib/engagements/record';
import { monthText } from '@/lib/lines/months';
import { converted, noQuote, quoteProblems } from '@/lib/lines/quote';
import { type LineColumns, lineOf, rowOf } from '@/lib/lines/row';
import type { Line, LineKind } from '@/lib/model/types';
import { unorderedRange } from '@/lib/model-file/line-schema';
import { parseLine } from '@/lib/model-file/parse';

/**
 * A line as one edits it: one value a cell, null where it is blank. A blank is never a zero, so a line can be
 * written down before it is complete. Months, rates and money as in the model.
 */
export type LineFields = Omit<LineColumns, 'key' | 'label' | 'category' | 'startMonth' | 'endMonth' | 'of'> & {
  readonly label: string | null;
  readonly category: string | null;
  readonly startMonth: number | null;
  readonly endMonth: number | null;
  readonly of: readonly string[] | null;
  readonly unit: string | null;
  /** ISO 4217 code; the other fields of a quote stand only beside one. */
  readonly quotedCurrency: string | null;
  readonly quotedLow: number | null;
  readonly quotedLikely: number | null;
  readonly quotedHigh: number | null;
  readonly exchangeRate: number | null;
  readonly rateOn: string | null;
  readonly rateSource: string;
  readonly basis: Basis | null;
  /** ISO calendar date the basis is dated. */
  readonly basisOn: string | null;
  readonly source: string;
  /** The id of whoever sees to it. */
  readonly ownerId: string | null;
};

export type Field = keyof LineFields;
export type Change = Partial<LineFields>;
export type Problems = Partial<Record<Field, string>>;
export type SideKind = 'offer' | 'alternative';

/** What of the engagement a line is read against. */
export type About = {
  readonly currency: string;
  readonly renewalDate: string;
  readonly horizonMonths: number;
  /** Who can own a line; none where lines are only read. */
  readonly people?: readonly Named[];
};

export type Named = { readonly id: string; readonly name: string };

export const fieldNames: Readonly<Record<Field, string>> = {
  label: 'Line',
  category: 'Category',
  workload: 'Workload',
  part: 'Part',
  kind: 'Kind',
  quantity: 'Quantity',
  low: 'Low',
  likely: 'Likely',
  high: 'High',
  per: 'Per',
  billed: 'Billed',
  startMonth: 'From',
  endMonth: 'Through',
  escalator: 'Rise a year',
  heldUntil: 'Price held until',
  growth: 'Growth of quantity a year',
  renewalUplift: 'Uplift at renewal',
  termMonths: 'Term, in months',
  of: 'Of categories',
  tiers: 'Bands',
  claimed: 'Microsoft says',
  unit: 'Unit',
  quotedCurrency: 'Quoted in',
  quotedLow: 'Quoted low',
  quotedLikely: 'Quoted likely',
  quotedHigh: 'Quoted high',
  exchangeRate: 'Exchange rate',
  rateOn: 'Rate of',
  rateSource: 'Rate from',
  basis: 'Basis',
  basisOn: 'Basis dated',
  source: 'Source',
  ownerId: 'Owner',
};

const always = [
  'label',
  'category',
  'workload',
  'kind',
  'startMonth',
  'endMonth',
  'basis',
  'basisOn',
  'source',
  'ownerId',
] as const;
const estimate = ['low', 'likely', 'high'] as const;
const quote = ['quotedLow', 'quotedLikely', 'quotedHigh', 'exchangeRate', 'rateOn', 'rateSource'] as const;
const ofKind: Readonly<Record<LineKind, readonly Field[]>> = {
  recurring: [
    'quantity',
    'unit',
    ...estimate,
    'quotedCurrency',
    ...quote,
    'per',
    'billed',
    'escalator',
    'heldUntil',
    'growth',
    'renewalUplift',
    'claimed',
  ],
  'one-time': ['quantity', 'unit', ...estimate, 'quotedCurrency', ...quote, 'claimed'],
  percent: [...estimate, 'of', 'claimed'],
  commitment: [...estimate, 'quotedCurrency', ...quote, 'of', 'claimed'],
  graduated: ['tiers', 'of'],
};

/** Whether a line of this kind, on this side, has such a field at all. */
export function hasField(
  fields: Pick<LineFields, 'kind' | 'part' | 'quotedCurrency'>,
  side: SideKind,
  field: Field,
): boolean {
  if (field === 'part') return side === 'alternative';
  if (field === 'termMonths') return side === 'alternative' && fields.kind === 'recurring';
  if (field === 'claimed' && fields.part !== 'switching') return false;
  if (fields.quotedCurrency === null && (quote as readonly Field[]).includes(field)) return false;
  return (always as readonly Field[]).includes(field) || ofKind[fields.kind].includes(field);
}

export function fieldsOf({
  line,
  unit,
  quote: quoted,
  basis,
  basisOn,
  source,
  ownerId,
}: Omit<LineRecord, 'id' | 'version'>): LineFields {
  const { key: _, ...columns } = rowOf(line);
  // A price that is held until its own start is not held: so it follows the start when that moves.
  const heldUntil = columns.heldUntil === columns.startMonth ? null : columns.heldUntil;
  return {
    ...columns,
    heldUntil,
    unit,
    quotedCurrency: quoted?.currency ?? null,
    quotedLow: quoted?.low ?? null,
    quotedLikely: quoted?.likely ?? null,
    quotedHigh: quoted?.high ?? null,
    exchangeRate: quoted?.rate ?? null,
    rateOn: quoted?.rateOn ?? null,
    rateSource: quoted?.rateSource ?? '',
    basis,
    basisOn,
    source,
    ownerId,
  };
}

/** A new line: what can be foreseen is filled in, what costs money is blank. */
export function blankFields(side: SideKind, about: About, like?: LineFields): LineFields {
  const none = Object.fromEntries(Object.keys(fieldNames).map((field) => [field, null]));
  return {
    ...(none as Record<Field, null>),
    category: like?.category ?? null,
    workload: like?.workload ?? null,
    part: side === 'alternative' ? (like?.part ?? 'run') : null,
    kind: 'recurring',
    per: 'month',
    billed: 'annually',
    startMonth: 0,
    endMonth: about.horizonMonths,
    rateSource: '',
    source: '',
  };
}

/** The change that turns a line into another kind: what both have stays, what means something else is blank. */
export function changeOfKind(fields: LineFields, kind: LineKind, about: About): Change {
  const sameUnit = (fields.kind === 'percent') === (kind === 'percent') && fields.kind !== 'graduated';
  const start = fields.startMonth ?? 0;
  const resting = kind === 'percent' || kind === 'commitment' || kind === 'graduated';
  return {
    kind,
    ...(!sameUnit && { low: null, likely: null, high: null, claimed: null, ...noQuote }),
    ...(kind === 'recurring' && {
      per: fields.per ?? 'month',
      billed: fields.billed ?? 'annually',
      endMonth: fields.kind === 'one-time' ? about.horizonMonths : fields.endMonth,
    }),
    ...(kind === 'one-time' && { quantity: fields.quantity ?? 1, endMonth: start + 1 }),
    ...(resting && { of: fields.of ?? null }),
    ...(resting && fields.kind === 'one-time' && { endMonth: about.horizonMonths }),
    ...(kind === 'graduated' && { tiers: fields.tiers ?? null }),
  };
}

export type ReadLine = { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly problems: Problems };

/**
 * The model's line of what is written down, or what is missing or wrong, cell by cell. `key` is its id there; `typed`
 * what of it has just been written, where what is wrong between two cells is said.
 */
export function lineOfFields(
  written: LineFields,
  key: string,
  side: SideKind,
  about: About,
  typed: Change = {},
): ReadLine {
  const fields = converted(written, about.currency);
  const problems = missing(fields, side);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const certain = fields.low === null && fields.high === null;
  const columns: LineColumns = {
    ...fields,
    key,
    label: fields.label ?? '',
    category: fields.category ?? '',
    startMonth: fields.startMonth ?? 0,
    endMonth: fields.endMonth ?? 0,
    of: fields.of && [...fields.of],
    ...(certain && { low: fields.likely, high: fields.likely }),
    claimed: fields.part === 'switching' ? fields.claimed : null,
    termMonths: side === 'alternative' ? fields.termMonths : null,
  };
  const parsed = parseLine(lineOf(columns), side, about);
  if (parsed.ok) return { ok: true, line: parsed.line };
  const wrong = parsed.problems.map(
    ({ path, message }): Problems =>
      message === unorderedRange
        ? outOfOrder(fields, typed)
        : path === 'end'
          ? wrongEnd(fields, about)
          : { [fieldAt(path)]: sentence(message) },
  );
  return { ok: false, problems: Object.assign({}, ...wrong) };
}

function missing(fields: LineFields, side: SideKind): Problems {
  const problems: Problems = {};
  const need = (field: Field, message: string) => {
    const value = fields[field];
    const blank = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (hasField(fields, side, field) && blank) problems[field] = message;
  };
  need('label', 'Name the line');
  need('category', 'Choose a category');
  need('part', 'Run or switching?');
  need('quantity', 'How many? A blank is not a zero');
  // A quoted figure that only waits for its rate is not missing.
  if (fields.quotedCurrency === null || fields.quotedLikely === null) {
    need('likely', 'Write a figure: a blank is not a zero');
  }
  need('per', 'Per month or per year?');
  need('billed', 'Monthly, quarterly or annually?');
  need('startMonth', 'From which month?');
  need('endMonth', 'Through which month?');
  need('of', 'Of which categories?');
  need('tiers', 'Write at least one band');
  if (hasField(fields, side, 'exchangeRate')) Object.assign(problems, quoteProblems(fields));
  const { low, likely, high } = fields;
  if (!hasField(fields, side, 'likely') || likely === null) return problems;
  if (low === null && high !== null) problems.low = 'A range needs both ends';
  if (high === null && low !== null) problems.high = 'A range needs both ends';
  return problems;
}

const range = ['low', 'likely', 'high'] as const;
const quotedRange = ['quotedLow', 'quotedLikely', 'quotedHigh'] as const;

/** What is wrong with the order of a range, said at the end that was typed, or at the end where neither was. */
function outOfOrder({ low, likely, high, quotedCurrency }: LineFields, typed: Change): Problems {
  if (low === null || likely === null || high === null) return {};
  const [lowEnd, middle, highEnd] = quotedCurrency === null ? range : quotedRange;
  const problems: Problems = {};
  if (low > likely) {
    if (middle in typed && !(lowEnd in typed)) problems.likely = 'Likely is below low';
    else problems.low = 'Low is above likely';
  }
  if (high < likely) {
    if (middle in typed && !(highEnd in typed)) problems.likely = 'Likely is above high';
    else problems.high = 'High is below likely';
  }
  return problems;
}

/** What is wrong with the last month, said at the first one where the last follows it. */
function wrongEnd({ kind, startMonth, endMonth }: LineFields, { horizonMonths, renewalDate }: About): Problems {
  const [start, end] = [startMonth ?? 0, endMonth ?? 0];
  if (end <= start) return { endMonth: `Through is before From: write ${monthText(start, renewalDate)} or later` };
  const last = monthText(horizonMonths - 1, renewalDate);
  const follows = kind === 'one-time' && end === start + 1;
  return { [follows ? 'startMonth' : 'endMonth']: `Reckoned is through ${last}: write that month or an earlier one` };
}

/** The cell a path inside the file format belongs to. */
function fieldAt(path: string): Field {
  const [first = '', second] = path.split(/[.[]/);
  if (first === 'unitCost' || first === 'rate' || first === 'amount') return (second as Field | undefined) ?? 'likely';
  if (first === 'start') return 'startMonth';
  if (first === 'end') return 'endMonth';
  return first in fieldNames ? (first as Field) : 'label';
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

/** Whether two values of a field are the same to a reader. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
