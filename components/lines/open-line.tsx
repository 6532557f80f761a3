import type { Dispatch } from 'react';
import { LineDetails, type LineDetailsProps } from '@/components/lines/line-details';
import type { LineEditing } from '@/components/lines/use-line-editing';
import { RowNotes } from '@/components/row-notes/row-notes';
import type { BenchEvent } from '@/lib/lines/bench';
import type { BenchSide } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { keyOf } from '@/lib/lines/key';
import type { RowNotesView } from '@/lib/row-notes/view';

type Props = Pick<
  LineDetailsProps,
  'draft' | 'about' | 'terms' | 'cost' | 'readOnly' | 'typing' | 'written' | 'onClose'
> & {
  readonly side: BenchSide;
  readonly notes: RowNotesView;
  readonly editing: LineEditing;
  readonly dispatch: Dispatch<BenchEvent>;
  /** Goes on to another line; null to none. */
  readonly onMove: (lineId: string | null) => void;
  /** Told while the focus is in here, and that it has left. */
  readonly onPlace: (lineId: string | null) => void;
};

/** The line that is open: its fields, and what stands beside it. */
export function OpenLine({ draft, side, notes, editing, dispatch, onMove, onPlace, ...rest }: Props) {
  const { id } = draft;
  return (
    <section
      aria-label="Everything about the line"
      onFocus={() => onPlace(id)}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onPlace(null)}
    >
      <LineDetails
        {...rest}
        draft={draft}
        side={side.kind}
        writingOf={(field) => ({
          onType: (text) => editing.type(text === null ? null : { id, columnId: field, text }),
          onEdit: (text, from) => editing.edit([{ id, columnId: field, text, from }]),
        })}
        onSettle={(field, whose) => dispatch({ does: 'settle', lineId: id, field, whose })}
        onKeep={() => {
          const again = crypto.randomUUID();
          dispatch({ does: 'keep', lineId: id, id: again, key: keyOf(fieldsOfDraft(draft).label, again) });
          onMove(again);
        }}
        onLetGo={() => {
          dispatch({ does: 'let go', lineId: id });
          onMove(null);
        }}
        onRemove={() => {
          onMove(null);
          editing.remove([id]);
        }}
      />
      {draft.saved && (
        <div className="mt-6 border-t border-rule pt-4">
          <RowNotes notes={notes} id={id} />
        </div>
      )}
    </section>
  );
}
