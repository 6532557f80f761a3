import 'server-only';
import type { ActorTx } from '@/db/doors';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { evidenceOf } from '@/lib/evidence/queries';
import { reviewsOf } from '@/lib/reviews/queries';
import type { RowNotesView } from '@/lib/row-notes/view';
import { talkOf } from '@/lib/talk/queries';

/** Evidence, talk and, of lines, review: everything that stands beside the rows of one kind. */
export async function loadRowNotes(
  tx: ActorTx,
  actor: Actor,
  { id: engagementId, member }: Pick<EngagementRecord, 'id' | 'member'>,
  kind: RowNotesView['kind'],
): Promise<RowNotesView> {
  const [evidence, talk, reviews] = await Promise.all([
    evidenceOf(tx, actor, member, { engagementId, kind }),
    talkOf(tx, actor, member, { engagementId, kind }),
    kind === 'line' ? reviewsOf(tx, actor, member, engagementId) : {},
  ]);
  return { engagementId, kind, evidence, talk, reviews, mayAttach: mayInEngagement(member, 'evidence.add') };
}
