import { ArrowDown, ArrowUp, Copy, Plus, Redo2, Trash2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ColumnChoice } from '@/components/lines/column-choice';
import { GridKeys } from '@/components/lines/grid-keys';
import { Button } from '@/components/ui/button';
import type { Grouping } from '@/lib/lines/groups';

export type ToolbarActions = {
  readonly onAdd: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onDuplicate: () => void;
  readonly onShift: (by: -1 | 1) => void;
  readonly onTransfer: (to: string) => void;
  readonly onRemove: () => void;
};

type Props = {
  readonly readOnly: boolean;
  /** Cards have no rows to select and no columns to choose. */
  readonly narrow: boolean;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  readonly selected: number;
  /** Where selected lines can go. */
  readonly targets: readonly { readonly id: string; readonly label: string }[];
  readonly groupings: readonly { readonly value: Grouping; readonly name: string }[];
  readonly groupBy: Grouping | null;
  readonly onGroup: (groupBy: Grouping | null) => void;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly hidden: readonly string[];
  readonly onHide: (hidden: readonly string[]) => void;
  /** More to add lines from. */
  readonly library: ReactNode;
  readonly actions: ToolbarActions;
};

const compact = 'md:min-h-9 md:px-3 md:py-1';
const select = 'min-h-11 md:min-h-9 rounded-md border border-strong-rule bg-surface px-2 text-sm';

/** What one can do to the lines as a whole, to those that are selected, and to how they are shown. */
export function BenchToolbar(props: Props) {
  const { readOnly, narrow, mayUndo, mayRedo, groupings, groupBy, onGroup, actions } = props;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 **:scroll-mt-72 print:hidden">
      {!readOnly && (
        <>
          <Button look="quiet" className={compact} onClick={actions.onAdd}>
            <Plus aria-hidden="true" className="size-4" /> Add a line
          </Button>
          {props.library}
          <Button look="quiet" className={compact} disabled={!mayUndo} onClick={actions.onUndo}>
            <Undo2 aria-hidden="true" className="size-4" /> Undo
          </Button>
          <Button look="quiet" className={compact} disabled={!mayRedo} onClick={actions.onRedo}>
            <Redo2 aria-hidden="true" className="size-4" /> Redo
          </Button>
        </>
      )}
      {!readOnly && !narrow && <SelectionTools {...props} />}
      {!narrow && (
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <label className="flex items-center gap-2 text-sm text-muted">
            Group by
            <select
              className={`${select} text-ink`}
              value={groupBy ?? ''}
              onChange={(event) => onGroup(event.target.value === '' ? null : (event.target.value as Grouping))}
            >
              <option value="">nothing</option>
              {groupings.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <ColumnChoice columns={props.columns} hidden={props.hidden} onHide={props.onHide} />
          <GridKeys />
        </span>
      )}
    </div>
  );
}

function SelectionTools({ selected, targets, groupBy, actions }: Props) {
  const none = selected === 0;
  const what = selected === 1 ? 'the line' : `${selected} lines`;
  const icon =
    'flex size-9 items-center justify-center rounded-md border border-strong-rule bg-surface hover:bg-sunken disabled:opacity-50';
  return (
    <fieldset className="flex items-center gap-1 border-l border-rule pl-2">
      <legend className="sr-only">The selected lines</legend>
      <button
        type="button"
        className={icon}
        disabled={none}
        title="Duplicate"
        aria-label={`Duplicate ${what}`}
        onClick={actions.onDuplicate}
      >
        <Copy aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        className={icon}
        disabled={none || groupBy !== null}
        title="Move up (Alt ↑)"
        aria-label={`Move ${what} up`}
        onClick={() => actions.onShift(-1)}
      >
        <ArrowUp aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        className={icon}
        disabled={none || groupBy !== null}
        title="Move down (Alt ↓)"
        aria-label={`Move ${what} down`}
        onClick={() => actions.onShift(1)}
      >
        <ArrowDown aria-hidden="true" className="size-4" />
      </button>
      {targets.length > 0 && (
        <select
          className={select}
          aria-label={`Move ${what} to another alternative`}
          disabled={none}
          value=""
          onChange={(event) => event.target.value !== '' && actions.onTransfer(event.target.value)}
        >
          <option value="">Move to …</option>
          {targets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className={icon}
        disabled={none}
        title="Remove"
        aria-label={`Remove ${what}`}
        onClick={actions.onRemove}
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </fieldset>
  );
}
