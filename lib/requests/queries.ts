import 'server-only';
import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { mails } from '@/db/schema/mails';
import { requestEntries, requests, worksheetLinks } from '@/db/schema/requests';
import { companyKey } from '@/lib/requests/marks';
import type { AdvisorView, EntryView, LinkView, QueueView, RequestGroup, RequestView } from '@/lib/requests/view';
import { type RequestState, requestStates } from '@/lib/requests/words';

const mostShown = 200;

/** The firm's advisors, for whoever is one. */
export async function firmAdvisors(tx: ActorTx): Promise<AdvisorView[]> {
  const rows = await tx.execute<{ user_id: string; name: string | null }>(
    sql`select user_id, name from firm_advisors() order by name`,
  );
  return rows.map(({ user_id, name }) => ({ userId: user_id, name: name ?? 'Somebody who has left' }));
}

/** One state's requests: those that wait by age, the others newest first; nothing for whoever does not triage. */
export async function requestQueue(
  tx: ActorTx,
  { state, assignedTo }: { state: RequestState; assignedTo: string | null },
): Promise<QueueView> {
  const advisors = await firmAdvisors(tx);
  const views = await requestViews(tx, advisors, {
    where: and(eq(requests.state, state), assignedTo ? eq(requests.assignedTo, assignedTo) : undefined),
    order:
      state === 'new' ? asc(requests.createdAt) : desc(sql`coalesce(${requests.decidedAt}, ${requests.createdAt})`),
  });
  const groups = new Map<string, RequestView[]>();
  for (const view of views) {
    const key = companyKey(view);
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  const counted = await tx.select({ state: requests.state, rows: count() }).from(requests).groupBy(requests.state);
  return {
    groups: [...groups].map(([key, together]): RequestGroup => ({ key, requests: together })),
    counts: Object.fromEntries(
      requestStates.map((one) => [one, counted.find((row) => row.state === one)?.rows ?? 0]),
    ) as QueueView['counts'],
    advisors,
  };
}

/** One request; null where it is not there, or not theirs to triage. */
export async function oneRequest(tx: ActorTx, requestId: string): Promise<RequestView | null> {
  const [view] = await requestViews(tx, await firmAdvisors(tx), {
    where: eq(requests.id, requestId),
    order: asc(requests.id),
  });
  return view ?? null;
}

async function requestViews(
  tx: ActorTx,
  advisors: readonly AdvisorView[],
  { where, order }: { where: SQL | undefined; order: SQL },
): Promise<RequestView[]> {
  const rows = await tx
    .select({
      request: requests,
      days: sql<number>`floor(extract(epoch from now() - ${requests.createdAt}) / 86400)::int`,
      asked: sql<number>`(select count(*)::int from requests others where others.email = ${requests.email})`,
      engagementId: engagements.id,
    })
    .from(requests)
    .leftJoin(engagements, eq(engagements.id, requests.convertedTo))
    .where(where)
    .orderBy(order)
    .limit(mostShown);
  const ids = rows.map(({ request }) => request.id);
  const [entries, links] = ids.length > 0 ? [await entriesOf(tx, advisors, ids), await linksOf(tx, ids)] : [[], []];
  return rows.map(({ request, days, asked, engagementId }) => ({
    id: request.id,
    version: request.version,
    name: request.name,
    email: request.email,
    company: request.company,
    jobTitle: request.jobTitle,
    agreement: request.agreement,
    renewalMonth: request.renewalMonth,
    seats: request.seats,
    hope: request.hope,
    marks: request.marks,
    state: request.state,
    assignedTo: request.assignedTo,
    createdAt: request.createdAt.toISOString(),
    days,
    asked,
    link: links.find(({ requestId }) => requestId === request.id)?.link ?? null,
    entries: entries.filter(({ requestId }) => requestId === request.id).map(({ entry }) => entry),
    engagementId,
  }));
}

async function entriesOf(tx: ActorTx, advisors: readonly AdvisorView[], ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(requestEntries)
    .where(inArray(requestEntries.requestId, [...ids]))
    .orderBy(asc(requestEntries.writtenAt));
  return rows.map((row) => ({
    requestId: row.requestId,
    entry: {
      id: row.id,
      kind: row.kind,
      body: row.body,
      by: advisors.find(({ userId }) => userId === row.writtenBy)?.name ?? 'Somebody who has left',
      at: row.writtenAt.toISOString(),
    } satisfies EntryView,
  }));
}

/** The newest link of each. */
async function linksOf(tx: ActorTx, ids: readonly string[]) {
  const rows = await tx
    .selectDistinctOn([worksheetLinks.requestId], {
      requestId: worksheetLinks.requestId,
      downloads: worksheetLinks.downloads,
      expiresAt: worksheetLinks.expiresAt,
      revokedAt: worksheetLinks.revokedAt,
      mail: mails.state,
      problem: mails.problem,
    })
    .from(worksheetLinks)
    .leftJoin(mails, eq(mails.id, worksheetLinks.mailId))
    .where(inArray(worksheetLinks.requestId, [...ids]))
    .orderBy(
      worksheetLinks.requestId,
      desc(worksheetLinks.createdAt),
      asc(sql`${worksheetLinks.revokedAt} is not null`),
    );
  return rows.map((row) => ({
    requestId: row.requestId,
    link: {
      state: row.revokedAt || row.expiresAt <= new Date() || row.downloads >= 5 ? 'ended' : 'open',
      downloads: row.downloads,
      until: row.expiresAt.toISOString(),
      mail: row.mail ?? 'forgotten',
      problem: row.problem,
    } satisfies LinkView,
  }));
}
