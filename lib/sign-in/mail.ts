import 'server-only';
import { asSystem } from '@/db/doors';
import { deliver } from '@/lib/mail/deliver';
import { environment } from '@/lib/server/environment';
import { createSignInLink } from '@/lib/sign-in/links';

/** Mails a sign-in link to whoever has the address; nobody has it, nothing happens. */
export async function mailSignInLink({ email, next }: { email: string; next: string }): Promise<void> {
  const { origin } = environment();
  const made = await asSystem((tx) => createSignInLink(tx, email, { origin, next }));
  if (!made) return;
  await deliver({
    recipient: email,
    subject: 'Your sign-in link',
    body: 'Open this link to sign in to Walk Position. It works once, for fifteen minutes. If you did not ask for it, ignore this mail.',
    link: made.link,
  });
}
