import { type Axis, axisOver } from './axis';
import { ScaleLabels, VerticalGrid } from './grid';
import { fills, strokes, type Tone, texts } from './tones';

/** One bar from zero, its name and its amount above it. Amounts are in one unit for the whole picture. */
export type BarRow = {
  readonly key: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly value: number;
  readonly text: string;
  readonly tone: Tone;
  /** A bar somebody else claims is drawn hollow. */
  readonly claimed?: boolean;
  readonly band?: { readonly low: number; readonly high: number } | null;
};

/** A line across all bars, named above them. */
export type Guide = {
  readonly value: number;
  readonly label: string;
  readonly tone: Tone;
  readonly dashed?: boolean;
};

/** A thin line that carries the end of one bar to the others. */
export type Plumb = { readonly value: number; readonly tone: Tone };

export function Bars({
  rows,
  guides = [],
  plumbs = [],
  height = 28,
}: {
  rows: readonly BarRow[];
  guides?: readonly Guide[];
  plumbs?: readonly Plumb[];
  height?: number;
}) {
  const axis = axisOver([
    ...rows.flatMap(({ value, band }) => (band ? [value, band.low, band.high] : [value])),
    ...guides.map(({ value }) => value),
  ]);
  return (
    <>
      {guides.map((guide, index) => (
        <GuideLabel key={guide.label} guide={guide} at={axis.at(guide.value)} below={guides.length - 1 - index} />
      ))}
      <div className="relative pt-2 pb-3">
        <VerticalGrid axis={axis} />
        <div className="relative space-y-3">
          {rows.map((row) => (
            <div key={row.key}>
              <p className="relative z-30 mb-1 w-fit bg-surface pr-2 text-sm leading-snug">
                <span className="figures mr-2 whitespace-nowrap text-base font-semibold">{row.text}</span>
                <span className={`font-semibold ${texts[row.tone]}`}>{row.label}</span>
                {row.detail && <span className="text-muted max-sm:block"> {row.detail}</span>}
              </p>
              <Bar row={row} axis={axis} height={height} />
            </div>
          ))}
        </div>
        <svg className="absolute inset-0 z-20 size-full overflow-visible" aria-hidden="true">
          {plumbs.map(({ value, tone }) => (
            <line
              key={tone}
              x1={`${axis.at(value)}%`}
              x2={`${axis.at(value)}%`}
              y1="0"
              y2="100%"
              strokeDasharray="2 3"
              className={strokes[tone]}
            />
          ))}
          {guides.map(({ value, label, tone, dashed }) => (
            <line
              key={label}
              x1={`${axis.at(value)}%`}
              x2={`${axis.at(value)}%`}
              y1="0"
              y2="100%"
              strokeWidth="2"
              strokeDasharray={dashed ? '5 4' : undefined}
              className={strokes[tone]}
            />
          ))}
        </svg>
      </div>
      <ScaleLabels axis={axis} />
    </>
  );
}

/** Stands above its line, on the side where there is room. */
function GuideLabel({ guide, at, below }: { guide: Guide; at: number; below: number }) {
  return (
    <div className="relative h-6 text-sm">
      <span
        className={`absolute bottom-0.5 z-10 whitespace-nowrap bg-surface font-semibold ${texts[guide.tone]}`}
        style={at > 50 ? { right: `${100 - at}%` } : { left: `${at}%` }}
      >
        {guide.label}
      </span>
      {below > 0 && (
        <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
          <line
            x1={`${at}%`}
            x2={`${at}%`}
            y1="24"
            y2={24 + below * 24}
            strokeWidth="2"
            strokeDasharray={guide.dashed ? '5 4' : undefined}
            className={strokes[guide.tone]}
          />
        </svg>
      )}
    </div>
  );
}

function Bar({ row, axis, height }: { row: BarRow; axis: Axis; height: number }) {
  const { band, claimed, tone } = row;
  const place = (from: number, to: number) => ({
    x: `${Math.min(axis.at(from), axis.at(to))}%`,
    width: `${Math.abs(axis.at(to) - axis.at(from))}%`,
  });
  return (
    <svg className="block w-full overflow-visible" height={height} aria-hidden="true">
      <rect
        {...place(0, row.value)}
        y="0"
        height={height}
        strokeWidth={claimed ? 2 : 0}
        strokeDasharray={claimed ? '4 3' : undefined}
        fillOpacity={claimed ? 0.15 : 1}
        className={`${fills[tone]} ${strokes[tone]}`}
      />
      {band && (
        <>
          <rect {...place(band.low, band.high)} y="0" height={height} fillOpacity="0.3" className={fills[tone]} />
          {[band.low, band.high].map((end) => (
            <line
              key={end}
              x1={`${axis.at(end)}%`}
              x2={`${axis.at(end)}%`}
              y1={-2}
              y2={height + 2}
              strokeWidth="2"
              className="stroke-ink"
            />
          ))}
          <line
            x1={`${axis.at(band.low)}%`}
            x2={`${axis.at(band.high)}%`}
            y1={height / 2}
            y2={height / 2}
            strokeWidth="2"
            className="stroke-ink"
          />
        </>
      )}
    </svg>
  );
}
