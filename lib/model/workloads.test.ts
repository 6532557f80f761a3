import { describe, expect, it } from 'vitest';
import { alternativeOf, certain, modelOf, oneTime, percent } from './testing/models';
import type { Line } from './types';
import { workloadsOf } from './workloads';

const line = (id: string, workload: string | undefined, cost: number): Line =>
  oneTime({ id, unitCost: certain(cost), ...(workload !== undefined && { workload }) });

function workloads(offer: readonly Line[], own: readonly Line[]) {
  const alternative = alternativeOf(own);
  return workloadsOf(alternative, modelOf(offer, alternative));
}

describe('cost per workload', () => {
  it('comes in the order of first lines, the offer’s before the alternative’s, lines without one last', () => {
    const rows = workloads(
      [line('loose', undefined, 5), line('mail', 'Mail', 100), line('azure', 'Azure', 200), line('mail2', 'Mail', 50)],
      [line('chat', 'Chat', 30), line('azure2', 'Azure', 120)],
    );
    expect(rows).toEqual([
      { workload: 'Mail', offer: 150, alternative: 0, leverage: 150 },
      { workload: 'Azure', offer: 200, alternative: 120, leverage: 80 },
      { workload: 'Chat', offer: 0, alternative: 30, leverage: -30 },
      { workload: '', offer: 5, alternative: 0, leverage: 5 },
    ]);
  });

  it('has no row for lines without a workload where every line has one', () => {
    expect(workloads([line('mail', 'Mail', 100)], []).map(({ workload }) => workload)).toEqual(['Mail']);
  });

  it('counts a percent line under its own workload, whatever it rests on: 10 % of 100 under Support', () => {
    const rows = workloads([line('mail', 'Mail', 100), percent({ workload: 'Support' })], []);
    expect(rows.map(({ workload, offer }) => [workload, offer])).toEqual([
      ['Mail', 100],
      ['Support', 10],
    ]);
  });

  it('of a model without lines is empty', () => {
    expect(workloads([], [])).toEqual([]);
  });
});
