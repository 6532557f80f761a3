import { Columns3 } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { Popup } from '@/components/ui/popup';

/** Which columns are shown: kept for whoever chooses, wherever they sign in. */
export function ColumnChoice({
  columns,
  hidden,
  onHide,
}: {
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly hidden: readonly string[];
  readonly onHide: (hidden: readonly string[]) => void;
}) {
  return (
    <Popup
      label="Columns"
      className={`${buttonClass('quiet')} md:min-h-9 md:px-3 md:py-1`}
      trigger={
        <>
          <Columns3 aria-hidden="true" className="size-4" /> Columns
        </>
      }
    >
      <fieldset>
        <legend className="font-medium">Columns that are shown</legend>
        <ul className="mt-2 grid grid-cols-2 gap-x-6">
          {columns.map(({ id, name }) => (
            <li key={id}>
              <label className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-[var(--accent)]"
                  checked={!hidden.includes(id)}
                  onChange={(event) =>
                    onHide(event.target.checked ? hidden.filter((one) => one !== id) : [...hidden, id])
                  }
                />
                {name}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </Popup>
  );
}
