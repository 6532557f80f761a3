import { breakEvenDiscount, breakEvenMonth, switchingMultiple } from './break-even';
import { addTo, ledgerOf, totalOf } from './ledger';
import { presentValueOf } from './present-value';
import { type Flows, inUnits, sideOf } from './side';
import { byYearOf, nominalOf } from './totals';
import type { Alternative, AlternativeAssessment, Line, Model, OfferAssessment } from './types';

/** The figures that move while somebody types: everything of an assessment that takes no second look at each line. */
export type LiveTotals = {
  readonly offer: Pick<OfferAssessment, 'nominal' | 'presentValue' | 'byYear'>;
  readonly alternatives: readonly LiveAlternative[];
};

export type LiveAlternative = Pick<
  AlternativeAssessment,
  'id' | 'nominal' | 'presentValue' | 'byYear' | 'run' | 'switching' | 'vendorVersion' | 'leverage' | 'breakEven'
>;

/**
 * The live totals of a model. Flows are remembered by line, so after an edit, which makes one new line and keeps
 * the others, only that line and those resting on its category are computed again.
 */
export function recalculate(model: Model): LiveTotals {
  const side = sideOf(model, model.offer);
  const flows = totalOf(ledgerOf(model.offer.lines, side, 'likely'), side);
  const presentValue = presentValueOf(flows, model);
  return {
    offer: {
      nominal: inUnits(nominalOf(flows), side),
      presentValue: inUnits(presentValue, side),
      byYear: byYearOf(flows, side),
    },
    alternatives: model.alternatives.map((alternative) => liveAlternative(alternative, model, { flows, presentValue })),
  };
}

/** `offer` in minor units. */
function liveAlternative(
  alternative: Alternative,
  model: Model,
  offer: { flows: Flows; presentValue: number },
): LiveAlternative {
  const side = sideOf(model);
  const honest = costOf(alternative, model, 'likely');
  const vendor = alternative.lines.some(isClaimed) ? costOf(alternative, model, 'vendor') : honest;
  return {
    id: alternative.id,
    nominal: inUnits(honest.nominal, side),
    presentValue: inUnits(honest.presentValue, side),
    byYear: byYearOf(honest.flows, side),
    run: inUnits(honest.run, side),
    switching: inUnits(honest.switching, side),
    vendorVersion: {
      nominal: inUnits(vendor.nominal, side),
      presentValue: inUnits(vendor.presentValue, side),
      switching: inUnits(vendor.switching, side),
    },
    leverage: inUnits(offer.presentValue - honest.presentValue, side),
    breakEven: {
      discount: breakEvenDiscount(offer.presentValue, honest.presentValue),
      switchingMultiple: switchingMultiple(offer.presentValue, honest.run, honest.switching),
      month: breakEvenMonth(offer.flows, honest.flows),
    },
  };
}

/** Whether Microsoft has named a figure for the line. */
export function isClaimed(line: Line): boolean {
  return 'claimed' in line && line.claimed !== undefined;
}

/** An alternative's flows and their totals, in minor units. */
function costOf(alternative: Alternative, model: Model, scenario: 'likely' | 'vendor') {
  const side = sideOf(model);
  const ledger = ledgerOf(alternative.lines, side, scenario);
  const runFlows = totalOf(ledger, side, (line) => line.part === 'run');
  const switchingFlows = totalOf(ledger, side, (line) => line.part === 'switching');
  const flows = runFlows.slice();
  addTo(flows, switchingFlows);
  return {
    flows,
    nominal: nominalOf(flows),
    presentValue: presentValueOf(flows, model),
    run: presentValueOf(runFlows, model),
    switching: presentValueOf(switchingFlows, model),
  };
}
