import { costOfOffer } from '@/lib/engagements/present-value';
import type { EngagementRecord } from '@/lib/engagements/record';
import { modelOf } from '@/lib/engagements/record';

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
  /** The line in force when it arrived. Only for whoever may see it; null where none was, or the day is not known. */
  readonly lineThen?: number | null;
};

/** A line leadership drew, from the day its quorum was complete. ISO calendar date. */
export type PastLine = { readonly amount: number; readonly from: string };

/** The offers in order of arrival; null while there are not two with lines to compare. */
export function offersSoFar(
  engagement: EngagementRecord,
  alternative: number | null,
  drawn: readonly PastLine[] = [],
): readonly OfferPoint[] | null {
  const model = modelOf(engagement);
  const points: OfferPoint[] = [];
  for (const offer of engagement.offers) {
    if (offer.lines.length === 0) continue;
    const { number, label, receivedOn } = offer;
    const presentValue = costOfOffer(offer, model);
    const before = points.at(-1)?.presentValue;
    points.push({
      number,
      label,
      receivedOn,
      presentValue,
      change: before === undefined ? null : presentValue - before,
      leverage: alternative === null ? null : presentValue - alternative,
      ...(drawn.length > 0 && {
        lineThen: (receivedOn && drawn.findLast(({ from }) => from <= receivedOn)?.amount) || null,
      }),
    });
  }
  return points.length > 1 ? points : null;
}
