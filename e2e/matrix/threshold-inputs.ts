import { randomUUID } from 'node:crypto';
import { asActor, asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import type { Tenant } from '@/db/testing/tenants';
import { decisionContent, endingSnapshot, groundOf } from '@/lib/decisions/ground';
import { loadEngagement } from '@/lib/engagements/queries';
import { todayIn } from '@/lib/server/today';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { beginWithCode, confirmWithCode } from '@/lib/sign-in/step-up';
import type { StepUpPurpose } from '@/lib/sign-in/step-up-policy';
import { wordContent } from '@/lib/thresholds/decide';
import { thresholdsOf } from '@/lib/thresholds/facts';
import { snapshotOf } from '@/lib/thresholds/snapshot';
import type { Inputs } from './input';
import * as scene from './scene';

/** A proof of one's own, as whoever has the code from the mail confirms it. */
async function proven(person: SignedInPerson, purpose: StepUpPurpose, content: string): Promise<string> {
  return asSystem(async (tx) => {
    const { stepUpId, code } = await beginWithCode(tx, person, { purpose, content });
    await confirmWithCode(tx, person, { stepUpId, code });
    return stepUpId;
  });
}

/** What a person who sees the engagement would have read before deciding; nothing, for whoever does not. */
async function hashRead({ engagementId }: Tenant, person: SignedInPerson, thresholdId: string): Promise<string> {
  return asActor(person, async (tx) => {
    const engagement = await loadEngagement(tx, person, engagementId, todayIn);
    const threshold = (await thresholdsOf(tx, [engagementId])).find(({ id }) => id === thresholdId);
    return engagement && threshold ? snapshotOf(engagement, threshold).hash : 'f'.repeat(64);
  });
}

async function newestOf({ engagementId }: Tenant): Promise<string | null> {
  const [row] = await asOwner(
    (sql) => sql<{ id: string }[]>`
      select id from thresholds where engagement_id = ${engagementId} order by proposed_at desc, id desc limit 1`,
  );
  return row?.id ?? null;
}

/** Of leadership's word, and of how the deal ends. */
export const thresholdInputs: Inputs = {
  'lib/thresholds/actions.ts#writeThreshold': async ({ tenant }) => {
    await scene.aCostedDeal(tenant);
    return {
      with: {
        engagementId: tenant.engagementId,
        thresholdId: randomUUID(),
        basedOn: await newestOf(tenant),
        as: 'draft',
        amount: '1,234,567',
        statement: 'We would go.',
        conditions: '',
        reason: 'Because it is so.',
        tolerance: '5',
        validUntil: '2027-06-30',
        approvers: [tenant.executive.userId, tenant.secondExecutive.userId],
        quorum: null,
      },
    };
  },
  'lib/thresholds/actions.ts#withdrawThreshold': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, thresholdId: await scene.aThreshold(tenant, []) },
  }),
  'lib/thresholds/actions.ts#decideOnThreshold': async ({ tenant, person }) => {
    await scene.aCostedDeal(tenant);
    const thresholdId = await scene.aThreshold(tenant, [person.userId, tenant.executive.userId]);
    const snapshotHash = await hashRead(tenant, person, thresholdId);
    return {
      with: {
        engagementId: tenant.engagementId,
        thresholdId,
        decision: 'approve',
        note: '',
        validUntil: null,
        snapshotHash,
        seen: 0,
        stepUpId: await proven(person, 'threshold.decide', wordContent(thresholdId, snapshotHash, 'approve')),
      },
    };
  },
  'lib/decisions/actions.ts#drawDecision': async ({ tenant, person }) => {
    await scene.aCostedDeal(tenant);
    await scene.anOpenDeal(tenant);
    const { offerId, readHash } = await groundRead(tenant, person);
    return { with: { engagementId: tenant.engagementId, kind: 'leave', offerId, reason: '', readHash } };
  },
  'lib/decisions/actions.ts#makeDecision': async ({ tenant, person }) => {
    await scene.aCostedDeal(tenant);
    await scene.anOpenDeal(tenant);
    const reason = 'Three months more.';
    const { offerId, readHash, endHash } = await groundRead(tenant, person, reason);
    const content = decisionContent(tenant.engagementId, 'extend', offerId, endHash);
    return {
      with: {
        engagementId: tenant.engagementId,
        decisionId: randomUUID(),
        kind: 'extend',
        offerId,
        reason,
        readHash,
        stepUpId: await proven(person, 'decision.make', content),
      },
    };
  },
  'lib/decisions/actions.ts#joinDecision': async ({ tenant, person }) => {
    await scene.anOpenDeal(tenant);
    const { decisionId, content } = await scene.aDecision(tenant);
    return {
      with: {
        engagementId: tenant.engagementId,
        decisionId,
        stepUpId: await proven(person, 'decision.make', content),
      },
    };
  },
  'lib/looks/actions.ts#noteLook': ({ tenant: { engagementId } }) => ({ with: { engagementId } }),
};

/** The offer that stands, and the hashes of what would be read and of an extension upon it, for whoever sees it. */
async function groundRead({ engagementId }: Tenant, person: SignedInPerson, reason = '') {
  return asActor(person, async (tx) => {
    const engagement = await loadEngagement(tx, person, engagementId, todayIn);
    const ground = engagement && (await groundOf(tx, engagement));
    if (!engagement || !ground) {
      return { offerId: randomUUID(), readHash: 'f'.repeat(64), endHash: 'f'.repeat(64) };
    }
    const { hash } = endingSnapshot(engagement, ground, { kind: 'extend', reason });
    return { offerId: ground.offer.id, readHash: ground.hash, endHash: hash };
  });
}
