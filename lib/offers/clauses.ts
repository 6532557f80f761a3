import type { Line, Offer, OfferTerms } from '@/lib/model/types';

/** The clauses that make an offer cost more than its first bill, by the model's names. */
export type ClauseKey = keyof OfferTerms;

/** The offer with some of its clauses neutralised, as the model does it for each alone: they compound, so together they save other than the sum. */
export function offerWithout(offer: Offer, off: ReadonlySet<ClauseKey>): Offer {
  const keeps = (line: Line) =>
    !(off.has('commitment') && line.kind === 'commitment') &&
    !(off.has('support') && (line.kind === 'percent' || line.kind === 'graduated'));
  return {
    ...offer,
    ...(off.has('renewalUplift') && { renewalUplift: 0 }),
    lines: offer.lines.filter(keeps).map((line) =>
      line.kind === 'recurring'
        ? {
            ...line,
            ...(off.has('renewalUplift') && { renewalUplift: 0 }),
            ...(off.has('escalator') && { escalator: 0 }),
            ...(off.has('growth') && { growth: 0 }),
          }
        : line,
    ),
  };
}
