import type { Check } from './check';
import { actionsOnly } from './laws/actions';
import { lengths } from './laws/lengths';
import { machines } from './laws/machines';
import { marks } from './laws/marks';
import { names } from './laws/names';
import { purity } from './laws/purity';
import { versions } from './laws/versions';
import { views } from './laws/views';
import { codeFiles } from './sources';

const laws = [actionsOnly, versions, views, purity, names, marks, lengths, machines];

/** The laws of the house that no tool knows. */
export const ownLaws: Check = {
  name: 'laws of the house',
  async run(root) {
    if (codeFiles(root).length === 0) throw new Error('there is nothing to check');
    return laws.flatMap((law) => law(root));
  },
};
