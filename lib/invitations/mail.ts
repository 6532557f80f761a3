import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { Place } from '@/lib/invitations/place';
import { enqueueMail } from '@/lib/mail/enqueue';
import { portalRoleWords, roleWords } from '@/lib/people/words';
import { environment } from '@/lib/server/environment';

/** The mail names neither client nor deal nor what the role may see: whoever carries it need not know. */
export async function mailInvitation(
  tx: ActorTx,
  inviter: { readonly name: string },
  invitation: { email: string; message: string; place: Place; token: string; until: Date },
): Promise<void> {
  const { email, message, place, token, until } = invitation;
  const role = 'portalRole' in place ? portalRoleWords[place.portalRole] : roleWords[place.role];
  const where = 'portalRole' in place ? 'to Walk Position' : 'to an engagement on Walk Position';
  const paragraphs = [
    `${inviter.name} invites you ${where} as ${role.name.toLowerCase()}.`,
    ...(message ? [message] : []),
    'Open this link to accept. It works once, for seven days, and for this address only.',
  ];
  await enqueueMail(tx, {
    recipient: email,
    subject: `${inviter.name} invites you to Walk Position`,
    body: paragraphs.join('\n\n'),
    link: `${environment().origin}/invitation?token=${token}`,
    until,
  });
}
