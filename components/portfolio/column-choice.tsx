'use client';

import type { PortfolioColumn } from '@/components/portfolio/columns';
import { buttonClass } from '@/components/ui/button';
import { Popup } from '@/components/ui/popup';

/** Which columns are shown: kept for whoever chose. */
export function ColumnChoice({
  columns,
  hidden,
  hide,
}: {
  readonly columns: readonly PortfolioColumn[];
  readonly hidden: readonly string[];
  readonly hide: (ids: readonly string[]) => void;
}) {
  return (
    <Popup trigger="Columns" label="Columns" className={buttonClass('quiet')}>
      <fieldset>
        <legend className="sr-only">Columns</legend>
        {columns.map(({ id, name }) => (
          <label key={id} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={!hidden.includes(id)}
              onChange={({ target }) => hide(target.checked ? hidden.filter((other) => other !== id) : [...hidden, id])}
              className="size-5"
            />
            {name}
          </label>
        ))}
      </fieldset>
    </Popup>
  );
}
