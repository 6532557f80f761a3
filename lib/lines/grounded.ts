import type { Bench, BenchSide } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { costsOfLines, standing } from '@/lib/lines/live';
import { monthsBefore } from '@/lib/model/plan';
import type { Model } from '@/lib/model/types';
import type { GroundedLine } from '@/lib/readiness/grounding';

/** The lines of a side as their grounding is judged: as they stand in this browser. What is not complete costs nothing. */
export function groundedLines(side: BenchSide, bench: Bench, model: Model): GroundedLine[] {
  const costs = costsOfLines(side, bench.about, model);
  return standing(side.drafts).flatMap((draft) => {
    const presentValue = costs.get(draft.id);
    if (presentValue === undefined) return [];
    const { basis, basisOn, endMonth } = fieldsOfDraft(draft);
    return [{ id: draft.id, presentValue, basis, basisOn, endsOn: monthsBefore(model.renewalDate, -(endMonth ?? 0)) }];
  });
}
