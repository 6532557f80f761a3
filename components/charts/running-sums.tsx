import { LinePath } from '@visx/shape';
import { axisOver } from './axis';
import { gutter, HorizontalGrid } from './grid';
import { strokes, type Tone, texts } from './tones';

export type RunningSum = {
  readonly tone: Tone;
  readonly name: string;
  readonly text: string;
  /** One value a step, all lines alike. */
  readonly values: readonly number[];
};

/** A moment on the way: `step` is an index into the values, from its beginning on. */
export type Moment = { readonly step: number; readonly label: string; readonly strong?: boolean };

/** Sums that grow step by step, each line named at its end. */
export function RunningSums({
  lines,
  moments,
  ticks,
  height = 280,
}: {
  lines: readonly RunningSum[];
  moments: readonly Moment[];
  ticks: readonly { readonly step: number; readonly label: string }[];
  height?: number;
}) {
  const axis = axisOver(
    lines.flatMap(({ values }) => values),
    4,
  );
  const steps = lines[0]?.values.length ?? 1;
  const x = (step: number) => (step / steps) * 100;
  return (
    <div className={gutter}>
      <EndNames lines={lines} />
      <div className="relative" style={{ height }}>
        <HorizontalGrid axis={axis} />
        <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
          {moments.map(({ step, label, strong }) => (
            <line
              key={label}
              x1={`${x(step)}%`}
              x2={`${x(step)}%`}
              y1="0"
              y2="100%"
              strokeWidth={strong ? 1.5 : 1}
              strokeDasharray={strong ? undefined : '2 4'}
              className={strong ? 'stroke-ink' : 'stroke-strong-rule'}
            />
          ))}
        </svg>
        <svg
          className="absolute inset-0 size-full overflow-visible"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {lines.map(({ tone, values }) => (
            <LinePath
              key={tone}
              data={pointsOf(values)}
              x={([step]) => x(step)}
              y={([, value]) => 100 - axis.at(value)}
              fill="none"
              strokeWidth={2.5}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
              className={strokes[tone]}
            />
          ))}
        </svg>
        {moments.map(({ step, label, strong }, index) => (
          <span
            key={label}
            className={`absolute whitespace-nowrap bg-surface px-1 text-xs ${strong ? 'font-semibold' : 'text-muted'}`}
            style={{
              top: index * 20,
              ...(x(step) > 60 ? { right: `${100 - x(step)}%` } : { left: `${x(step)}%` }),
            }}
          >
            {label}
          </span>
        ))}
      </div>
      <svg className="block h-6 w-full overflow-visible" aria-hidden="true">
        {ticks.map(({ step, label }) => (
          <text
            key={step}
            x={`${x(step)}%`}
            y="17"
            textAnchor={x(step) < 4 ? 'start' : x(step) > 96 ? 'end' : 'middle'}
            className="fill-muted text-xs tabular-nums"
          >
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** From nothing at the beginning, each sum at the end of its step. */
function pointsOf(values: readonly number[]): [number, number][] {
  return [[0, 0], ...values.map((value, index): [number, number] => [index + 1, value])];
}

function EndNames({ lines }: { lines: readonly RunningSum[] }) {
  const byHeight = lines.toSorted((a, b) => (b.values.at(-1) ?? 0) - (a.values.at(-1) ?? 0));
  return (
    <div className="flex flex-col items-end pb-1 text-sm leading-tight">
      {byHeight.map(({ tone, name, text }) => (
        <span key={tone} className={texts[tone]}>
          {name} <span className="figures font-semibold">{text}</span>
        </span>
      ))}
    </div>
  );
}
