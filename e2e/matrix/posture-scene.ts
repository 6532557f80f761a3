import { createHash, randomInt, randomUUID } from 'node:crypto';
import { asOwner } from '@/db/testing/owner';
import type { Tenant } from '@/db/testing/tenants';

/** Rows of posture for one call each. Written as the owner, past every wall. */

export async function aContact({ engagementId, advisor }: Tenant): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into contacts (id, engagement_id, held_on, with_whom, walk, below_credible, logged_by)
      values (${id}, ${engagementId}, '2026-01-20', 'Licensing specialist', 'spoken', true, ${advisor.userId})`,
  );
  return id;
}

export async function aSighting({ engagementId, advisor }: Tenant): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into sightings (id, engagement_id, kind, what, seen_on, shown_by, shown_to, logged_by)
      values (${id}, ${engagementId}, 'paper', 'The summary', '2026-01-20', 'CIO', 'Account executive', ${advisor.userId})`,
  );
  return id;
}

export async function aTest({ engagementId, advisor }: Tenant): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into walk_tests (id, engagement_id, kind, tested_on, they_did, we_did, logged_by)
      values (${id}, ${engagementId}, 'silence', '2026-01-20', 'Three weeks of nothing', '', ${advisor.userId})`,
  );
  return id;
}

/** The newest version of the brief. */
export async function aBrief({ engagementId, advisor }: Tenant): Promise<{ briefId: string; number: number }> {
  const briefId = randomUUID();
  const [written] = await asOwner(
    (sql) => sql<{ number: number }[]>`
      insert into briefs (id, engagement_id, number, say, never_say, speakers, answers, written_by)
      select ${briefId}, ${engagementId}, coalesce(max(number), 0) + 1, 'Say', 'Never say', 'Speakers', '[]', ${advisor.userId}
      from briefs where engagement_id = ${engagementId} returning number`,
  );
  return { briefId, number: written?.number ?? 0 };
}

/** The newest summary, which nobody has approved. */
export async function aSummary({ engagementId, advisor }: Tenant): Promise<{ summaryId: string; sha256: string }> {
  const summaryId = randomUUID();
  const statements = [{ heading: 'The plan', sentence: `There is one, ${randomInt(1_000)}.` }];
  const content = JSON.stringify({ format: 'walk-position/preparation-summary@1', client: 'Client', statements });
  const sha256 = createHash('sha256').update(content).digest('hex');
  await asOwner(
    (sql) => sql`
      insert into summaries (id, engagement_id, number, content, sha256, drafted_by)
      select ${summaryId}, ${engagementId}, coalesce(max(number), 0) + 1, ${content}, ${sha256}, ${advisor.userId}
      from summaries where engagement_id = ${engagementId}`,
  );
  return { summaryId, sha256 };
}
