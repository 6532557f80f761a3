import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { asOwner } from '@/db/testing/owner';
import type { Tenant } from '@/db/testing/tenants';
import { anAlternative } from './scene';

/** A milestone for one call, as the actions name it. */
export async function onAMilestone({ engagementId }: Tenant) {
  const milestoneId = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into milestones (id, engagement_id, label, due_on, wall)
      values (${milestoneId}, ${engagementId}, 'A milestone', '2027-02-01', 'engagement')`,
  );
  return { engagementId, milestoneId, version: 1 };
}

/** An alternative on which somebody has said why a category has no line. */
export async function anExcusedAlternative(tenant: Tenant, category: string): Promise<string> {
  const alternativeId = await anAlternative(tenant);
  await asOwner(
    (sql) => sql`
      insert into category_reasons (engagement_id, alternative_id, category, reason, written_by)
      values (${tenant.engagementId}, ${alternativeId}, ${category}, 'It does not apply.', ${tenant.advisor.userId})`,
  );
  return alternativeId;
}

export async function withoutOwner({ engagementId }: Tenant, criterion: string): Promise<void> {
  await asOwner(
    (sql) => sql`delete from criterion_owners where engagement_id = ${engagementId} and criterion = ${criterion}`,
  );
}

export async function versionOf({ engagementId }: Tenant): Promise<number> {
  const [found] = await asOwner(
    (sql) => sql<{ version: number }[]>`select version from engagements where id = ${engagementId}`,
  );
  return found?.version ?? 1;
}

/** The secret address of a leader's calendar: whoever holds it reads it, and nothing in it is leadership's. */
export async function aCalendarAddress({ executive: { userId } }: Tenant): Promise<string> {
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(token).digest('hex');
  await asOwner(
    (sql) => sql`
      insert into calendar_feeds (user_id, token_hash) values (${userId}, ${hash})
      on conflict (user_id) do update set token_hash = excluded.token_hash`,
  );
  return `${token}.ics`;
}
