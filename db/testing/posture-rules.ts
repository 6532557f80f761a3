import { createHash, randomInt, randomUUID } from 'node:crypto';
import { asOwner } from '@/db/testing/owner';
import type { EngagementRule } from '@/db/testing/rule';

const addedOnly = { change: 'nobody', remove: 'nobody' } as const;
const log = {
  read: 'posture.read',
  add: 'contacts.write',
  change: 'contacts.write',
  remove: 'nobody',
  copy: (_sql: unknown, _tenant: unknown, person: string) => ({ logged_by: person }),
} as const satisfies Partial<EngagementRule>;

const aNumber = () => randomInt(1_000, 1_000_000_000);

/** What is said to Microsoft, what they have seen, and what may be shown. */
export const postureRules: readonly EngagementRule[] = [
  { table: 'contacts', content: 'we_said', ...log },
  { table: 'sightings', content: 'answer', ...log },
  { table: 'walk_tests', content: 'taught', ...log },
  {
    table: 'recoveries',
    read: 'posture.read',
    add: 'contacts.write',
    ...addedOnly,
    copy: async (_sql, { engagementId }, person) => ({ contact_id: await aContact(engagementId), recorded_by: person }),
  },
  {
    table: 'briefs',
    read: 'posture.read',
    add: 'contacts.write',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ number: aNumber(), written_by: person }),
  },
  {
    table: 'brief_acknowledgements',
    read: 'posture.read',
    add: 'brief.acknowledge',
    ...addedOnly,
    copy: async (_sql, { engagementId }, person) => ({ brief_id: await aBrief(engagementId), user_id: person }),
  },
  {
    table: 'supplier_releases',
    read: 'posture.read',
    add: 'summary.approve',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ released_by: person }),
  },
  {
    table: 'summaries',
    read: 'posture.read',
    add: 'contacts.write',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ number: aNumber(), drafted_by: person }),
  },
  {
    table: 'summary_approvals',
    read: 'posture.read',
    add: 'summary.approve',
    ...addedOnly,
    copy: async (_sql, { engagementId }, person) => ({ ...(await aSummary(engagementId)), approved_by: person }),
  },
  {
    table: 'summary_downloads',
    read: 'posture.read',
    add: 'papers.export',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ downloaded_by: person }),
  },
];

/** A contact like the tenant's own, from which nobody has recovered. */
async function aContact(engagementId: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into contacts (id, engagement_id, held_on, with_whom, walk, below_credible, logged_by)
      select ${id}, engagement_id, held_on, with_whom, walk, below_credible, logged_by
      from contacts where engagement_id = ${engagementId} limit 1`,
  );
  return id;
}

/** A version of the brief that nobody has read. */
async function aBrief(engagementId: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into briefs (id, engagement_id, number, say, never_say, speakers, answers, written_by)
      select ${id}, engagement_id, ${aNumber()}, say, never_say, speakers, answers, written_by
      from briefs where engagement_id = ${engagementId} limit 1`,
  );
  return id;
}

/** A summary that nobody has approved. */
async function aSummary(engagementId: string): Promise<{ summary_id: string; sha256: string }> {
  const id = randomUUID();
  const content = `{"summary":"${id}"}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  await asOwner(
    (sql) => sql`
      insert into summaries (id, engagement_id, number, content, sha256, drafted_by)
      select ${id}, engagement_id, ${aNumber()}, ${content}, ${sha256}, drafted_by
      from summaries where engagement_id = ${engagementId} limit 1`,
  );
  return { summary_id: id, sha256 };
}
