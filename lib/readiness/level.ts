import { type PillarName, pillarNames } from './criterion';

export const states = ['absent', 'forming', 'real'] as const;
export type State = (typeof states)[number];
export type PillarStates = Readonly<Record<PillarName, State>>;

export const levels = ['hollow', 'forming', 'credible'] as const;
export type Level = (typeof levels)[number];

/** The chain's weakest link, not an average. */
export function levelOf(pillars: PillarStates): Level {
  if (pillars.alternative === 'absent' || pillars.leadership === 'absent') return 'hollow';
  return pillarNames.every((name) => pillars[name] === 'real') ? 'credible' : 'forming';
}

/** The pillar that decides the level, first in the order of the pillars; null at `credible`. */
export function weakestLink(pillars: PillarStates): PillarName | null {
  const first = (names: readonly PillarName[], state: State) => names.find((name) => pillars[name] === state);
  return (
    first(['alternative', 'leadership'], 'absent') ??
    first(pillarNames, 'absent') ??
    first(pillarNames, 'forming') ??
    null
  );
}

const counts = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

/** Whether the walk may be raised, said plainly. */
export function saying(pillars: PillarStates): { readonly title: string; readonly detail: string } {
  const real = pillarNames.filter((name) => pillars[name] === 'real').length;
  if (levelOf(pillars) === 'credible') {
    return {
      title: 'The position is credible: the walk may be raised.',
      detail: 'All six pillars are real. Strongest is still what is evident and not spoken.',
    };
  }
  return {
    title: `Hold: ${(counts[real] ?? '').toLowerCase()} of six ${real === 1 ? 'is' : 'are'} real.`,
    detail: 'Do not raise the walk.',
  };
}

/** The weaker of two states. */
export function weaker(one: State, other: State): State {
  return states.indexOf(one) < states.indexOf(other) ? one : other;
}
