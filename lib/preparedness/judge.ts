import 'server-only';
import { eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { pillarChanges, pillarStates } from '@/db/schema/readiness';
import { loadEngagement } from '@/lib/engagements/queries';
import { remindOwners } from '@/lib/milestones/remind';
import { factsOf } from '@/lib/preparedness/facts';
import { pillarNames } from '@/lib/readiness/criterion';
import { readinessOf, statesOf } from '@/lib/readiness/readiness';
import { todayIn } from '@/lib/server/today';

/**
 * Writes down how the pillars stand now, and which of them changed, as the engagement's lead, who sees everything.
 * On each new day of the engagement it also reminds the owners of what is due.
 */
export async function judgeReadiness(tx: ActorTx, leadId: string, engagementId: string): Promise<void> {
  const lead = { userId: leadId, portalRoles: [] };
  const here = eq(pillarStates.engagementId, engagementId);
  // Held first, so that two who judge at once do so one after the other.
  const [before] = await tx.select().from(pillarStates).where(here).for('update');
  const engagement = await loadEngagement(tx, lead, engagementId, todayIn);
  if (!before || !engagement) return;
  const today = todayIn(engagement.timeZone);
  const states = statesOf(readinessOf(await factsOf(tx, engagement, today), today).pillars);
  const changed = pillarNames.filter((pillar) => states[pillar] !== before[pillar]);
  if (changed.length > 0) {
    await tx
      .insert(pillarChanges)
      .values(changed.map((pillar) => ({ engagementId, pillar, state: states[pillar], changedOn: today })));
  }
  if (changed.length > 0 || before.judgedFor < today) {
    await tx
      .update(pillarStates)
      .set({ ...states, judgedFor: today })
      .where(here);
  }
  if (before.judgedFor < today) await remindOwners(tx, engagementId, { since: before.judgedFor, today });
}
