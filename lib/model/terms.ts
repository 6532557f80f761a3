import { allInCost } from './totals';
import type { Line, Model, Offer, OfferTerms } from './types';

/** What each clause of the offer costs: its present value less that of the offer with the clause neutralised. */
export function termsOf(model: Model): OfferTerms {
  const { offer } = model;
  const full = allInCost(offer.lines, model, 'likely', offer);
  const digits = 1e6;
  const cost = (neutralised: Offer) =>
    Math.round((full - allInCost(neutralised.lines, model, 'likely', neutralised)) * digits) / digits + 0;
  const each = (change: (line: Line) => Line): Offer => ({ ...offer, lines: offer.lines.map(change) });
  return {
    renewalUplift: cost({
      ...each((line) => (line.kind === 'recurring' ? { ...line, renewalUplift: 0 } : line)),
      renewalUplift: 0,
    }),
    escalator: cost(each((line) => (line.kind === 'recurring' ? { ...line, escalator: 0 } : line))),
    growth: cost(each((line) => (line.kind === 'recurring' ? { ...line, growth: 0 } : line))),
    commitment: cost({ ...offer, lines: offer.lines.filter((line) => line.kind !== 'commitment') }),
    support: cost({
      ...offer,
      lines: offer.lines.filter((line) => line.kind !== 'percent' && line.kind !== 'graduated'),
    }),
  };
}
