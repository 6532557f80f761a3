import { ledgerOf, totalOf } from './ledger';
import { presentValueOf } from './present-value';
import { inUnits, sideOf } from './side';
import type { Alternative, Line, Model, WorkloadRow } from './types';

const workloadOf = (line: Line) => line.workload ?? '';

/** Present value of both sides per workload, in order of its first line, offer first; lines without one last. */
export function workloadsOf(alternative: Alternative, model: Model): WorkloadRow[] {
  const offerSide = sideOf(model, model.offer);
  const side = sideOf(model);
  const offer = ledgerOf(model.offer.lines, offerSide, 'likely');
  const own = ledgerOf(alternative.lines, side, 'likely');
  const found = new Set([...model.offer.lines, ...alternative.lines].map(workloadOf));
  const named = [...found].filter((workload) => workload !== '');
  return (found.has('') ? [...named, ''] : named).map((workload) => {
    const belongs = (line: Line) => workloadOf(line) === workload;
    const offerCost = presentValueOf(totalOf(offer, offerSide, belongs), model);
    const ownCost = presentValueOf(totalOf(own, side, belongs), model);
    return {
      workload,
      offer: inUnits(offerCost, side),
      alternative: inUnits(ownCost, side),
      leverage: inUnits(offerCost - ownCost, side),
    };
  });
}
