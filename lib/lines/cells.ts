import { canMean } from '@/lib/format/currency-signs';
import { formatDate } from '@/lib/format/dates';
import { formatNumber, formatRate, hundredthOf, percentOf } from '@/lib/format/numbers';
import { type DecimalMark, readNumber } from '@/lib/format/read-number';
import { choiceOf, choices, refusedChoice } from '@/lib/lines/choices';
import { type About, type Change, changeOfKind, type Field, fieldNames, type LineFields } from '@/lib/lines/fields';
import { monthText, readMonth } from '@/lib/lines/months';
import { changeOfQuote, converted, refusedRate } from '@/lib/lines/quote';
import type { LineKind, Tier } from '@/lib/model/types';
import { currencySchema } from '@/lib/model-file/schema';

/** One cell of a line as text, both ways: what it shows, and what a typed or pasted text makes of it. */

const rates: readonly Field[] = ['escalator', 'growth', 'renewalUplift'];
const estimates: readonly Field[] = ['low', 'likely', 'high', 'claimed'];
const quoted: readonly Field[] = ['quotedLow', 'quotedLikely', 'quotedHigh'];
const months: readonly Field[] = ['startMonth', 'endMonth', 'heldUntil'];

export function isRate(field: Field, kind: LineKind): boolean {
  return rates.includes(field) || (kind === 'percent' && estimates.includes(field));
}

/** Whether a field holds figures, which stand at the right. */
export function isFigure(field: Field): boolean {
  return (
    ['quantity', 'termMonths', 'exchangeRate'].includes(field) ||
    rates.includes(field) ||
    estimates.includes(field) ||
    quoted.includes(field)
  );
}

/** A certain figure is written once: its low and its high are blank. */
function isImplied(fields: LineFields, field: Field): boolean {
  if (field === 'low' || field === 'high') return fields.low === fields.likely && fields.likely === fields.high;
  if (field !== 'quotedLow' && field !== 'quotedHigh') return false;
  return fields.quotedLow === fields.quotedLikely && fields.quotedLikely === fields.quotedHigh;
}

/** What a cell shows; empty where it is blank. */
export function cellText(fields: LineFields, field: Field, about: About): string {
  const value = isImplied(fields, field) ? null : fields[field];
  if (value === null || value === '') return '';
  const choice = choices[field]?.find((one) => one.value === value);
  if (choice) return choice.name;
  if (field === 'ownerId') return nameOf(String(value), about);
  if (field === 'endMonth') return monthText(Number(value) - 1, about.renewalDate);
  if (months.includes(field)) return monthText(Number(value), about.renewalDate);
  if (field === 'basisOn' || field === 'rateOn') return formatDate(String(value));
  if (field === 'of') return (fields.of ?? []).join(', ');
  if (field === 'tiers') return tiersText(fields.tiers ?? []);
  if (typeof value !== 'number') return String(value);
  return isRate(field, fields.kind) ? formatRate(value) : formatNumber(value);
}

/** What a cell holds while it is typed in: figures without their groups, dates as they are stored. */
export function editText(fields: LineFields, field: Field, about: About): string {
  const own = ownField[field];
  if (own && fields.quotedCurrency !== null) {
    const amount = editText(fields, own, about);
    return amount === '' ? '' : `${amount} ${fields.quotedCurrency}`;
  }
  const value = fields[field];
  if (typeof value === 'number' && isFigure(field) && !isImplied(fields, field)) {
    return isRate(field, fields.kind) ? `${percentOf(value)} %` : String(value);
  }
  if (field === 'basisOn' || field === 'rateOn') return fields[field] ?? '';
  return cellText(fields, field, about);
}

/** What is copied of a cell, to be typed in another: an amount says its currency, so that it is not taken for another. */
export function copiedText(fields: LineFields, field: Field, about: About): string {
  const text = editText(fields, field, about);
  const bare = text !== '' && field in ownField && fields.quotedCurrency === null && !isRate(field, fields.kind);
  return bare ? `${text} ${about.currency}` : text;
}

