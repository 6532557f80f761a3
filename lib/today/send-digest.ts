import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { portalRoles, users } from '@/db/schema/people';
import { preferences } from '@/db/schema/preferences';
import { enqueueMail } from '@/lib/mail/enqueue';
import { preferencesOf } from '@/lib/preferences/queries';
import { environment } from '@/lib/server/environment';
import { digestOf, periodAt } from '@/lib/today/digest';
import { todayOf } from '@/lib/today/queries';

/** Kept with the person's other preferences, so that it goes with them. */
const sent = 'mail digest sent';

/**
 * Sends one person, in their own name, the digest of the period it is now; once, however often it is asked for, and
 * none where nothing is due.
 */
export async function sendDigest(tx: ActorTx, userId: string, at: Date): Promise<void> {
  const choice = (await preferencesOf(tx, { userId }))['mail digest'];
  if (!choice || choice.often === 'off') return;
  const period = periodAt(choice.often, choice.timeZone, at);
  if (period === null) return;
  const value = `${choice.often} ${period}`;
  const marked = await tx
    .insert(preferences)
    .values({ userId, name: sent, value })
    .onConflictDoUpdate({
      target: [preferences.userId, preferences.name],
      set: { value, changedAt: at },
      setWhere: sql`${preferences.value} <> excluded.value`,
    })
    .returning({ userId: preferences.userId });
  if (marked.length === 0) return;
  const roles = await tx.select({ role: portalRoles.role }).from(portalRoles).where(eq(portalRoles.userId, userId));
  const body = digestOf(await todayOf(tx, { userId, portalRoles: roles.map(({ role }) => role) }));
  const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (body === null || !person) return;
  await enqueueMail(tx, {
    recipient: person.email,
    subject: 'What is due from you on Walk Position',
    body,
    link: `${environment().origin}/today`,
  });
}
