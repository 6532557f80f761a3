import 'server-only';
import { type ActorTx, asSystem, type SystemTx } from '@/db/doors';
import { enqueueMail } from '@/lib/mail/enqueue';
import { environment } from '@/lib/server/environment';
import { createSignInLink } from '@/lib/sign-in/links';

/** Mails a sign-in link to whoever has the address; nobody has it, nothing happens. */
export async function mailSignInLink({ email, next }: { email: string; next: string }): Promise<void> {
  const { origin } = environment();
  await asSystem(async (tx) => {
    const made = await createSignInLink(tx, email, { origin, next });
    if (!made) return;
    await enqueueMail(tx, {
      recipient: email,
      subject: 'Your sign-in link',
      body: 'Open this link to sign in to Walk Position. It works once, for fifteen minutes. If you did not ask for it, ignore this mail.',
      link: made.link,
      until: made.expiresAt,
    });
  });
}

/** Tells a person that somebody, they hope they themselves, has changed their ways in. */
export async function mailPasskeyChange(
  tx: ActorTx | SystemTx,
  { email }: { readonly email: string },
  change: 'added' | 'removed',
): Promise<void> {
  await enqueueMail(tx, {
    recipient: email,
    subject: `A passkey was ${change}`,
    body: `A passkey of your account on Walk Position was just ${change}. If that was not you, sign in, look at your passkeys and sessions, and tell your administrator.`,
    link: `${environment().origin}/account`,
  });
}