/** Of a quoted line the figure in its own currency is what is written. */
const ownField: Partial<Readonly<Record<Field, 'quotedLow' | 'quotedLikely' | 'quotedHigh'>>> = {
  low: 'quotedLow',
  likely: 'quotedLikely',
  high: 'quotedHigh',
};

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
  if (isFigure(field)) return readFigure(fields, field, typed, about, mark);
  if (months.includes(field)) return readMonthCell(fields, field, typed, about);
  if (field === 'kind') {
    const kind = choiceOf(field, typed) as LineKind | undefined;
    return kind ? { ok: true, change: changeOfKind(fields, kind, about) } : refusedChoice(field, typed);
  }
  if (choices[field]) {
    if (typed === '') return { ok: true, change: { [field]: null } };
    const value = choiceOf(field, typed);
    return value === undefined ? refusedChoice(field, typed) : { ok: true, change: { [field]: value } };
  }
  if (field === 'basisOn' || field === 'rateOn') return readDay(field, typed);
  if (field === 'quotedCurrency') return readCurrency(fields, typed, about);
  if (field === 'of') {
    const names = typed.split(/[,;\n]/).map((name) => name.trim());
    const of = [...new Set(names.filter((name) => name !== ''))];
    return { ok: true, change: { of: of.length > 0 ? of : null } };
  }
  if (field === 'ownerId') return readOwner(typed, about);
  if (field === 'tiers') return readTiers(typed, about, mark);
  if (field === 'source' || field === 'rateSource') return { ok: true, change: { [field]: typed } };
  return { ok: true, change: { [field]: typed === '' ? null : oneLine(typed) } };
}

function nameOf(id: string, { people = [] }: About): string {
  return people.find((person) => person.id === id)?.name ?? 'Somebody who has left';
}

