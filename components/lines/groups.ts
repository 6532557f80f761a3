import { formatAmount } from '@/lib/format/money';
import type { Draft } from '@/lib/lines/drafts';
import { type Grouping, groupOf } from '@/lib/lines/groups';

export const groupings: readonly { readonly value: Grouping; readonly name: string }[] = [
  { value: 'workload', name: 'workload' },
  { value: 'category', name: 'category' },
  { value: 'part', name: 'part' },
];

/** What stands in the head of a group: what its lines cost together. */
export function summaryOf(
  group: readonly Draft[],
  groupBy: Grouping | null,
  together: ReadonlyMap<string, number> | null,
  currency: string,
): Readonly<Record<string, string>> {
  const [first] = group;
  const cost = first && groupBy !== null ? together?.get(groupOf(first, groupBy)) : undefined;
  return cost === undefined ? {} : { cost: formatAmount(cost, currency) };
}
