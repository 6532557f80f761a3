import type { Level, State } from '@/lib/readiness/level';

const marks: Readonly<Record<State, string>> = { absent: '○', forming: '◐', real: '●' };
const tones: Readonly<Record<State, string>> = { absent: 'text-bad', forming: 'text-warn', real: 'text-good' };

/** A pillar's state by its shape, its word and its colour. */
export function StateMark({ state }: { state: State }) {
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-medium ${tones[state]}`}>
      <span aria-hidden="true">{marks[state]}</span>
      {state}
    </span>
  );
}

const levelMarks: Readonly<Record<Level, string>> = { hollow: '○', forming: '◐', credible: '●' };
const levelTones: Readonly<Record<Level, string>> = {
  hollow: 'text-bad',
  forming: 'text-warn',
  credible: 'text-good',
};

export function LevelMark({ level }: { level: Level }) {
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap font-medium ${levelTones[level]}`}>
      <span aria-hidden="true">{levelMarks[level]}</span>
      {level}
    </span>
  );
}
