import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { asOwner } from '@/db/testing/owner';
import type { Tenant } from '@/db/testing/tenants';
import { stepUpContent } from '@/lib/sign-in/step-up-content';

/** Rows for one call each, so that no call is in another's way. Written as the owner, past every wall. */

export async function anAlternative({ engagementId }: Tenant): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into alternatives (id, engagement_id, key, label, kind, position)
      values (${id}, ${engagementId}, ${id}, 'One more', 'hybrid', 9)`,
  );
  return id;
}

/** An offer that came before all others, so that the one that stands goes on standing. */
export async function anOffer({ engagementId }: Tenant): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into offers (id, engagement_id, number, label, term_months, renewal_uplift)
      select ${id}, ${engagementId}, min(number) - 1, 'An early offer', 36, 0 from offers where engagement_id = ${engagementId}`,
  );
  return id;
}

/** A deal one can decide on, whatever other calls have made of it: the first choice is chosen, and every offer costs something. */
export async function aCostedDeal({ engagementId, advisor }: Tenant): Promise<void> {
  await asOwner(async (sql) => {
    await sql`
      insert into choices (engagement_id, alternative_id, chosen_by)
      select engagement_id, alternative_id, chosen_by from choices where engagement_id = ${engagementId} order by chosen_at limit 1`;
    await sql`
      insert into lines (id, engagement_id, offer_id, key, position, label, category, kind, quantity, low, likely, high,
                         start_month, end_month, changed_by)
      select gen_random_uuid(), engagement_id, id, gen_random_uuid(), 0, 'A line', 'licences', 'one-time', 1, 10, 10, 10, 0, 1, ${advisor.userId}
      from offers where engagement_id = ${engagementId} and not exists (select from lines where offer_id = offers.id)`;
  });
}

export async function aStep({ engagementId }: Tenant, alternativeId: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into plan_steps (id, engagement_id, alternative_id, key, position, label, months)
      values (${id}, ${engagementId}, ${alternativeId}, ${id}, 0, 'A step', 2)`,
  );
  return id;
}

/** A one-off switching cost on an alternative. */
export async function aLine({ engagementId, advisor }: Tenant, alternativeId: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into lines (id, engagement_id, alternative_id, key, position, label, category, part, kind, quantity, low, likely, high,
                         start_month, end_month, changed_by)
      values (${id}, ${engagementId}, ${alternativeId}, ${id}, 0, 'A line', 'migration', 'switching', 'one-time', 1, 10, 10, 10,
              0, 1, ${advisor.userId})`,
  );
  return id;
}

/** What somebody said, perhaps about a line. */
export async function aClaim({ engagementId }: Tenant, lineId: string | null = null): Promise<string> {
  const [written] = await asOwner(
    (sql) => sql<{ id: string }[]>`
      insert into claims (engagement_id, kind, statement, said_by, said_on, line_id, claimed_amount)
      values (${engagementId}, 'switching cost', 'It costs a fortune.', 'Account executive', '2026-10-01', ${lineId}, 700) returning id`,
  );
  if (!written) throw new Error('The claim was not written');
  return written.id;
}

/** A line the tenant has; any id where there is no such tenant. */
export async function aLineOf({ engagementId }: Tenant): Promise<string> {
  const [line] = await asOwner(
    (sql) => sql<{ id: string }[]>`select id from lines where engagement_id = ${engagementId} limit 1`,
  );
  return line?.id ?? randomUUID();
}

/** A note beside a row, of somebody's own. */
export async function aNote({ engagementId }: Tenant, lineId: string, addedBy: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into evidence (id, engagement_id, subject_kind, subject_id, kind, title, added_by)
      values (${id}, ${engagementId}, 'line', ${lineId}, 'note', 'Said by the supplier.', ${addedBy})`,
  );
  return id;
}

/** A thread about a line, begun by somebody. */
export async function aThread({ engagementId }: Tenant, lineId: string, writtenBy: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into comments (id, engagement_id, subject_kind, subject_id, thread_id, body, written_by)
      values (${id}, ${engagementId}, 'line', ${lineId}, ${id}, 'Is this all of it?', ${writtenBy})`,
  );
  return id;
}

/** What the tenant's rows have attached to them: a picture, what somebody said about a line, and one more threshold. */
export async function attachedTo(
  tenant: Tenant,
): Promise<{ evidenceId: string; commentId: string; lineId: string; thresholdId: string }> {
  const { engagementId } = tenant;
  const [found] = await asOwner(
    (sql) => sql<{ evidenceId: string; commentId: string; lineId: string }[]>`
      select e.id as "evidenceId", c.id as "commentId", c.subject_id as "lineId" from evidence e, comments c
      where e.engagement_id = ${engagementId} and e.media_type = 'image/png'
      and c.engagement_id = ${engagementId} and c.subject_kind = 'line' limit 1`,
  );
  if (!found) throw new Error('The tenant has nothing attached');
  return { ...found, thresholdId: await aThreshold(tenant, []) };
}

