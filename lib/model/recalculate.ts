import { breakEvenDiscount, breakEvenMonth, switchingMultiple } from './break-even';
import { type Flows, sideOf } from './flows';
import { addTo, ledgerOf, totalOf } from './ledger';
import { byYearOf, inUnits, nominalOf, presentValueOf } from './totals';
import type { Alternative, AlternativeAssessment, ByYear, Model } from './types';

/** The figures that move while somebody types: everything of an assessment that takes no second look at each line. */
export type LiveTotals = {
  readonly offer: { readonly nominal: number; readonly presentValue: number; readonly byYear: ByYear };
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
  const honest = partsOf(alternative, model, 'likely');
  const vendor = alternative.lines.some((line) => 'claimed' in line) ? partsOf(alternative, model, 'vendor') : honest;
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

function partsOf(alternative: Alternative, model: Model, scenario: 'likely' | 'vendor') {
  const side = sideOf(model);
  const ledger = ledgerOf(alternative.lines, side, scenario);
  const flows = totalOf(ledger, side, (line) => line.part === 'run');
  const run = presentValueOf(flows, model);
  const switchingFlows = totalOf(ledger, side, (line) => line.part === 'switching');
  const switching = presentValueOf(switchingFlows, model);
  addTo(flows, switchingFlows);
  return { flows, run, switching, nominal: nominalOf(flows), presentValue: presentValueOf(flows, model) };
}
