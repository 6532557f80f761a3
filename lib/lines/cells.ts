import { formatDate } from '@/lib/format/dates';
import { formatNumber, formatRate, hundredthOf, percentOf } from '@/lib/format/numbers';
import { type DecimalMark, readNumber } from '@/lib/format/read-number';
import { type About, type Change, changeOfKind, type Field, fieldNames, type LineFields } from '@/lib/lines/fields';
import { monthText, readMonth } from '@/lib/lines/months';
import type { LineKind, Tier } from '@/lib/model/types';

/** One cell of a line as text, both ways: what it shows, and what a typed or pasted text makes of it. */

const kindNames: Readonly<Record<LineKind, string>> = {
  recurring: 'Recurring',
  'one-time': 'One-time',
  percent: 'Percent',
  commitment: 'Commitment',
  graduated: 'Graduated',
};

export const choices: Partial<Readonly<Record<Field, readonly { readonly value: string; readonly name: string }[]>>> = {
  kind: Object.entries(kindNames).map(([value, name]) => ({ value, name })),
  part: [
    { value: 'run', name: 'Run' },
    { value: 'switching', name: 'Switching' },
  ],
  per: [
    { value: 'month', name: 'Month' },
    { value: 'year', name: 'Year' },
  ],
  billed: [
    { value: 'monthly', name: 'Monthly' },
    { value: 'quarterly', name: 'Quarterly' },
    { value: 'annually', name: 'Annually' },
  ],
  basis: [
    { value: 'contract', name: 'Contract' },
    { value: 'quote', name: 'Quote' },
    { value: 'measured', name: 'Measured' },
    { value: 'benchmark', name: 'Benchmark' },
    { value: 'judgement', name: 'Judgement' },
    { value: 'vendor claim', name: 'Vendor claim' },
  ],
};

const rates: readonly Field[] = ['escalator', 'growth', 'renewalUplift'];
const estimates: readonly Field[] = ['low', 'likely', 'high', 'claimed'];
const months: readonly Field[] = ['startMonth', 'endMonth', 'heldUntil'];

export function isRate(field: Field, kind: LineKind): boolean {
  return rates.includes(field) || (kind === 'percent' && estimates.includes(field));
}

/** Whether a field holds figures, which stand at the right. */
export function isFigure(field: Field): boolean {
  return field === 'quantity' || field === 'termMonths' || rates.includes(field) || estimates.includes(field);
}

/** A certain figure is written once: its low and its high are blank. */
function isImplied({ low, likely, high }: LineFields, field: Field): boolean {
  return (field === 'low' || field === 'high') && low === likely && likely === high;
}

/** What a cell shows; empty where it is blank. */
export function cellText(fields: LineFields, field: Field, about: About): string {
  const value = isImplied(fields, field) ? null : fields[field];
  if (value === null || value === '') return '';
  const choice = choices[field]?.find((one) => one.value === value);
  if (choice) return choice.name;
  if (field === 'endMonth') return monthText(Number(value) - 1, about.renewalDate);
  if (months.includes(field)) return monthText(Number(value), about.renewalDate);
  if (field === 'basisOn') return formatDate(String(value));
  if (field === 'of') return (fields.of ?? []).join(', ');
  if (field === 'tiers') return tiersText(fields.tiers ?? []);
  if (typeof value !== 'number') return String(value);
  return isRate(field, fields.kind) ? formatRate(value) : formatNumber(value);
}

/** What a cell holds while it is typed in: figures without their groups, dates as they are stored. */
export function editText(fields: LineFields, field: Field, about: About): string {
  const value = fields[field];
  if (typeof value === 'number' && isFigure(field) && !isImplied(fields, field)) {
    return isRate(field, fields.kind) ? `${percentOf(value)} %` : String(value);
  }
  return field === 'basisOn' ? (fields.basisOn ?? '') : cellText(fields, field, about);
}

export type ReadCell =
  | {
      readonly ok: true;
      readonly change: Change;
      /** Where the writing allowed two readings: what was taken, and what it would be otherwise. */
      readonly doubt?: { readonly taken: string; readonly otherwise: string };
    }
  | { readonly ok: false; readonly why: string };

/** What a text makes of a cell. A blank is null, never a zero. */
export function readCell(
  fields: LineFields,
  field: Field,
  text: string,
  about: About,
  { mark = '.' }: { mark?: DecimalMark } = {},
): ReadCell {
  const typed = text.trim();
  if (isFigure(field)) return readFigure(fields, field, typed, mark);
  if (months.includes(field)) return readMonthCell(field, typed, about);
  if (field === 'kind') {
    const kind = choiceOf(field, typed) as LineKind | undefined;
    return kind ? { ok: true, change: changeOfKind(fields, kind, about) } : refused(field, typed);
  }
  if (choices[field]) {
    if (typed === '') return { ok: true, change: { [field]: null } };
    const value = choiceOf(field, typed);
    return value === undefined ? refused(field, typed) : { ok: true, change: { [field]: value } };
  }
  if (field === 'basisOn') return readDay(typed);
  if (field === 'of') {
    const names = typed.split(/[,;\n]/).map((name) => name.trim());
    const of = [...new Set(names.filter((name) => name !== ''))];
    return { ok: true, change: { of: of.length > 0 ? of : null } };
  }
  if (field === 'tiers') return readTiers(typed, mark);
  if (field === 'source') return { ok: true, change: { source: typed } };
  return { ok: true, change: { [field]: typed === '' ? null : oneLine(typed) } };
}

