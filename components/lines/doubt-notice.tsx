import type { CellEdit } from '@/components/grid/columns';
import type { Doubt } from '@/components/lines/use-line-editing';
import { Notice } from '@/components/ui/notice';
import { fieldNames } from '@/lib/lines/fields';

/** How a figure was read that could have meant another, and the other reading, one press away. */
export function DoubtNotice({
  doubt,
  onEdit,
}: {
  readonly doubt: Doubt | null;
  readonly onEdit: (edits: readonly CellEdit[]) => void;
}) {
  if (!doubt) return null;
  return (
    <div className="mb-3">
      <Notice tone="warn" live>
        <p>
          {fieldNames[doubt.field]} was read as {doubt.taken}.{' '}
          <button
            type="button"
            className="min-h-8 underline underline-offset-4"
            onClick={() => onEdit([{ id: doubt.id, columnId: doubt.field, text: doubt.otherwise }])}
          >
            It is {doubt.otherwise}
          </button>
        </p>
      </Notice>
    </div>
  );
}
