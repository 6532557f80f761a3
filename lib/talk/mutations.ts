import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { comments, resolutions } from '@/db/schema/comments';
import { recordActivity } from '@/lib/activity/record';
import { labelOfSubject } from '@/lib/activity/subject';
import { enqueueMail } from '@/lib/mail/enqueue';
import { environment } from '@/lib/server/environment';
import { DomainError, notFound } from '@/lib/server/errors';
import { hearersOf } from '@/lib/talk/queries';
import type { NewComment, TalkSubject } from '@/lib/talk/schema';
import { mentionsIn } from '@/lib/talk/words';

type Writer = { readonly userId: string; readonly name: string };

/**
 * Says something about a row. Whoever is named in it, and may hear it, is told by mail that they were: no word of
 * it. The trail keeps that something was said, and not what, so that it can be taken back. Returns the comment's id.
 */
export async function writeComment(tx: ActorTx, writer: Writer, { engagementId, subject, threadId, body }: NewComment) {
  const label = await labelOfSubject(tx, engagementId, subject);
  if (label === null) throw notFound();
  if (threadId !== null && !(await threadIsThere(tx, engagementId, subject, threadId))) throw notFound();
  const id = randomUUID();
  const hearers = await hearersOf(tx, { engagementId, kind: subject.kind });
  const mentions = mentionsIn(body, hearers);
  await tx.insert(comments).values({
    id,
    engagementId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    threadId: threadId ?? id,
    body,
    mentions,
    writtenBy: writer.userId,
  });
  await recordActivity(tx, {
    engagementId,
    kind: 'comment.written',
    subject: subject.id,
    after: { label, thread: threadId ?? id, comment: id, mentions },
    wall: wallOf(subject.kind),
  });
  for (const { id: person, email } of hearers) {
    if (!mentions.includes(person) || person === writer.userId) continue;
    await enqueueMail(tx, {
      recipient: email,
      subject: `${writer.name} mentioned you on Walk Position`,
      body: `${writer.name} mentioned you in a comment. What it says stays in the portal.`,
      // The same for every kind of thread: the address says nothing of what it is about.
      link: `${environment().origin}/engagements/${engagementId}/talk/${id}`,
    });
  }
  return id;
}

/** Takes one's own words back: they are gone, and the thread says that there were some. */
export async function withdrawComment(
  tx: ActorTx,
  writer: Writer,
  { engagementId, commentId }: { readonly engagementId: string; readonly commentId: string },
): Promise<void> {
  const [withdrawn] = await tx
    .update(comments)
    .set({ body: '', withdrawnAt: sql`now()` })
    .where(
      and(
        eq(comments.engagementId, engagementId),
        eq(comments.id, commentId),
        eq(comments.writtenBy, writer.userId),
        isNull(comments.withdrawnAt),
      ),
    )
    .returning({ kind: comments.subjectKind, subjectId: comments.subjectId, threadId: comments.threadId });
  if (!withdrawn) throw notFound();
  const { kind, subjectId, threadId } = withdrawn;
  await recordActivity(tx, {
    engagementId,
    kind: 'comment.withdrawn',
    subject: subjectId,
    after: {
      label: await labelOfSubject(tx, engagementId, { kind, id: subjectId }),
      thread: threadId,
      comment: commentId,
    },
    wall: wallOf(kind),
  });
}

/** Settles a thread, or takes it up again. Refused where somebody has done so already. */
export async function settleThread(
  tx: ActorTx,
  { userId }: Writer,
  {
    engagementId,
    threadId,
    resolved,
  }: { readonly engagementId: string; readonly threadId: string; readonly resolved: boolean },
): Promise<void> {
  const [thread] = await tx
    .select({ kind: comments.subjectKind, subjectId: comments.subjectId })
    .from(comments)
    .where(and(eq(comments.engagementId, engagementId), eq(comments.id, threadId), eq(comments.threadId, threadId)));
  if (!thread) throw notFound();
  const [newest] = await tx
    .select({ resolved: resolutions.resolved })
    .from(resolutions)
    .where(eq(resolutions.threadId, threadId))
    .orderBy(desc(resolutions.resolvedAt))
    .limit(1);
  if ((newest?.resolved ?? false) === resolved) {
    const message = `Somebody has ${resolved ? 'settled' : 'reopened'} this thread meanwhile.`;
    throw new DomainError({ code: 'stale', message });
  }
  const { kind, subjectId } = thread;
  await tx
    .insert(resolutions)
    .values({ engagementId, subjectKind: kind, subjectId, threadId, resolved, resolvedBy: userId });
  await recordActivity(tx, {
    engagementId,
    kind: resolved ? 'comment.settled' : 'comment.reopened',
    subject: subjectId,
    after: { label: await labelOfSubject(tx, engagementId, { kind, id: subjectId }), thread: threadId },
    wall: wallOf(kind),
  });
}

async function threadIsThere(tx: ActorTx, engagementId: string, { kind, id }: TalkSubject, threadId: string) {
  const found = await tx.$count(
    comments,
    and(
      eq(comments.engagementId, engagementId),
      eq(comments.subjectKind, kind),
      eq(comments.subjectId, id),
      eq(comments.id, threadId),
      eq(comments.threadId, threadId),
    ),
  );
  return found > 0;
}

const wallOf = (kind: TalkSubject['kind']) => (kind === 'threshold' ? 'threshold' : 'engagement');
