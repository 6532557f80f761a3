import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import { enqueueMail } from '@/lib/mail/enqueue';
import { environment } from '@/lib/server/environment';

export type Addressee = { readonly userId: string; readonly email: string };

/** Of every one of them: administrators read it where a mail cannot be delivered, and learn nothing of what happened. */
const subject = 'Something waits for you on Walk Position';

/**
 * What is told by mail: that there is something to see, and where. Never an amount, a verdict, or a word from which
 * one follows.
 */
const notices = {
  asked:
    'You are named to decide on something. What it is stays in the portal: please sign in, read one page, and say yes or no.',
  decided: 'Something that concerns you was decided. What it is stays in the portal.',
  declined: 'Something that was put to you or by you was declined, with a reason. It is to be read in the portal.',
  changed: 'Something that you had decided, or that rests on a decision, has changed. What it is stays in the portal.',
} as const;

/** Leaves a mail to each, once a person, in the transaction of what it speaks of. */
export async function notify(
  tx: ActorTx,
  what: keyof typeof notices,
  { to, path, but }: { to: readonly Addressee[]; path: string; but?: string },
): Promise<void> {
  const addresses = new Set(to.filter(({ userId, email }) => userId !== but && email !== '').map(({ email }) => email));
  for (const recipient of addresses) {
    await enqueueMail(tx, { recipient, subject, body: notices[what], link: `${environment().origin}${path}` });
  }
}

/** The members who may see the threshold: the advisors, the lead first, and the executives. */
export async function thoseWhoKnow(tx: ActorTx, engagementId: string): Promise<(Addressee & { role: string })[]> {
  return tx
    .select({ userId: users.id, email: users.email, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, engagementId), inArray(members.role, ['advisor', 'executive'])))
    .orderBy(asc(members.role), asc(members.addedAt), asc(members.userId));
}