function readFigure(fields: LineFields, field: Field, typed: string, mark: DecimalMark): ReadCell {
  const read = readNumber(typed, { mark });
  if (read.kind === 'unreadable') return { ok: false, why: read.why };
  const rate = isRate(field, fields.kind);
  if (read.kind === 'blank') return { ok: true, change: estimateChange(fields, field, null) };
  if (read.percent && !rate) return { ok: false, why: `${fieldNames[field]} is no percentage` };
  const asRate = (value: number) => (rate && !read.percent ? hundredthOf(value) : value);
  const show = (value: number) => (rate ? formatRate(value) : formatNumber(value));
  const value = asRate(read.value);
  return {
    ok: true,
    change: estimateChange(fields, field, value),
    ...(read.otherwise !== undefined && { doubt: { taken: show(value), otherwise: show(asRate(read.otherwise)) } }),
  };
}

/** A certain figure stays certain when its likely value changes; a range keeps its ends. */
function estimateChange(fields: LineFields, field: Field, value: number | null): Change {
  const { low, likely, high } = fields;
  if (field === 'likely')
    return low === likely && likely === high ? { low: value, likely: value, high: value } : { likely: value };
  if ((field === 'low' || field === 'high') && value === null) return { low: likely, high: likely };
  if (field === 'low' && high === null) return { low: value, high: likely };
  if (field === 'high' && low === null) return { low: likely, high: value };
  return { [field]: value };
}

function readMonthCell(field: Field, typed: string, about: About): ReadCell {
  if (typed === '') return { ok: true, change: { [field]: null } };
  const month = readMonth(typed, about.renewalDate);
  if (month === null)
    return { ok: false, why: `“${typed}” is no month: write Jul 2030, or how many months after renewal` };
  return { ok: true, change: { [field]: field === 'endMonth' ? month + 1 : month } };
}

function readDay(typed: string): ReadCell {
  if (typed === '') return { ok: true, change: { basisOn: null } };
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed);
  const iso = dotted ? `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}` : typed;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(`${typed} UTC`);
  const day = Number.isNaN(parsed.getTime()) ? '' : parsed.toISOString().slice(0, 10);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? day === iso : day !== '' && /\d{4}/.test(typed);
  return exists
    ? { ok: true, change: { basisOn: day } }
    : { ok: false, why: `“${typed}” is no date: write 2027-03-31` };
}

/** Bands as text: 10 % up to 1,800,000; 7 % above. */
function tiersText(tiers: readonly Tier[]): string {
  return tiers
    .map(({ upTo, rate }) =>
      upTo === undefined ? `${formatRate(rate)} above` : `${formatRate(rate)} up to ${formatNumber(upTo)}`,
    )
    .join('; ');
}

function readTiers(typed: string, mark: DecimalMark): ReadCell {
  if (typed === '') return { ok: true, change: { tiers: null } };
  const tiers: Tier[] = [];
  for (const band of typed.split(/[;\n]/)) {
    const match = /^\s*([^a-z]+?)(?:\s*(?:up to|to|until)\s+(.+?)|\s*(?:above|beyond|over))?\s*$/i.exec(band);
    const rate = readNumber(match?.[1] ?? '', { mark });
    const upTo = match?.[2] === undefined ? null : readNumber(match[2], { mark });
    if (rate.kind !== 'number' || (upTo && upTo.kind !== 'number')) {
      return { ok: false, why: `“${band.trim().slice(0, 40)}” is no band: write 10 % up to 1,800,000; 7 % above` };
    }
    const fraction = rate.percent ? rate.value : hundredthOf(rate.value);
    tiers.push(upTo?.kind === 'number' ? { upTo: upTo.value, rate: fraction } : { rate: fraction });
  }
  return { ok: true, change: { tiers } };
}

function choiceOf(field: Field, typed: string): string | undefined {
  const wanted = typed.toLowerCase().replace(/[\s_-]+/g, ' ');
  const fits = (text: string) => text.toLowerCase().replace(/-/g, ' ') === wanted;
  const options = choices[field] ?? [];
  const exact = options.find((one) => fits(one.value) || fits(one.name));
  const begun = options.filter((one) => wanted !== '' && one.name.toLowerCase().startsWith(wanted));
  return (exact ?? (begun.length === 1 ? begun[0] : undefined))?.value;
}

function refused(field: Field, typed: string): ReadCell {
  const names = (choices[field] ?? []).map((one) => one.name).join(', ');
  return { ok: false, why: typed === '' ? `Choose one of ${names}` : `“${typed}” is none of ${names}` };
}

function oneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ');
}
