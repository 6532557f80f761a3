import { comparedBy } from '@/lib/alternatives/compare';
import type { Model } from '@/lib/model/types';

/** What each alternative could give to a combined one: one workload, and what its own lines there cost. */
export type Combinable = {
  /** Empty for lines without a workload. */
  readonly workload: string;
  /** Present values in the order of the model's alternatives; null where one has no lines there to give. */
  readonly costs: readonly (number | null)[];
  /** The alternative whose lines cost least; one without lines does not cost nothing, it does not answer the need. */
  readonly cheapest: string;
};

/** The workloads of the alternatives, each with at least one that has lines there. */
export function combinable(model: Model): Combinable[] {
  return comparedBy('workload', model).flatMap(({ name, costs }) => {
    const offered = model.alternatives.map(({ id, lines }, index) => {
      const { run, switching } = costs[index] ?? { run: 0, switching: 0 };
      return { id, cost: lines.some((line) => (line.workload ?? '') === name) ? run + switching : null };
    });
    const [least] = offered
      .flatMap(({ id, cost }) => (cost === null ? [] : [{ id, cost }]))
      .toSorted((a, b) => a.cost - b.cost);
    return least ? [{ workload: name, costs: offered.map(({ cost }) => cost), cheapest: least.id }] : [];
  });
}
