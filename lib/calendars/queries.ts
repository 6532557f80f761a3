import 'server-only';
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type ActorTx, asActor, asVisitor } from '@/db/doors';
import { archives } from '@/db/schema/archives';
import { calendarFeeds } from '@/db/schema/calendar-feeds';
import { engagements } from '@/db/schema/engagements';
import { milestones } from '@/db/schema/milestones';
import { offers } from '@/db/schema/offers';
import type { CalendarDay } from '@/lib/calendars/ics';
import { outwardName } from '@/lib/milestones/figures';
import { environment } from '@/lib/server/environment';
import { hashOf } from '@/lib/sign-in/token';

/** Since when the actor's calendar has an address, as an ISO instant; null where it has none. */
export async function calendarSince(tx: ActorTx, { userId }: { readonly userId: string }): Promise<string | null> {
  const [feed] = await tx
    .select({ since: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId));
  return feed?.since.toISOString() ?? null;
}

/**
 * The days behind a calendar's address, as far as its owner may see them now; null where there is no such address.
 * It leaves the house: nothing of leadership's, no day that follows from a plan, and no figure.
 */
export async function daysBehind(token: string): Promise<CalendarDay[] | null> {
  const hash = hashOf(token);
  const [found] = await asVisitor((tx) =>
    tx.execute<{ owner: string | null }>(sql`select calendar_owner(${hash}) as owner`),
  );
  if (!found?.owner) return null;
  return asActor({ userId: found.owner }, daysOf);
}

async function daysOf(tx: ActorTx): Promise<CalendarDay[]> {
  const here = isNull(archives.engagementId);
  const deals = await tx
    .select({
      id: engagements.id,
      client: engagements.client,
      renewalDate: engagements.renewalDate,
      noticeOn: engagements.noticeOn,
    })
    .from(engagements)
    .leftJoin(archives, eq(archives.engagementId, engagements.id))
    .where(here)
    .orderBy(asc(engagements.client));
  const expiries = await tx
    .selectDistinctOn([offers.engagementId], { engagementId: offers.engagementId, on: offers.expiresOn })
    .from(offers)
    .orderBy(asc(offers.engagementId), desc(offers.number));
  const kept = await tx
    .select({ id: milestones.id, engagementId: milestones.engagementId, on: milestones.dueOn, label: milestones.label })
    .from(milestones)
    .where(and(eq(milestones.wall, 'engagement'), isNull(milestones.doneOn), isNotNull(milestones.dueOn)))
    .orderBy(asc(milestones.dueOn));
  const { origin } = environment();
  return deals.flatMap(({ id, client, renewalDate, noticeOn }): CalendarDay[] => {
    const day = (key: string, on: string, what: string) => ({
      id: key,
      on,
      title: `${client}: ${what}`,
      link: `${origin}/engagements/${id}/readiness#timeline`,
    });
    const expiry = expiries.find(({ engagementId }) => engagementId === id)?.on ?? null;
    return [
      day(`renewal-${id}`, renewalDate, 'Renewal'),
      ...(noticeOn ? [day(`notice-${id}`, noticeOn, 'Last day for notice')] : []),
      ...(expiry ? [day(`expiry-${id}`, expiry, 'Microsoft’s quote expires')] : []),
      ...kept
        .filter(({ engagementId }) => engagementId === id)
        .map((milestone) => day(milestone.id, milestone.on, outwardName(milestone.label))),
    ];
  });
}
