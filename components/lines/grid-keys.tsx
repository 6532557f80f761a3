import { Keyboard } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { Popup } from '@/components/ui/popup';

const keys = [
  ['Arrows, Home, End', 'move; with Ctrl to the edge, with Shift select'],
  ['Enter, F2', 'edit the cell; typing writes over it'],
  ['Enter, Tab', 'while editing: keep it and go down, or right'],
  ['Escape', 'leave the cell as it was'],
  ['Delete', 'clear what is selected'],
  ['Ctrl D', 'fill down'],
  ['Ctrl C, X, V', 'copy, cut, paste, to and from a spreadsheet'],
  ['Ctrl Z, Ctrl Y', 'undo and redo what you did'],
  ['Ctrl A, Shift Space', 'select all, or the row'],
  ['Alt ↑ ↓', 'move the selected lines'],
  ['Ctrl Enter', 'details of the line'],
  ['Ctrl Shift Enter', 'a new line below'],
  ['Tab', 'leave the grid'],
] as const;

/** What the keys do in the grid. */
export function GridKeys() {
  return (
    <Popup
      label="Keys in the grid"
      className={`${buttonClass('quiet')} md:min-h-9 md:px-3 md:py-1`}
      trigger={
        <>
          <Keyboard aria-hidden="true" className="size-4" /> Keys
        </>
      }
    >
      <dl className="grid grid-cols-[auto_auto] gap-x-6 gap-y-1.5">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt className="font-medium">{key}</dt>
            <dd className="text-muted">{does}</dd>
          </div>
        ))}
      </dl>
    </Popup>
  );
}
