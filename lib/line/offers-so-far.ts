import type { EngagementRecord } from '@/lib/engagements/record';
import { modelOf } from '@/lib/engagements/record';
import { allInCost } from '@/lib/model/totals';

/** An offer of the past or the one that stands, as an all-in cost. */
export type OfferPoint = {
  readonly number: number;
  readonly label: string;
  readonly receivedOn: string | null;
  readonly presentValue: number;
  /** Against the offer before it; null for the first. */
  readonly change: number | null;
  /** What staying at this offer would cost more than leaving; null while no alternative is costed. */
  readonly leverage: number | null;
};

/** The offers in order of arrival; null while there are not two with lines to compare. */
export function offersSoFar(engagement: EngagementRecord, alternative: number | null): readonly OfferPoint[] | null {
  const model = modelOf(engagement);
  const points: OfferPoint[] = [];
  for (const { number, label, receivedOn, termMonths, renewalUplift, lines } of engagement.offers) {
    if (lines.length === 0) continue;
    const offer = { label, termMonths, renewalUplift, lines: lines.map((record) => record.line) };
    const presentValue = allInCost(offer.lines, model, 'likely', offer);
    const before = points.at(-1)?.presentValue;
    points.push({
      number,
      label,
      receivedOn,
      presentValue,
      change: before === undefined ? null : presentValue - before,
      leverage: alternative === null ? null : presentValue - alternative,
    });
  }
  return points.length > 1 ? points : null;
}
