import type { Point } from '@/lib/outcomes/evidence';

const shapes: Readonly<Record<Point['ending'], string>> = {
  sign: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  leave: 'M8 1.5L14.5 8L8 14.5L1.5 8z',
  extend: 'M8 2L14.5 13.5H1.5z',
};

/** A deal as a mark: its shape says how it ended, and it is hollow where a test of the walk was yielded. */
export function Mark({ ending, yielded }: Pick<Point, 'ending' | 'yielded'>) {
  return (
    <svg viewBox="0 0 16 16" className="size-4 shrink-0 overflow-visible" aria-hidden="true">
      <path
        d={shapes[ending]}
        strokeWidth="2"
        className={`stroke-alternative ${yielded ? 'fill-surface' : 'fill-alternative'}`}
      />
    </svg>
  );
}