/** A member by name, or by how it begins where only one does. */
function readOwner(typed: string, { people = [] }: About): ReadCell {
  if (typed === '') return { ok: true, change: { ownerId: null } };
  const wanted = typed.toLowerCase();
  const exact = people.filter(({ name }) => name.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : people.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const [one, another] = found;
  if (one && !another) return { ok: true, change: { ownerId: one.id } };
  return { ok: false, why: another ? `“${typed}” is more than one member` : `“${typed}” is no member` };
}

function readFigure(fields: LineFields, field: Field, typed: string, about: About, mark: DecimalMark): ReadCell {
  const read = readNumber(typed, { mark });
  if (read.kind === 'unreadable') return { ok: false, why: read.why };
  const rate = isRate(field, fields.kind);
  if (read.kind === 'blank') return { ok: true, change: figureChange(fields, field, null, about) };
  if (read.percent && !rate) return { ok: false, why: `${fieldNames[field]} is no percentage` };
  if (read.currency !== undefined) {
    const wrong = wrongCurrency(fields, field, read.currency, about);
    if (wrong) return { ok: false, why: wrong };
  }
  const refused = field === 'exchangeRate' ? refusedRate(read.value) : null;
  if (refused !== null) return { ok: false, why: refused };
  const asRate = (value: number) => (rate && !read.percent ? hundredthOf(value) : value);
  const show = (value: number) => (rate ? formatRate(value) : formatNumber(value));
  const value = asRate(read.value);
  return {
    ok: true,
    change: figureChange(fields, field, value, about),
    ...(read.otherwise !== undefined && { doubt: { taken: show(value), otherwise: show(asRate(read.otherwise)) } }),
  };
}

/** Why a figure cannot be in the currency it was written with; null where it can. */
function wrongCurrency(fields: LineFields, field: Field, written: string, about: About): string | null {
  const own = quoted.includes(field) || field in ownField;
  const currency = own ? (fields.quotedCurrency ?? about.currency) : about.currency;
  if (isRate(field, fields.kind) || field === 'quantity' || field === 'termMonths')
    return `${fieldNames[field]} is no amount of money`;
  if (canMean(written, currency)) return null;
  return `Written in ${written}, but this figure is in ${currency}. ${howToQuote(own, written)}`;
}

function howToQuote(own: boolean, written: string): string {
  if (!own) return 'Convert it first';
  const code = /^[A-Z]{3}$/.test(written) ? written : 'its code, such as USD,';
  return `To keep it as it was quoted, write ${code} under “Quoted in” in the line’s details first`;
}

function figureChange(fields: LineFields, field: Field, value: number | null, about: About): Change {
  const inQuote = fields.quotedCurrency !== null;
  const own = inQuote ? (ownField[field] ?? field) : field;
  const change = quoted.includes(own)
    ? estimateChange(fields, own, value, ['quotedLow', 'quotedLikely', 'quotedHigh'])
    : estimateChange(fields, own, value, ['low', 'likely', 'high']);
  if (!inQuote || !(quoted.includes(own) || own === 'exchangeRate')) return change;
  const { low, likely, high } = converted({ ...fields, ...change }, about.currency);
  return { ...change, low, likely, high };
}

type Ends = readonly ['low' | 'quotedLow', 'likely' | 'quotedLikely', 'high' | 'quotedHigh'];

/** A certain figure stays certain when its likely value changes; a range keeps its ends. */
function estimateChange(fields: LineFields, field: Field, value: number | null, ends: Ends): Change {
  const [low, likely, high] = ends;
  const certain = fields[low] === fields[likely] && fields[likely] === fields[high];
  if (field === likely) return certain ? { [low]: value, [likely]: value, [high]: value } : { [likely]: value };
  if ((field === low || field === high) && value === null) return { [low]: fields[likely], [high]: fields[likely] };
  if (field === low && fields[high] === null) return { [low]: value, [high]: fields[likely] };
  if (field === high && fields[low] === null) return { [low]: fields[likely], [high]: value };
  return { [field]: value };
}

function readCurrency(fields: LineFields, typed: string, about: About): ReadCell {
  const code = typed.toUpperCase();
  if (code !== '' && !currencySchema.safeParse(code).success) {
    return { ok: false, why: `“${typed}” is no currency code such as USD` };
  }
  return { ok: true, change: changeOfQuote(fields, code === '' ? null : code, about.currency) };
}

function readMonthCell(fields: LineFields, field: Field, typed: string, about: About): ReadCell {
  if (typed === '') return { ok: true, change: { [field]: null } };
  const month = readMonth(typed, about.renewalDate);
  if (month === null)
    return { ok: false, why: `“${typed}” is no month: write Jul 2030, or how many months after renewal` };
  if (field === 'startMonth' && fields.kind === 'one-time') return { ok: true, change: startOfOneTime(fields, month) };
  return { ok: true, change: { [field]: field === 'endMonth' ? month + 1 : month } };
}

/** What is paid within one month, or would end before it starts, ends with the month it starts in. */
function startOfOneTime({ startMonth, endMonth }: LineFields, month: number): Change {
  const follows = endMonth === null || endMonth === (startMonth ?? 0) + 1 || endMonth <= month;
  return { startMonth: month, ...(follows && { endMonth: month + 1 }) };
}

function readDay(field: 'basisOn' | 'rateOn', typed: string): ReadCell {
  if (typed === '') return { ok: true, change: { [field]: null } };
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed);
  const iso = dotted ? `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}` : typed;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(`${typed} UTC`);
  const day = Number.isNaN(parsed.getTime()) ? '' : parsed.toISOString().slice(0, 10);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? day === iso : day !== '' && /\d{4}/.test(typed);
  return exists
    ? { ok: true, change: { [field]: day } }
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

function readTiers(typed: string, about: About, mark: DecimalMark): ReadCell {
  if (typed === '') return { ok: true, change: { tiers: null } };
  const tiers: Tier[] = [];
  for (const band of typed.split(/[;\n]/)) {
    const match = /^\s*([^a-z]+?)(?:\s*(?:up to|to|until)\s+(.+?)|\s*(?:above|beyond|over))?\s*$/i.exec(band);
    const rate = readNumber(match?.[1] ?? '', { mark });
    const upTo = match?.[2] === undefined ? null : readNumber(match[2], { mark });
    if (rate.kind !== 'number' || (upTo && upTo.kind !== 'number')) {
      return { ok: false, why: `“${band.trim().slice(0, 40)}” is no band: write 10 % up to 1,800,000; 7 % above` };
    }
    const inOther = upTo?.kind === 'number' && upTo.currency !== undefined && !canMean(upTo.currency, about.currency);
    if (inOther)
      return { ok: false, why: `“${band.trim().slice(0, 40)}” is not in ${about.currency}: convert it first` };
    const fraction = rate.percent ? rate.value : hundredthOf(rate.value);
    tiers.push(upTo?.kind === 'number' ? { upTo: upTo.value, rate: fraction } : { rate: fraction });
  }
  return { ok: true, change: { tiers } };
}

function oneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ');
}
