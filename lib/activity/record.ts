import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';

/** What can happen in an engagement. */
export type ActivityKind =
  | 'engagement.created'
  | 'engagement.changed'
  | 'engagement.archived'
  | 'engagement.reopened'
  | 'engagement.erasure-requested'
  | 'engagement.erasure-refused'
  | 'offer.created'
  | 'offer.changed'
  | 'alternative.created'
  | 'alternative.changed'
  | 'alternative.removed'
  | 'alternative.chosen'
  | 'line.added'
  | 'line.changed'
  | 'line.removed'
  | 'line.moved'
  | 'step.added'
  | 'step.changed'
  | 'step.removed'
  | 'step.moved'
  | 'milestone.added'
  | 'milestone.changed'
  | 'milestone.moved'
  | 'milestone.done'
  | 'milestone.reopened'
  | 'milestone.removed'
  | 'readiness.reason-given'
  | 'readiness.reason-withdrawn'
  | 'readiness.owner-named'
  | 'claim.added'
  | 'claim.changed'
  | 'claim.removed'
  | 'evidence.added'
  | 'evidence.removed'
  | 'review.given'
  | 'comment.written'
  | 'comment.withdrawn'
  | 'comment.settled'
  | 'comment.reopened'
  | 'person.invited'
  | 'invitation.withdrawn'
  | 'person.joined'
  | 'person.changed'
  | 'person.removed'
  | 'person.left'
  | 'threshold.drafted'
  | 'threshold.proposed'
  | 'threshold.approved'
  | 'threshold.declined'
  | 'threshold.withdrawn'
  | 'threshold.turned-stale'
  | 'threshold.restored'
  | 'threshold.reading-turned'
  | 'decision.made'
  | 'decision.joined'
  | 'posture.contact-logged'
  | 'posture.contact-corrected'
  | 'posture.recovered'
  | 'posture.seen'
  | 'posture.seen-corrected'
  | 'posture.tested'
  | 'posture.test-corrected'
  | 'posture.brief-written'
  | 'posture.brief-acknowledged'
  | 'posture.supplier-released'
  | 'posture.supplier-withheld'
  | 'posture.summary-drafted'
  | 'posture.summary-approved'
  | 'posture.summary-downloaded';

export type Entry = {
  readonly engagementId: string;
  readonly kind: ActivityKind;
  /** The id of what it happened to. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** `threshold`, `posture` where only those who may see the threshold, or the posture, may see the entry. */
  readonly wall?: 'engagement' | 'threshold' | 'posture';
};

/** Adds one row to the engagement's trail, in the transaction of the change itself; the database seals it. */
export async function recordActivity(tx: ActorTx, entry: Entry): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await tx.execute(sql`
    insert into activity (engagement_id, actor_id, kind, subject, before, after, wall, salt, number, at, previous_hash, hash)
    values (${entry.engagementId}, app_actor(), ${entry.kind}, ${entry.subject}, ${json(entry.before)}::jsonb,
            ${json(entry.after)}::jsonb, ${entry.wall ?? 'engagement'}, ${randomBytes(32)}, 0, now(), '', '')`);
}

/**
 * Holds the engagement's trail for the rest of the transaction, as its first entry would. Whoever writes several rows
 * asks for it before the first: else two at once could each hold a row and wait for the other's.
 */
export async function holdTrail(tx: ActorTx, engagementId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${engagementId}::uuid::text, 0))`);
}
