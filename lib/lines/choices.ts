import type { About, Field } from '@/lib/lines/fields';
import type { LineKind } from '@/lib/model/types';

/** Cells in which one chooses: what there is to choose from, and what else people write for it. */

const kindNames: Readonly<Record<LineKind, string>> = {
  recurring: 'Recurring',
  'one-time': 'One-time',
  percent: 'Percent',
  commitment: 'Commitment',
  graduated: 'Graduated',
};

type Choices = readonly { readonly value: string; readonly name: string }[];

export const choices: Partial<Readonly<Record<Field, Choices>>> = {
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

/** What there is to choose from in a cell; undefined where anything can be written. */
export function optionsOf(field: Field, { people = [] }: About): Choices | undefined {
  return field === 'ownerId' ? people.map(({ name }) => ({ value: name, name })) : choices[field];
}

/** What German spreadsheets write. */
const german: Readonly<Record<string, string>> = {
  laufend: 'recurring',
  wiederkehrend: 'recurring',
  einmalig: 'one-time',
  prozent: 'percent',
  betrieb: 'run',
  umstellung: 'switching',
  wechsel: 'switching',
  monat: 'month',
  jahr: 'year',
  monatlich: 'monthly',
  vierteljährlich: 'quarterly',
  quartalsweise: 'quarterly',
  jährlich: 'annually',
  vertrag: 'contract',
  angebot: 'quote',
  gemessen: 'measured',
  richtwert: 'benchmark',
  schätzung: 'judgement',
  herstellerangabe: 'vendor claim',
};

/** The value a text chooses, whole or as far as only one begins with it. */
export function choiceOf(field: Field, typed: string): string | undefined {
  const wanted = typed.toLowerCase().replace(/[\s_-]+/g, ' ');
  const fits = (text: string) => text.toLowerCase().replace(/-/g, ' ') === wanted;
  const options = choices[field] ?? [];
  const exact = options.find((one) => fits(one.value) || fits(one.name));
  const begun = options.filter((one) => wanted !== '' && one.name.toLowerCase().startsWith(wanted));
  const translated = options.find(({ value }) => value === german[wanted]);
  return (exact ?? translated ?? (begun.length === 1 ? begun[0] : undefined))?.value;
}

/** Why a text chooses nothing. */
export function refusedChoice(field: Field, typed: string): { readonly ok: false; readonly why: string } {
  const names = (choices[field] ?? []).map((one) => one.name).join(', ');
  return { ok: false, why: typed === '' ? `Choose one of ${names}` : `“${typed}” is none of ${names}` };
}
