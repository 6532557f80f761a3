import { axisOver } from './axis';
import { ScaleLabels, VerticalGrid } from './grid';
import { fills, type Tone, texts } from './tones';

export type Pair = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    readonly text: string;
    readonly tone: Tone;
  }[];
};

/** Two sides under one name, on one scale: which is longer is the whole message. */
export function PairedBars({ pairs }: { pairs: readonly Pair[] }) {
  const axis = axisOver(
    pairs.flatMap(({ bars }) => bars.map(({ value }) => value)),
    4,
  );
  return (
    <>
      <div className="relative space-y-4 pb-2">
        <div className="absolute inset-y-0 right-0 left-24">
          <VerticalGrid axis={axis} />
        </div>
        {pairs.map(({ key, label, text, bars }) => (
          <div key={key} className="relative">
            <div className="flex items-baseline justify-between gap-4 pb-1 text-sm">
              <span className="bg-surface pr-2 font-semibold">{label}</span>
              <span className="figures whitespace-nowrap bg-surface pl-2">{text}</span>
            </div>
            {bars.map((bar) => {
              const from = Math.min(axis.at(0), axis.at(bar.value));
              return (
                <div key={bar.name} className="flex h-5 items-center text-xs">
                  <span className={`figures w-24 shrink-0 ${texts[bar.tone]}`}>{bar.text}</span>
                  <svg className="h-3.5 w-full" aria-hidden="true">
                    <rect
                      x={`${from}%`}
                      width={`${Math.abs(axis.at(bar.value) - axis.at(0))}%`}
                      y="0"
                      height="14"
                      className={fills[bar.tone]}
                    />
                  </svg>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div className="pl-24">
        <ScaleLabels axis={axis} />
      </div>
    </>
  );
}
