import type { Check, Problem } from './check';
import { actions } from './laws/actions';
import { doors } from './laws/doors';
import { lengths } from './laws/lengths';
import { machines } from './laws/machines';
import { marks } from './laws/marks';
import { names } from './laws/names';
import { purity } from './laws/purity';
import { versions } from './laws/versions';
import { views } from './laws/views';
import { codeFiles } from './sources';

/** By their names, each of which has a breach in breaches.ts. */
export const laws: Readonly<Record<string, (root: string) => readonly Problem[]>> = {
  actions,
  doors,
  versions,
  views,
  purity,
  names,
  marks,
  lengths,
  machines,
};

/** The laws of the house that no tool knows. */
export const ownLaws: Check = {
  name: 'laws of the house',
  async run(root) {
    if (codeFiles(root).length === 0) throw new Error('there is nothing to check');
    return Object.values(laws).flatMap((law) => law(root));
  },
};
