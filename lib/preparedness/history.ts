import { type PillarName, pillarNames } from '@/lib/readiness/criterion';
import { type Level, levelOf, type PillarStates, type State } from '@/lib/readiness/level';

/** A pillar's state changed on a day, an ISO calendar date. In the order in which it happened. */
export type PillarChange = { readonly pillar: PillarName; readonly state: State; readonly on: string };

/** From a day on, until the next. */
export type Since<Value> = { readonly on: string; readonly is: Value };

const nothing = Object.fromEntries(pillarNames.map((name) => [name, 'absent'])) as PillarStates;

/** How a pillar stood, day by day: what was taken back within a day is not told. */
export function courseOfPillar(changes: readonly PillarChange[], pillar: PillarName): Since<State>[] {
  return settled(changes.filter((change) => change.pillar === pillar).map(({ on, state }) => ({ on, is: state })));
}

/** How the level moved, from the first change on. For whoever sees the changes of all six pillars. */
export function courseOfLevel(changes: readonly PillarChange[]): Since<Level>[] {
  let states = nothing;
  return settled(
    changes.map(({ on, pillar, state }) => {
      states = { ...states, [pillar]: state };
      return { on, is: levelOf(states) };
    }),
  );
}

/** How the pillars stood on a day: as they were at that day's end. Changes in the order in which they happened. */
export function stateOn(changes: readonly PillarChange[], day: string): PillarStates {
  const last = (pillar: PillarName) => changes.findLast((change) => change.pillar === pillar && change.on <= day);
  return Object.fromEntries(pillarNames.map((name) => [name, last(name)?.state ?? 'absent'])) as PillarStates;
}

/** The level on a day: what it was at that day's end. */
export function levelOn(changes: readonly PillarChange[], day: string): Level {
  return levelOf(stateOn(changes, day));
}

/** The last word of each day, and only where it differs from the day before's. */
function settled<Value>(points: readonly Since<Value>[]): Since<Value>[] {
  const ends = points.filter(({ on }, index) => points[index + 1]?.on !== on);
  return ends.filter(({ is }, index) => ends[index - 1]?.is !== is);
}
