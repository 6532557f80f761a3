import 'server-only';
import { cookies } from 'next/headers';
import { environment } from '@/lib/server/environment';
import type { Opened } from '@/lib/sign-in/sessions';

/** Out of reach of scripts and other sites; behind TLS, of other hosts and of plain HTTP too (`__Host-`). */
export function sessionCookie() {
  const secure = environment().origin.startsWith('https:');
  return {
    name: secure ? '__Host-walk-session' : 'walk-session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/** The token this browser came with. */
export async function presentedToken(): Promise<string | undefined> {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  return value && /^[0-9a-f]{64}$/.test(value) ? value : undefined;
}

/** Only in a server action or a route: a page cannot set cookies. */
export async function keepSession({ token, expiresAt }: Opened): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
