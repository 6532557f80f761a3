import 'server-only';
import { eq } from 'drizzle-orm';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { asSystem } from '@/db/doors';
import { portalRoles, users } from '@/db/schema/people';
import type { Actor } from '@/lib/access/permissions';
import { auth } from '@/lib/server/auth';

export type SignedIn = Actor & { readonly name: string; readonly title: string | null };

/** Who is asking, or null. Looked up once per request. */
export const currentActor = cache(async (): Promise<SignedIn | null> => {
  const userId = (await auth())?.user?.id;
  if (!userId) return null;
  return asSystem(async (tx) => {
    const [user] = await tx
      .select({ name: users.name, email: users.email, title: users.title })
      .from(users)
      .where(eq(users.id, userId));
    if (!user) return null;
    const roles = await tx.select({ role: portalRoles.role }).from(portalRoles).where(eq(portalRoles.userId, userId));
    return { userId, portalRoles: roles.map((row) => row.role), name: user.name ?? user.email, title: user.title };
  });
});

/** Who is asking; whoever is not signed in is sent to the sign-in page. */
export async function requireActor(): Promise<SignedIn> {
  return (await currentActor()) ?? redirect('/sign-in');
}
