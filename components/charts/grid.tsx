import type { Axis } from './axis';

/** The lines of the scale behind the marks; zero is drawn darker. Stretched over its positioned parent. */
export function VerticalGrid({ axis }: { axis: Axis }) {
  return (
    <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
      {axis.ticks.map(({ value, at }) => (
        <line
          key={value}
          x1={`${at}%`}
          x2={`${at}%`}
          y1="0"
          y2="100%"
          className={value === 0 ? 'stroke-strong-rule' : 'stroke-rule'}
        />
      ))}
    </svg>
  );
}

/** The numbers under the lines. Those at the ends stay within the picture. */
export function ScaleLabels({ axis }: { axis: Axis }) {
  return (
    <svg className="block h-6 w-full overflow-visible" aria-hidden="true">
      {axis.ticks.map(({ value, at, text }) => (
        <text
          key={value}
          x={`${at}%`}
          y="17"
          textAnchor={at < 3 ? 'start' : at > 97 ? 'end' : 'middle'}
          className="fill-muted text-xs tabular-nums"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

/** Room at the left of an upright scale for its numbers. */
export const gutter = 'pl-10';

/** The same for a scale that runs upwards, its numbers in the gutter at the left. */
export function HorizontalGrid({ axis }: { axis: Axis }) {
  return (
    <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
      {axis.ticks.map(({ value, at, text }) => (
        <g key={value}>
          <line
            x1="0"
            x2="100%"
            y1={`${100 - at}%`}
            y2={`${100 - at}%`}
            className={value === 0 ? 'stroke-strong-rule' : 'stroke-rule'}
          />
          <text x="-6" y={`${100 - at}%`} dy="4" textAnchor="end" className="fill-muted text-xs tabular-nums">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
