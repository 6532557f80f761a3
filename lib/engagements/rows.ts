import type { alternatives, choices, planSteps } from '@/db/schema/alternatives';
import type { engagements } from '@/db/schema/engagements';
import type { lines } from '@/db/schema/lines';
import type { offers } from '@/db/schema/offers';
import type { Member } from '@/lib/access/permissions';
import type { EngagementFigures } from '@/lib/engagements/record';
import { lineRecordOf } from '@/lib/lines/row';

/** What the tables hold of one engagement or several, each list in its order. */
export type Rows = {
  readonly offers: readonly (typeof offers.$inferSelect)[];
  readonly alternatives: readonly (typeof alternatives.$inferSelect)[];
  readonly lines: readonly (typeof lines.$inferSelect)[];
  readonly steps: readonly (typeof planSteps.$inferSelect)[];
  /** The newest of each engagement. */
  readonly choices: readonly (typeof choices.$inferSelect)[];
};

/** Makes records of rows, each row looked at once, however many engagements there are. They have no threshold yet. */
export function recordsOf(
  theirs: readonly { readonly engagement: typeof engagements.$inferSelect; readonly member: Member }[],
  rows: Rows,
): { readonly record: EngagementFigures; readonly chosenId: string | null }[] {
  const offersIn = Map.groupBy(rows.offers, (row) => row.engagementId);
  const alternativesIn = Map.groupBy(rows.alternatives, (row) => row.engagementId);
  const linesOn = Map.groupBy(rows.lines, (row) => row.offerId ?? row.alternativeId);
  const stepsOf = Map.groupBy(rows.steps, (row) => row.alternativeId);
  const choiceIn = new Map(rows.choices.map((row) => [row.engagementId, row.alternativeId]));
  return theirs.map(({ engagement, member }) => {
    const alternativeRows = alternativesIn.get(engagement.id) ?? [];
    const chosenId = choiceIn.get(engagement.id) ?? null;
    const record: EngagementFigures = {
      id: engagement.id,
      client: engagement.client,
      story: engagement.story,
      sources: engagement.sources,
      currency: engagement.currency,
      renewalDate: engagement.renewalDate,
      noticeOn: engagement.noticeOn,
      horizonMonths: engagement.horizonMonths,
      discountRate: engagement.discountRate,
      correlation: engagement.correlation,
      timeZone: engagement.timeZone,
      version: engagement.version,
      member,
      offers: (offersIn.get(engagement.id) ?? []).map((offer) => ({
        id: offer.id,
        number: offer.number,
        label: offer.label,
        receivedOn: offer.receivedOn,
        expiresOn: offer.expiresOn,
        source: offer.source,
        termMonths: offer.termMonths,
        renewalUplift: offer.renewalUplift,
        version: offer.version,
        lines: (linesOn.get(offer.id) ?? []).map(lineRecordOf),
      })),
      alternatives: alternativeRows.map((alternative) => ({
        id: alternative.id,
        key: alternative.key,
        label: alternative.label,
        kind: alternative.kind,
        version: alternative.version,
        lines: (linesOn.get(alternative.id) ?? []).map(lineRecordOf),
        plan: (stepsOf.get(alternative.id) ?? []).map((step) => ({
          id: step.key,
          label: step.label,
          months: step.months,
          after: step.after,
        })),
      })),
      chosen: alternativeRows.find(({ id }) => id === chosenId)?.key ?? null,
      threshold: null,
      proposedAmount: null,
      thresholdAbsence: null,
      thresholdStale: false,
    };
    return { record, chosenId };
  });
}
