import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ActorTx, JobTx } from '@/db/doors';
import { portalRoles, users } from '@/db/schema/people';
import { preferences } from '@/db/schema/preferences';
import { enqueueMail } from '@/lib/mail/enqueue';
import { preferencesOf } from '@/lib/preferences/queries';
import { environment } from '@/lib/server/environment';
import { digestOf, periodAt } from '@/lib/today/digest';
import { todayOf } from '@/lib/today/queries';

/** Kept with the person's other preferences, so that it goes with them; written by the job alone. */
const sent = 'mail digest sent';

export type DueDigest = {
  readonly userId: string;
  readonly recipient: string;
  /** Which digest it is: how often, and of which period. */
  readonly mark: string;
  /** Null where nothing is due: then the period is over without a mail. */
  readonly body: string | null;
};

/** The digest that one person is to be sent now, read in their own name; null where none is, or it has gone already. */
export async function digestDue(tx: ActorTx, userId: string, at: Date): Promise<DueDigest | null> {
  const choice = (await preferencesOf(tx, { userId }))['mail digest'];
  if (!choice || choice.often === 'off') return null;
  const period = periodAt(choice.often, choice.timeZone, at);
  if (period === null) return null;
  const mark = `${choice.often} ${period}`;
  const [last] = await tx
    .select({ mark: preferences.value })
    .from(preferences)
    .where(and(eq(preferences.userId, userId), eq(preferences.name, sent)));
  if (last?.mark === mark) return null;
  const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!person) return null;
  const roles = await tx.select({ role: portalRoles.role }).from(portalRoles).where(eq(portalRoles.userId, userId));
  const today = await todayOf(tx, { userId, portalRoles: roles.map(({ role }) => role) });
  return { userId, recipient: person.email, mark, body: digestOf(today) };
}

/** Leaves it to be delivered, with the note that it has gone: once, however often it is asked for. */
export async function leaveDigest(tx: JobTx, { userId, recipient, mark, body }: DueDigest): Promise<void> {
  const [noted] = await tx.execute<{ first: boolean }>(sql`select mark_digest(${userId}, ${mark}) as first`);
  if (!noted?.first || body === null) return;
  const { origin } = environment();
  await enqueueMail(tx, {
    recipient,
    subject: 'What is due from you on Walk Position',
    body,
    link: `${origin}/today`,
    choice: `${origin}/account#digest`,
  });
}
