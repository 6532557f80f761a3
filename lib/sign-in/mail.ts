import 'server-only';
import { asSystem } from '@/db/doors';
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