/** A threshold beside the tenant's own: a draft, or put to whom it names. */
export async function aThreshold({ threshold, advisor }: Tenant, approvers: readonly string[]): Promise<string> {
  const id = randomUUID();
  await asOwner(async (sql) => {
    await sql`
      insert into thresholds (id, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, proposed_by)
      select ${id}, engagement_id, 1234567, 'Another line.', alternative_id, alternative_cost, '2099-12-30', 2, ${advisor.userId}
      from thresholds where id = ${threshold.id}`;
    for (const userId of approvers) {
      await sql`
        insert into threshold_approvers (engagement_id, threshold_id, user_id)
        select engagement_id, id, ${userId} from thresholds where id = ${id}`;
    }
    if (approvers.length > 0) {
      await sql`
        insert into threshold_moves (engagement_id, threshold_id, kind, by)
        select engagement_id, id, 'proposed', ${advisor.userId} from thresholds where id = ${id}`;
    }
  });
  return id;
}

/** Nothing is recorded of how the deal ends. */
export const anOpenDeal = ({ engagementId }: Tenant) =>
  asOwner((sql) => sql`delete from decisions where engagement_id = ${engagementId}`);

/** A decision that waits for a second voice, and what its giver proves. */
export async function aDecision({ engagementId }: Tenant): Promise<{ decisionId: string; content: string }> {
  const decisionId = randomUUID();
  const [made] = await asOwner(
    (sql) => sql<{ kind: string; offer_id: string; snapshot_hash: string }[]>`
      insert into decisions (id, engagement_id, kind, offer_id, above_line, quorum, snapshot_hash, made_by)
      select ${decisionId}, o.engagement_id, 'extend', o.id, false, 2, s.hash, m.user_id
      from offers o join snapshots s using (engagement_id) join members m using (engagement_id)
      where o.engagement_id = ${engagementId} limit 1 returning kind, offer_id, snapshot_hash`,
  );
  if (!made) throw new Error('The tenant has nothing to decide upon');
  return { decisionId, content: stepUpContent(engagementId, made.kind, made.offer_id, made.snapshot_hash) };
}

async function aPerson(): Promise<{ userId: string; email: string }> {
  const userId = randomUUID();
  const email = `${userId}@matrix.example`;
  await asOwner((sql) => sql`insert into users (id, name, email) values (${userId}, 'Somebody', ${email})`);
  return { userId, email };
}

/** An observer of the engagement. */
export async function aMember({ engagementId }: Tenant): Promise<string> {
  const { userId } = await aPerson();
  await asOwner(
    (sql) => sql`insert into members (engagement_id, user_id, role) values (${engagementId}, ${userId}, 'observer')`,
  );
  return userId;
}

/** An open invitation, to the engagement or to the portal. */
export async function anInvitation(
  { engagementId, advisor }: Tenant,
  to: 'engagement' | 'portal',
  email = `${randomUUID()}@matrix.example`,
): Promise<{ invitationId: string; token: string }> {
  const token = randomBytes(32).toString('hex');
  const [written] = await asOwner(
    (sql) => sql<{ id: string }[]>`
      insert into invitations (engagement_id, role, portal_role, email, token_hash, invited_by, expires_at)
      values (${to === 'engagement' ? engagementId : null}, ${to === 'engagement' ? 'observer' : null},
              ${to === 'portal' ? 'advisor' : null}, ${email}, ${createHash('sha256').update(token).digest('hex')},
              ${advisor.userId}, now() + interval '1 day') returning id`,
  );
  if (!written) throw new Error('The invitation was not written');
  return { invitationId: written.id, token };
}

export async function aPasskey(userId: string): Promise<string> {
  const [written] = await asOwner(
    (sql) => sql<{ id: string }[]>`
      insert into passkeys (user_id, credential_id, public_key, counter, transports, name, synced)
      values (${userId}, ${randomUUID()}, 'key', 0, '{}', 'A key', false) returning id`,
  );
  if (!written) throw new Error('The passkey was not written');
  return written.id;
}

/** Puts the engagement in the archive. */
export async function archived({ engagementId, advisor }: Tenant): Promise<string> {
  await asOwner(
    (sql) => sql`
      insert into archives (engagement_id, archived_by) values (${engagementId}, ${advisor.userId}) on conflict do nothing`,
  );
  return engagementId;
}

/** Somebody's wish that the engagement be erased. */
export async function anErasureRequest({ engagementId, advisor }: Tenant): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into erasure_requests (id, engagement_id, requested_by, expires_at)
      values (${id}, ${engagementId}, ${advisor.userId}, now() + interval '1 day')`,
  );
  return id;
}

/** Whoever is an advisor of the engagement has been it the longest. Of the hundreds that the matrix adds, few are touched. */
export async function leading({ engagementId }: Tenant, userId: string): Promise<void> {
  await asOwner(
    (sql) => sql`
      update members set added_at = case when user_id = ${userId} then '2000-01-01'::timestamptz else '2001-01-01' end
      where engagement_id = ${engagementId} and (user_id = ${userId} or added_at < '2001-01-01')`,
  );
}

/** Somebody's request for the worksheet, with a link that is out. */
export async function aRequest(): Promise<string> {
  const id = randomUUID();
  await asOwner(async (sql) => {
    await sql`
      insert into requests (id, name, email, company, job_title, agreement, renewal_month, seats, hope, consent_version,
                            consent_text, fingerprint, state, decided_at)
      values (${id}, 'Somebody', ${`${id}@matrix.example`}, 'A company', 'CIO', 'ea', '2027-06', '250-999', '', '1', 'Yes',
              ${id}, 'released', now())`;
    await sql`
      insert into worksheet_links (request_id, token_hash, mail_id, file, expires_at)
      values (${id}, ${id}, ${randomUUID()}, 'file', now() + interval '1 day')`;
  });
  return id;
}
