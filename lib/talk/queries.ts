import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives, planSteps } from '@/db/schema/alternatives';
import { comments, resolutions } from '@/db/schema/comments';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { users } from '@/db/schema/people';
import { type Actor, type Member, type MemberRole, mayInEngagement } from '@/lib/access/permissions';
import type { TalkSubject } from '@/lib/talk/schema';
import type { CommentView, TalkView, ThreadView } from '@/lib/talk/view';

type About = { readonly engagementId: string; readonly kind: TalkSubject['kind'] };

const gone = 'Somebody who has left';
const roles: readonly MemberRole[] = ['advisor', 'executive', 'contributor', 'observer'];

/** The threads about the rows of one kind, as far as the actor may hear them: the oldest first, and so in a thread. */
export async function talkOf(tx: ActorTx, actor: Actor, member: Member, about: About): Promise<TalkView> {
  const here = { comments: kindOf(comments, about), resolutions: kindOf(resolutions, about) };
  const [written, settled, people] = await Promise.all([
    tx
      .select({
        id: comments.id,
        threadId: comments.threadId,
        subjectId: comments.subjectId,
        body: comments.body,
        writtenBy: comments.writtenBy,
        writtenAt: comments.writtenAt,
        withdrawnAt: comments.withdrawnAt,
        name: users.name,
      })
      .from(comments)
      .leftJoin(users, eq(users.id, comments.writtenBy))
      .where(here.comments)
      .orderBy(asc(comments.writtenAt), asc(comments.id)),
    tx
      .selectDistinctOn([resolutions.threadId], {
        threadId: resolutions.threadId,
        resolved: resolutions.resolved,
        at: resolutions.resolvedAt,
        name: users.name,
      })
      .from(resolutions)
      .leftJoin(users, eq(users.id, resolutions.resolvedBy))
      .where(here.resolutions)
      .orderBy(resolutions.threadId, desc(resolutions.resolvedAt)),
    hearersOf(tx, about),
  ]);
  const states = new Map(settled.map((state) => [state.threadId, state]));
  const threads = new Map<string, ThreadView & { comments: CommentView[] }>();
  const bySubject = new Map<string, ThreadView[]>();
  for (const comment of written) {
    let thread = threads.get(comment.threadId);
    if (!thread) {
      const state = states.get(comment.threadId);
      const resolved = state?.resolved ? { by: state.name ?? gone, at: state.at.toISOString() } : null;
      thread = { id: comment.threadId, resolved, comments: [] };
      threads.set(comment.threadId, thread);
      bySubject.set(comment.subjectId, [...(bySubject.get(comment.subjectId) ?? []), thread]);
    }
    thread.comments.push({
      id: comment.id,
      by: comment.name ?? gone,
      mine: comment.writtenBy === actor.userId,
      at: comment.writtenAt.toISOString(),
      body: comment.withdrawnAt ? null : comment.body,
    });
  }
  return {
    threads: Object.fromEntries(bySubject),
    people: people.map(({ id, name }) => ({ id, name })),
    mayWrite: mayTalk(member, about.kind),
  };
}

function mayTalk(member: Member, kind: TalkSubject['kind']): boolean {
  return (
    mayInEngagement(member, 'comment.write') && (kind !== 'threshold' || mayInEngagement(member, 'threshold.read'))
  );
}

/** The members who may hear what is said about rows of a kind: nobody else can be named in it. */
export async function hearersOf(tx: ActorTx, { engagementId, kind }: About) {
  const hearing = roles.filter((role) =>
    mayInEngagement({ role, negotiator: false }, kind === 'threshold' ? 'threshold.read' : 'lines.read'),
  );
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, engagementId), inArray(members.role, hearing)))
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ id, name, email }) => ({ id, email, name: name ?? email }));
}

/** Where a comment is to be read, as a path of the engagement; null where the actor hears none such. */
export async function placeOf(tx: ActorTx, engagementId: string, commentId: string): Promise<string | null> {
  const [comment] = await tx
    .select({ kind: comments.subjectKind, subjectId: comments.subjectId })
    .from(comments)
    .where(and(eq(comments.engagementId, engagementId), eq(comments.id, commentId)));
  if (!comment) return null;
  const { kind, subjectId } = comment;
  if (kind === 'claim') return `/claims#notes-${subjectId}`;
  if (kind === 'threshold') return '/threshold#talk';
  const found =
    kind === 'line'
      ? tx
          .select({ key: alternatives.key })
          .from(lines)
          .leftJoin(alternatives, eq(alternatives.id, lines.alternativeId))
      : tx
          .select({ key: alternatives.key })
          .from(planSteps)
          .innerJoin(alternatives, eq(alternatives.id, planSteps.alternativeId));
  const [row] = await found.where(eq(kind === 'line' ? lines.id : planSteps.id, subjectId));
  if (!row) return '';
  if (kind === 'step') return `/plan?alternative=${encodeURIComponent(row.key ?? '')}#notes-${subjectId}`;
  return row.key === null
    ? `/offer?line=${subjectId}`
    : `/alternative?alternative=${encodeURIComponent(row.key)}&line=${subjectId}`;
}

const kindOf = (table: typeof comments | typeof resolutions, { engagementId, kind }: About) =>
  and(eq(table.engagementId, engagementId), eq(table.subjectKind, kind));
