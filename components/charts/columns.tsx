import { axisOver } from './axis';
import { gutter, HorizontalGrid } from './grid';
import { fills, type Tone } from './tones';

export type ColumnGroup = {
  readonly label: string;
  readonly columns: readonly { readonly tone: Tone; readonly value: number }[];
};

/** Columns side by side for each step of time. */
export function Columns({ groups, height = 220 }: { groups: readonly ColumnGroup[]; height?: number }) {
  const axis = axisOver(
    groups.flatMap(({ columns }) => columns.map(({ value }) => value)),
    4,
  );
  const y = (value: number) => height - (axis.at(value) / 100) * height;
  const slot = 100 / groups.length;
  return (
    <div className={`${gutter} pt-2`}>
      <div className="relative" style={{ height }}>
        <HorizontalGrid axis={axis} />
        <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
          {groups.map(({ label, columns }, index) => {
            const width = (slot * 0.72) / columns.length;
            return columns.map(({ tone, value }, place) => (
              <rect
                key={`${label} ${tone}`}
                x={`${slot * (index + 0.14) + width * place}%`}
                width={`${width}%`}
                y={Math.min(y(0), y(value))}
                height={Math.abs(y(value) - y(0))}
                className={fills[tone]}
              />
            ));
          })}
        </svg>
      </div>
      <div className="flex pt-1.5 text-center text-xs text-muted">
        {groups.map(({ label }) => (
          <span key={label} className="flex-1">
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
