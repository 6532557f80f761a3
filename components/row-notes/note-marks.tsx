import { Check, MessageSquare, Paperclip } from 'lucide-react';
import { reviewWords } from '@/lib/reviews/view';
import type { RowNotesView } from '@/lib/row-notes/view';

function countsOf(notes: RowNotesView, id: string) {
  const open = (notes.talk.threads[id] ?? []).filter(({ resolved }) => !resolved).length;
  return { evidence: notes.evidence[id]?.length ?? 0, open, review: notes.reviews[id] };
}

/** What is attached to a row, in words: for a reader, and for a cell that is copied. */
export function noteWords(notes: RowNotesView, id: string): string {
  const { evidence, open, review } = countsOf(notes, id);
  return [
    review && reviewWords(review),
    evidence > 0 && `${evidence} evidence`,
    open > 0 && `${open} open ${open === 1 ? 'thread' : 'threads'}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is attached to a row, at a glance. */
export function NoteMarks({ notes, id }: { readonly notes: RowNotesView; readonly id: string }) {
  const { evidence, open, review } = countsOf(notes, id);
  return (
    <span className="inline-flex items-center gap-2 text-xs text-muted">
      <span className="sr-only">{noteWords(notes, id)}</span>
      {review?.reviewed && <Check aria-hidden="true" className="size-4 text-good" strokeWidth={2.5} />}
      {review?.fellAway && (
        <span aria-hidden="true" className="font-medium text-warn">
          changed
        </span>
      )}
      {evidence > 0 && (
        <span aria-hidden="true" className="inline-flex items-center gap-0.5">
          <Paperclip className="size-3.5" />
          {evidence}
        </span>
      )}
      {open > 0 && (
        <span aria-hidden="true" className="inline-flex items-center gap-0.5 text-accent">
          <MessageSquare className="size-3.5" />
          {open}
        </span>
      )}
    </span>
  );
}
