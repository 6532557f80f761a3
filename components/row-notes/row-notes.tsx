import { ChevronRight } from 'lucide-react';
import { EvidencePanel } from '@/components/evidence/evidence-panel';
import { ReviewPanel } from '@/components/reviews/review-panel';
import { NoteMarks } from '@/components/row-notes/note-marks';
import { Threads } from '@/components/talk/threads';
import type { RowNotesView } from '@/lib/row-notes/view';

type Props = { readonly notes: RowNotesView; readonly id: string };

/** Everything that stands beside one row: its review, what it rests on, what is said about it. */
export function RowNotes({ notes, id }: Props) {
  const { engagementId, kind } = notes;
  const review = notes.reviews[id];
  return (
    <div className="space-y-5">
      {review && <ReviewPanel key={review.materialVersion} engagementId={engagementId} lineId={id} review={review} />}
      <EvidencePanel
        engagementId={engagementId}
        subject={{ kind, id }}
        evidence={notes.evidence[id] ?? []}
        mayAttach={notes.mayAttach}
      />
      <Threads engagementId={engagementId} subject={{ kind, id }} talk={notes.talk} />
    </div>
  );
}

/** The same, folded away under a row that has no panel of its own. */
export function FoldedRowNotes({ notes, id }: Props) {
  return (
    <details id={`notes-${id}`} className="group mt-3 scroll-mt-24">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 text-sm text-muted hover:text-ink">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        Evidence and talk <NoteMarks notes={notes} id={id} />
      </summary>
      <div className="mt-1 max-w-2xl border-l-2 border-rule pl-4">
        <RowNotes notes={notes} id={id} />
      </div>
    </details>
  );
}
