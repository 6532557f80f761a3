import { randomUUID } from 'node:crypto';
import { asOwner } from '@/db/testing/owner';
import type { EngagementRule, Row } from '@/db/testing/rule';
import { freshProof, proofOfWord } from '@/db/testing/step-up';
import { snapshotOfTenant } from '@/db/testing/tenants';
import { stepUpContent } from '@/lib/sign-in/step-up-content';

const addedOnly = { change: 'nobody', remove: 'nobody' } as const;

/** Leadership's word, and how a deal ends: only added to, and behind the threshold's walls. */
export const thresholdRules: readonly EngagementRule[] = [
  {
    table: 'thresholds',
    read: 'threshold.read',
    add: 'threshold.propose',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ proposed_by: person }),
  },
  {
    table: 'threshold_approvers',
    read: 'threshold.read',
    add: 'threshold.propose',
    ...addedOnly,
    // Approvers are named with a threshold, not after it.
    copy: async (sql, tenant, person) => {
      const id = randomUUID();
      await sql`
        insert into thresholds (id, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, proposed_by)
        select ${id}, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, ${person}
        from thresholds where id = ${tenant.threshold.id}`;
      return { threshold_id: id };
    },
  },
  {
    table: 'approvals',
    read: 'threshold.read',
    add: 'threshold.approve',
    ...addedOnly,
    copy: async (_sql, { threshold }, person) => {
      const { hash } = snapshotOfTenant(threshold.id);
      const { stepUpId } = await proofOfWord(person, threshold.id, hash, 'approve');
      return { user_id: person, step_up_id: stepUpId };
    },
  },
  {
    table: 'threshold_moves',
    read: 'threshold.read',
    add: 'threshold.propose',
    ...addedOnly,
    // What became of one threshold is another's to become too.
    copy: async (sql, tenant, person) => {
      const id = randomUUID();
      await sql`
        insert into thresholds (id, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, proposed_by)
        select ${id}, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, ${person}
        from thresholds where id = ${tenant.threshold.id}`;
      return { threshold_id: id, by: person, kind: 'withdrawn' };
    },
  },
  {
    table: 'snapshots',
    read: 'threshold.read',
    add: 'threshold.propose',
    ...addedOnly,
    copy: () => {
      const { content, hash } = snapshotOfTenant(randomUUID());
      return { content, hash };
    },
  },
  { table: 'readings', read: 'threshold.read', add: 'threshold.read', ...addedOnly },
  {
    table: 'decisions',
    read: 'threshold.read',
    add: 'decision.make',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ made_by: person, kind: 'leave' }),
  },
  {
    table: 'decision_voices',
    read: 'threshold.read',
    add: 'decision.make',
    ...addedOnly,
    copy: async (_sql, { engagementId }, person) => voiceOf(engagementId, person),
  },
];

/** A voice for a decision nobody has a voice in yet, and the proof it uses up. */
async function voiceOf(engagementId: string, person: string): Promise<Row> {
  const id = randomUUID();
  return asOwner(async (owner) => {
    await owner`delete from decisions where engagement_id = ${engagementId} and kind = 'leave'`;
    const [made] = await owner<{ kind: string; offer_id: string; snapshot_hash: string }[]>`
      insert into decisions (id, engagement_id, kind, offer_id, above_line, quorum, snapshot_hash, made_by)
      select ${id}, engagement_id, 'leave', offer_id, above_line, quorum, snapshot_hash, made_by
      from decisions where engagement_id = ${engagementId} limit 1 returning kind, offer_id, snapshot_hash`;
    if (!made) throw new Error('The tenant has made no decision');
    const content = stepUpContent(engagementId, made.kind, made.offer_id, made.snapshot_hash);
    const { stepUpId } = await freshProof(person, { purpose: 'decision.make', content });
    return { decision_id: id, user_id: person, step_up_id: stepUpId };
  });
}
