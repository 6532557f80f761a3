import type { Bench, BenchSide } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { costsOfLines, standing } from '@/lib/lines/live';
import { monthsBefore } from '@/lib/model/plan';
import type { Model } from '@/lib/model/types';
import type { GroundedLine } from '@/lib/readiness/grounding';

/** The lines of a side as their grounding is judged: as they stand in this browser. What is not complete costs nothing. */
export function groundedLines(side: BenchSide, bench: Bench, model: Model): GroundedLine[] {
  const costs = costsOfLines(side, bench.about, model);
  const endsOn = datesAfter(model.renewalDate);
  return standing(side.drafts).flatMap((draft) => {
    const presentValue = costs.get(draft.id);
    if (presentValue === undefined) return [];
    const { basis, basisOn, endMonth } = fieldsOfDraft(draft);
    return [{ id: draft.id, presentValue, basis, basisOn, endsOn: endsOn(endMonth ?? 0) }];
  });
}

/** Dates by months after another: thousands of lines end in a handful of months. */
function datesAfter(date: string): (months: number) => string {
  const known = new Map<number, string>();
  return (months) => {
    const found = known.get(months) ?? monthsBefore(date, -months);
    known.set(months, found);
    return found;
  };
}
