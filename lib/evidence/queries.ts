import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { evidence, filePieces } from '@/db/schema/evidence';
import { users } from '@/db/schema/people';
import { type Actor, type Member, mayInEngagement } from '@/lib/access/permissions';
import { isPicture, whatIs } from '@/lib/evidence/accepted';
import type { EvidenceSubject } from '@/lib/evidence/schema';
import type { EvidenceView } from '@/lib/evidence/view';

/** What is attached to the rows of one kind, by the id of the row, in the order it came. */
export async function evidenceOf(
  tx: ActorTx,
  actor: Actor,
  member: Member,
  { engagementId, kind }: { readonly engagementId: string; readonly kind: EvidenceSubject['kind'] },
): Promise<Record<string, EvidenceView[]>> {
  const rows = await tx
    .select({
      subjectId: evidence.subjectId,
      id: evidence.id,
      kind: evidence.kind,
      title: evidence.title,
      url: evidence.url,
      mediaType: evidence.mediaType,
      size: evidence.size,
      addedBy: evidence.addedBy,
      addedAt: evidence.addedAt,
      name: users.name,
    })
    .from(evidence)
    .leftJoin(users, eq(users.id, evidence.addedBy))
    .where(and(eq(evidence.engagementId, engagementId), eq(evidence.subjectKind, kind)))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
  const mayAdd = mayInEngagement(member, 'evidence.add');
  const bySubject = new Map<string, EvidenceView[]>();
  for (const { subjectId, mediaType, addedBy, addedAt, name, ...row } of rows) {
    const here = bySubject.get(subjectId) ?? [];
    bySubject.set(subjectId, here);
    here.push({
      ...row,
      what: mediaType === null ? null : whatIs(mediaType),
      picture: mediaType !== null && isPicture(mediaType),
      by: name ?? 'Somebody who has left',
      at: addedAt.toISOString(),
      mayRemove: mayAdd && (member.role === 'advisor' || addedBy === actor.userId),
    });
  }
  return Object.fromEntries(bySubject);
}

export type StoredFile = { readonly title: string; readonly mediaType: string; readonly size: number };

/** A file of an engagement that the actor may open; null for any other. */
export async function fileOf(tx: ActorTx, engagementId: string, evidenceId: string): Promise<StoredFile | null> {
  const [file] = await tx
    .select({ title: evidence.title, mediaType: evidence.mediaType, size: evidence.size })
    .from(evidence)
    .where(and(eq(evidence.engagementId, engagementId), eq(evidence.id, evidenceId), eq(evidence.kind, 'file')));
  if (!file || file.mediaType === null || file.size === null) return null;
  return { title: file.title, mediaType: file.mediaType, size: file.size };
}

/** One piece of a file's content; null after the last. */
export async function pieceOf(tx: ActorTx, evidenceId: string, number: number): Promise<Uint8Array | null> {
  const [piece] = await tx
    .select({ content: filePieces.content })
    .from(filePieces)
    .where(and(eq(filePieces.evidenceId, evidenceId), eq(filePieces.number, number)));
  return piece?.content ?? null;
}
