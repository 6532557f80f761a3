import { ratioOf } from './break-even';
import { sideOf } from './flows';
import { ledgerOf, totalOf } from './ledger';
import { planOf } from './plan';
import { readingOf } from './reading';
import { type LiveAlternative, recalculate } from './recalculate';
import { sensitivityOf } from './sensitivity';
import { type SimulationRun, simulate, simulationOf } from './simulation';
import { termsOf } from './terms';
import { presentValueOf, scenariosOf } from './totals';
import type { Alternative, AlternativeAssessment, Assessment, Line, Model, Reading } from './types';
import { workloadsOf } from './workloads';

/**
 * Everything the model says: both sides, each alternative against the offer, and the reading of the chosen one.
 * The same model, draws and seed give the same figures. Throws PlanCycle.
 */
export function assess(model: Model, { draws = 20_000, seed = 1 } = {}): Assessment {
  const live = recalculate(model);
  const run = simulate(model, { draws, seed });
  return {
    offer: {
      nominal: live.offer.nominal,
      presentValue: live.offer.presentValue,
      byYear: live.offer.byYear,
      scenarios: scenariosOf(model.offer.lines, model, model.offer),
      terms: termsOf(model),
    },
    alternatives: model.alternatives.map((alternative, index) =>
      alternativeAssessment(alternative, live.alternatives[index] as LiveAlternative, model, run),
    ),
    reading: readingsOf(model),
  };
}

function alternativeAssessment(
  alternative: Alternative,
  live: LiveAlternative,
  model: Model,
  run: SimulationRun,
): AlternativeAssessment {
  return {
    id: live.id,
    nominal: live.nominal,
    presentValue: live.presentValue,
    byYear: live.byYear,
    scenarios: scenariosOf(alternative.lines, model),
    run: live.run,
    switching: live.switching,
    vendorVersion: live.vendorVersion,
    inflation: inflationOf(alternative, model),
    leverage: live.leverage,
    breakEven: live.breakEven,
    sensitivity: sensitivityOf(alternative, model),
    byWorkload: workloadsOf(alternative, model),
    ...(alternative.plan && alternative.plan.length > 0 && { plan: planOf(alternative.plan, model.renewalDate) }),
    simulation: simulationOf(run, alternative),
  };
}

/** Claimed ÷ honest present value, over the switching lines that carry a claim; null where none does. */
export function inflationOf(alternative: Alternative, model: Model): number | null {
  const side = sideOf(model);
  const claims = (line: Line) => line.part === 'switching' && 'claimed' in line && line.claimed !== undefined;
  if (!alternative.lines.some(claims)) return null;
  const cost = (scenario: 'likely' | 'vendor') =>
    presentValueOf(totalOf(ledgerOf(alternative.lines, side, scenario), side, claims), model);
  return ratioOf(cost('vendor'), cost('likely'));
}

/** The reading of the chosen alternative on our figures, and on Microsoft's. */
export function readingsOf(model: Model): Reading {
  const live = recalculate(model);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen);
  const figures = live.alternatives.find(({ id }) => id === model.chosen);
  const facts = {
    offer: model.offer.lines.length > 0 ? live.offer.presentValue : null,
    threshold: model.threshold?.amount ?? null,
  };
  const costed = chosen && chosen.lines.length > 0 ? figures : undefined;
  return {
    verdict: readingOf({ ...facts, alternative: costed?.presentValue ?? null }),
    vendorVersion: readingOf({ ...facts, alternative: costed?.vendorVersion.presentValue ?? null }),
  };
}
