import { axisBetween } from './axis';
import { ScaleLabels, VerticalGrid } from './grid';
import { fills, type Tone, texts } from './tones';

export type SwingRow = {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly tone: Tone;
  readonly atLow: number;
  readonly atHigh: number;
  readonly text: string;
};

/** What each uncertain figure alone does to one outcome: pale towards its low end, full towards its high one. */
export function Tornado({
  rows,
  middle,
  middleLabel,
}: {
  rows: readonly SwingRow[];
  middle: number;
  middleLabel: string;
}) {
  const ends = rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  // Zero is where staying and leaving cost the same: near enough, it belongs on the scale.
  const low = Math.min(middle, ...ends);
  const high = Math.max(middle, ...ends);
  const reach = high - low;
  const axis = axisBetween(low > 0 && low < reach ? 0 : low, high < 0 && -high < reach ? 0 : high, 5);
  const at = axis.at(middle);
  return (
    <>
      <div className="relative h-6 text-sm">
        <span
          className="absolute bottom-0.5 whitespace-nowrap font-semibold"
          style={at > 50 ? { right: `${100 - at}%` } : { left: `${at}%` }}
        >
          {middleLabel}
        </span>
      </div>
      <div className="relative pt-2 pb-3">
        <VerticalGrid axis={axis} />
        <div className="relative space-y-2.5">
          {rows.map((row) => (
            <div key={row.key}>
              <div className="relative z-30 flex items-baseline justify-between gap-4 pb-0.5 text-sm">
                <span className="bg-surface pr-2 leading-snug">
                  <span className={`font-semibold ${texts[row.tone]}`}>{row.label}</span>{' '}
                  <span className="text-muted">{row.detail}</span>
                </span>
                <span className="figures whitespace-nowrap bg-surface pl-2">{row.text}</span>
              </div>
              <svg className="block w-full overflow-visible" height="16" aria-hidden="true">
                {[
                  { end: row.atLow, opacity: 0.4 },
                  { end: row.atHigh, opacity: 1 },
                ].map(({ end, opacity }) => (
                  <rect
                    key={opacity}
                    x={`${Math.min(at, axis.at(end))}%`}
                    width={`${Math.abs(axis.at(end) - at)}%`}
                    y="0"
                    height="16"
                    fillOpacity={opacity}
                    className={fills[row.tone]}
                  />
                ))}
              </svg>
            </div>
          ))}
        </div>
        <svg className="absolute inset-0 z-20 size-full overflow-visible" aria-hidden="true">
          <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" strokeWidth="2" className="stroke-ink" />
        </svg>
      </div>
      <ScaleLabels axis={axis} />
    </>
  );
}
