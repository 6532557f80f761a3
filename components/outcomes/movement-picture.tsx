import { scaleLinear } from '@visx/scale';
import Link from 'next/link';
import { Mark } from '@/components/outcomes/mark';
import { formatPercent } from '@/lib/format/money';
import { mostly, type Point, sidesOf, stepsAside, wordOf } from '@/lib/outcomes/evidence';
import { outcomeWords } from '@/lib/portfolio/words';

const columns = [0, 1, 2, 3, 4, 5, 6];
const width = 100 / columns.length;
const middleOf = (real: number) => (real + 0.5) * width;
/** As many as can carry their names without hiding one another. */
const named = 12;

/** Across: how many pillars were real at T−3. Upwards: how far the offer fell. Every mark leads to its deal. */
export function MovementPicture({ points }: { points: readonly Point[] }) {
  const falls = points.map(({ share }) => -share);
  const scale = scaleLinear<number>({
    domain: [Math.min(0, ...falls), Math.max(0.1, ...falls)],
    range: [97, 5],
    nice: true,
  });
  const [low = 0, high = 1] = scale.domain();
  const aside = stepsAside(points, (high - low) * 0.07);
  return (
    <figure className="mt-5">
      <p className="text-xs text-muted" aria-hidden="true">
        How far the offer fell, first to last
      </p>
      <div className="pl-12">
        <div className="relative h-72 sm:h-80">
          <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
            {scale.ticks(5).map((tick) => (
              <g key={tick}>
                <line
                  x1="0"
                  x2="100%"
                  y1={`${scale(tick)}%`}
                  y2={`${scale(tick)}%`}
                  className={tick === 0 ? 'stroke-strong-rule' : 'stroke-rule'}
                />
                <text x="-8" y={`${scale(tick)}%`} dy="4" textAnchor="end" className="fill-muted text-xs tabular-nums">
                  {formatPercent(tick, 0)}
                </text>
              </g>
            ))}
            <Middles points={points} at={(share) => scale(-share)} />
          </svg>
          <ul aria-label="Deals by how prepared they were and how far the offer moved">
            {points.map((point, index) => (
              <li
                key={point.id}
                className="absolute"
                style={{
                  left: `calc(${middleOf(point.real)}% + ${(aside[index] ?? 0) * 0.9}rem)`,
                  top: `${scale(-point.share)}%`,
                }}
              >
                <Link
                  prefetch={false}
                  href={`/engagements/${point.id}/outcome`}
                  aria-label={`${point.client}: ${point.real} of 6 pillars real, the offer ${wordOf(point.share)}, ${outcomeWords[point.ending].toLowerCase()}${point.yielded ? ', a test was yielded' : ''}`}
                  className="absolute flex size-7 -translate-1/2 items-center justify-center rounded-full hover:bg-sunken focus-visible:bg-sunken"
                >
                  <Mark ending={point.ending} yielded={point.yielded} />
                </Link>
                {points.length <= named && (
                  <span
                    aria-hidden="true"
                    className={`pointer-events-none absolute -translate-y-1/2 bg-surface px-1 text-xs whitespace-nowrap text-muted max-sm:hidden ${point.real > 3 ? 'right-4' : 'left-4'}`}
                  >
                    {point.client}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div className="flex pt-1.5 text-center text-xs text-muted tabular-nums" aria-hidden="true">
          {columns.map((count) => (
            <span key={count} className="flex-1">
              {count}
            </span>
          ))}
        </div>
        <p className="pt-1 text-center text-xs text-muted" aria-hidden="true">
          Pillars real at T−3, of six
        </p>
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
        {(['sign', 'leave', 'extend'] as const).map((ending) => (
          <span key={ending} className="inline-flex items-center gap-2">
            <Mark ending={ending} yielded={false} />
            {outcomeWords[ending]}
          </span>
        ))}
        <span className="inline-flex items-center gap-2">
          <Mark ending="sign" yielded />
          Hollow: a test of the walk was yielded
        </span>
      </figcaption>
    </figure>
  );
}

/** The middle of either side as a dashed line over its columns, where there are enough deals to have one. */
function Middles({ points, at }: { points: readonly Point[]; at: (share: number) => number }) {
  const { prepared, others } = sidesOf(points);
  if (prepared.median === null || others.median === null) return null;
  const middles = [
    { from: 0, to: mostly * width, share: others.median },
    { from: mostly * width, to: 100, share: prepared.median },
  ];
  return middles.map(({ from, to, share }) => (
    <line
      key={from}
      x1={`${from}%`}
      x2={`${to}%`}
      y1={`${at(share)}%`}
      y2={`${at(share)}%`}
      strokeWidth="2"
      strokeDasharray="6 4"
      className="stroke-accent"
    />
  ));
}
