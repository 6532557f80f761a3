import * as alternative from './alternative';
import * as clock from './clock';
import {
  type Criterion,
  type CriterionId,
  criteria,
  criterionIds,
  type Finding,
  type PillarName,
  pillarNames,
} from './criterion';
import type { Facts } from './facts';
import { type Level, levelOf, type PillarStates, type State } from './level';
import * as people from './people';

export type Pillar = { readonly name: PillarName; readonly state: State; readonly criteria: readonly Criterion[] };

export type Readiness = {
  readonly pillars: readonly Pillar[];
  readonly level: Level;
  /** Whether the walk may be raised at all: at `credible`, and even then it is evident, not spoken. */
  readonly mayRaise: boolean;
  /** What is missing, in the order in which it should be mended. */
  readonly next: readonly Criterion[];
};

const rules: Readonly<Record<CriterionId, (facts: Facts, today: string) => Finding>> = {
  A1: (facts) => alternative.chosen(facts.alternative),
  A2: (facts) => alternative.ranged(facts.alternative),
  A3: (facts, today) => alternative.grounded(facts.alternative, today),
  A4: (facts) => alternative.reviewed(facts.alternative),
  S1: (facts) => alternative.complete(facts.alternative),
  S2: (facts) => alternative.independent(facts.alternative),
  S3: (facts) => alternative.answered(facts.claims),
  P1: (facts) => clock.planned(facts.alternative),
  P2: (facts, today) => clock.inTime(facts.alternative, today),
  L1: (facts) => people.approved(facts.threshold),
  L2: (facts) => people.standing(facts.threshold),
  L3: (facts) => people.stated(facts.threshold),
  T1: (facts) => clock.dated(facts),
  T2: (facts, today) => clock.onCourse(facts, today),
  T3: (facts, today) => clock.owned(facts, today),
  Q1: (facts) => people.briefed(facts.posture),
  Q2: (facts) => people.evident(facts.posture),
  Q3: (facts) => people.unspoken(facts.posture),
};

/** How ready an engagement is on a calendar day of its own time zone. Nobody ticks a pillar. */
export function readinessOf(facts: Facts, today: string): Readiness {
  const pillars = pillarNames.map((name) => {
    const own = criterionIds
      .filter((id) => criteria[id].pillar === name)
      .map((id): Criterion => {
        const { met, reason, gaps, overdue } = rules[id](facts, today);
        return { id, met, reason, gaps, overdue };
      });
    return { name, state: stateOf(own), criteria: own };
  });
  const level = levelOf(statesOf(pillars));
  return { pillars, level, mayRaise: level === 'credible', next: nextOf(pillars) };
}

/** Real when all criteria are met, forming when some are, absent when none is. */
function stateOf(own: readonly Criterion[]): State {
  const count = own.filter(({ met }) => met).length;
  return count === own.length ? 'real' : count > 0 ? 'forming' : 'absent';
}

export function statesOf(pillars: readonly Pick<Pillar, 'name' | 'state'>[]): PillarStates {
  return Object.fromEntries(pillars.map(({ name, state }) => [name, state])) as PillarStates;
}

/** What is missing: what is overdue first, then in the order of the pillars. */
export function nextOf(pillars: readonly Pillar[]): Criterion[] {
  const open = pillars.flatMap((pillar) => pillar.criteria.filter(({ met }) => !met));
  return [...open.filter(({ overdue }) => overdue), ...open.filter(({ overdue }) => !overdue)];
}
