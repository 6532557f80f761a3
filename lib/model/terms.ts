import { inUnits, sideOf } from './side';
import { presentCost } from './totals';
import type { Line, Model, Offer, OfferTerms, RecurringLine } from './types';

/** What each clause of the offer costs: its present value less that of the offer with the clause neutralised. */
export function termsOf(model: Model): OfferTerms {
  const { offer } = model;
  const costOf = (version: Offer) => presentCost(version.lines, model, 'likely', version);
  const full = costOf(offer);
  const saved = (neutralised: Offer) => inUnits(full - costOf(neutralised), sideOf(model));
  const without = (...kinds: Line['kind'][]): Offer => ({
    ...offer,
    lines: offer.lines.filter((line) => !kinds.includes(line.kind)),
  });
  return {
    renewalUplift: saved({ ...withRecurring(offer, { renewalUplift: 0 }), renewalUplift: 0 }),
    escalator: saved(withRecurring(offer, { escalator: 0 })),
    growth: saved(withRecurring(offer, { growth: 0 })),
    commitment: saved(without('commitment')),
    support: saved(without('percent', 'graduated')),
  };
}

function withRecurring(offer: Offer, change: Partial<RecurringLine>): Offer {
  return { ...offer, lines: offer.lines.map((line) => (line.kind === 'recurring' ? { ...line, ...change } : line)) };
}
