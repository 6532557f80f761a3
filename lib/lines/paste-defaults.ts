import { cellText } from '@/lib/lines/cells';
import { choiceOf } from '@/lib/lines/choices';
import {
  type About,
  type Change,
  changeOfKind,
  type Field,
  fieldNames,
  hasField,
  type LineFields,
  type SideKind,
} from '@/lib/lines/fields';
import { standardCategoriesOf } from '@/lib/readiness/categories';

/** What a pasted row does not say of a new line, and what is chosen for it. */

export type Chosen = Partial<Readonly<Record<Field, string>>>;

const ofRecurring: readonly Field[] = ['per', 'billed', 'escalator', 'growth', 'renewalUplift', 'termMonths'];

/** What switching takes is paid once, unless the row says how often: so is a row of a category that switching has. */
export function switchingDefaults(
  start: LineFields,
  side: SideKind,
  about: About,
  given: (field: Field) => string,
): Change {
  if (side === 'offer') return {};
  const follows = given('part') === '' && standardCategoriesOf(given('category')).length > 0;
  const part = follows ? 'switching' : given('part') === '' ? start.part : choiceOf('part', given('part'));
  const recurring = given('kind') !== '' || ofRecurring.some((field) => given(field) !== '');
  const once = part === 'switching' && !recurring;
  return { ...(follows && { part: 'switching' }), ...(once && changeOfKind(start, 'one-time', about)) };
}

const foreseen: readonly Field[] = [
  'category',
  'workload',
  'part',
  'kind',
  'quantity',
  'per',
  'billed',
  'startMonth',
  'endMonth',
];

export function chosenFor(fields: LineFields, side: SideKind, about: About, given: (field: Field) => string) {
  const chosen = foreseen.flatMap((field) => {
    const text = given(field) === '' && hasField(fields, side, field) ? cellText(fields, field, about) : '';
    return text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(chosen) as Chosen;
}

/** What was chosen for the new lines, in words: “Kind: One-time (3 rows)”. */
export function chosenWords(rows: readonly { readonly chosen: Chosen }[]): string[] {
  const counts = new Map<string, number>();
  for (const { chosen } of rows) {
    for (const [field, text] of Object.entries(chosen)) {
      const words = `${fieldNames[field as Field]}: ${text}`;
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return [...counts].map(([words, count]) => `${words} (${count === 1 ? 'one row' : `${count} rows`})`);
}
