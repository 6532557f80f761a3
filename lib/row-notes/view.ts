import type { EvidenceView } from '@/lib/evidence/view';
import type { ReviewView } from '@/lib/reviews/view';
import type { TalkView } from '@/lib/talk/view';

/** What is attached to the rows of one kind, by the id of the row. */
export type RowNotesView = {
  readonly engagementId: string;
  readonly kind: 'line' | 'claim' | 'step';
  readonly evidence: Readonly<Record<string, readonly EvidenceView[]>>;
  readonly talk: TalkView;
  /** Of lines alone. */
  readonly reviews: Readonly<Record<string, ReviewView>>;
  readonly mayAttach: boolean;
};
