import type { BenchSide } from '@/lib/lines/bench-sides';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import type { About } from '@/lib/lines/fields';
import { ledgerOf, totalOf } from '@/lib/model/ledger';
import { presentValueOf } from '@/lib/model/present-value';
import { inUnits, sideOf } from '@/lib/model/side';
import type { Line, Model, Offer } from '@/lib/model/types';

/** What lines can stand together by. */
export type Grouping = 'workload' | 'category' | 'part';

export function groupOf(draft: Draft, by: Grouping): string {
  return fieldsOfDraft(draft)[by] ?? '';
}

/**
 * What the lines of each group cost together, all-in: their flows summed, and the present value rounded once. So it
 * can differ from the sum of the lines' own present values by a minor unit.
 */
export function groupCosts(
  by: Grouping,
  side: BenchSide,
  about: About,
  model: Model,
  offer?: Offer,
): ReadonlyMap<string, number> {
  const groups = new Map<Line, string>();
  for (const draft of side.drafts) {
    const { line } = readDraft(draft, side.kind, about);
    if (line && draft.removal === 'none') groups.set(line, groupOf(draft, by));
  }
  const terms = sideOf(model, offer);
  const ledger = ledgerOf([...groups.keys()], terms, 'likely');
  const costs = new Map<string, number>();
  for (const group of new Set(groups.values())) {
    const flows = totalOf(ledger, terms, (line) => groups.get(line) === group);
    costs.set(group, inUnits(presentValueOf(flows, model), terms));
  }
  return costs;
}
