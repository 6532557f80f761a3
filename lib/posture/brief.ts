import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { claims } from '@/db/schema/claims';
import { engagements } from '@/db/schema/engagements';
import { briefAcknowledgements, briefs } from '@/db/schema/posture';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { type BriefAnswer, writtenAnswers } from '@/lib/posture/brief-answers';
import { guardThreshold } from '@/lib/posture/guard';
import type { BriefForm } from '@/lib/posture/schema';
import { DomainError, notFound } from '@/lib/server/errors';

const wall = 'posture' as const;

/**
 * Writes the brief's next version, with the answers to the claims as they are now. Every negotiator has to acknowledge
 * it anew. Refused where somebody else has written one meanwhile.
 */
export async function writeBrief(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  { upon, ...form }: BriefForm,
): Promise<void> {
  await guardThreshold(tx, engagementId, form);
  await tx.select().from(engagements).where(eq(engagements.id, engagementId)).for('update');
  const newest = await newestBrief(tx, engagementId);
  if ((newest?.number ?? 0) !== upon) {
    throw new DomainError({
      code: 'stale',
      message: 'Somebody else wrote a version meanwhile. It stands below; what you typed is still in the form.',
      current: { version: newest?.number ?? 0, value: newest },
    });
  }
  const answers = await answersNow(tx, engagementId);
  await guardThreshold(tx, engagementId, Object.fromEntries(answers.map(({ claimId, answer }) => [claimId, answer])));
  const id = randomUUID();
  const number = upon + 1;
  const row = { ...form, id, engagementId, number, answers: writtenAnswers(answers), writtenBy: actor.userId };
  await tx.insert(briefs).values(row);
  const after = { name: `version ${number}`, ...form };
  await recordActivity(tx, { engagementId, kind: 'posture.brief-written', subject: id, after, wall });
}

/** A negotiator has read the current version. Twice is once. */
export async function acknowledgeBrief(
  tx: ActorTx,
  actor: Actor,
  { engagementId, briefId }: { readonly engagementId: string; readonly briefId: string },
): Promise<void> {
  const newest = await newestBrief(tx, engagementId);
  if (!newest) throw notFound();
  if (newest.id !== briefId) {
    throw new DomainError({ code: 'refused', message: 'There is a newer version of the brief: read that one first.' });
  }
  const added = await tx
    .insert(briefAcknowledgements)
    .values({ engagementId, briefId, userId: actor.userId })
    .onConflictDoNothing()
    .returning({ id: briefAcknowledgements.id });
  if (added.length === 0) return;
  const after = { name: `version ${newest.number}` };
  await recordActivity(tx, { engagementId, kind: 'posture.brief-acknowledged', subject: briefId, after, wall });
}

export async function newestBrief(tx: ActorTx, engagementId: string) {
  const [newest] = await tx
    .select()
    .from(briefs)
    .where(eq(briefs.engagementId, engagementId))
    .orderBy(desc(briefs.number))
    .limit(1);
  return newest;
}

/** Every logged claim and our answer to it, in the order in which they were made. */
export async function answersNow(tx: ActorTx, engagementId: string): Promise<BriefAnswer[]> {
  return tx
    .select({ claimId: claims.id, statement: claims.statement, saidBy: claims.saidBy, answer: claims.answer })
    .from(claims)
    .where(eq(claims.engagementId, engagementId))
    .orderBy(asc(claims.saidOn), asc(claims.createdAt), asc(claims.id));
}
