import { ratioOf } from './break-even';
import { ledgerOf, totalOf } from './ledger';
import { planOf } from './plan';
import { presentValueOf } from './present-value';
import { readingOf } from './reading';
import { isClaimed, type LiveAlternative, type LiveTotals, recalculate } from './recalculate';
import { sensitivityOf } from './sensitivity';
import { sideOf } from './side';
import { type SimulationRun, simulate, simulationOf } from './simulation';
import { termsOf } from './terms';
import { scenariosOf } from './totals';
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
      ...live.offer,
      scenarios: scenariosOf(model.offer.lines, model, model.offer),
      terms: termsOf(model),
    },
    alternatives: model.alternatives.map((alternative, index) =>
      alternativeAssessment(alternative, live.alternatives[index] as LiveAlternative, model, run),
    ),
    reading: readingsOf(model, live),
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
    ...(alternative.plan?.length && { plan: planOf(alternative.plan, model.renewalDate) }),
    simulation: simulationOf(run, alternative),
  };
}

/** Claimed ÷ honest present value, over the switching lines that carry a claim; null where none does. */
export function inflationOf(alternative: Alternative, model: Model): number | null {
  const side = sideOf(model);
  const counts = (line: Line) => line.part === 'switching' && isClaimed(line);
  if (!alternative.lines.some(counts)) return null;
  const cost = (scenario: 'likely' | 'vendor') =>
    presentValueOf(totalOf(ledgerOf(alternative.lines, side, scenario), side, counts), model);
  return ratioOf(cost('vendor'), cost('likely'));
}

/** The reading of the chosen alternative on our figures, and on Microsoft's. */
export function readingsOf(model: Model, live: LiveTotals = recalculate(model)): Reading {
  const index = model.alternatives.findIndex(({ id, lines }) => id === model.chosen && lines.length > 0);
  const chosen = live.alternatives[index];
  const facts = {
    offer: model.offer.lines.length > 0 ? live.offer.presentValue : null,
    threshold: model.threshold?.amount ?? null,
  };
  return {
    verdict: readingOf({ ...facts, alternative: chosen?.presentValue ?? null }),
    vendorVersion: readingOf({ ...facts, alternative: chosen?.vendorVersion.presentValue ?? null }),
  };
}
