import 'server-only';
import { createHash } from 'node:crypto';
import { DrizzleAdapter } from '@auth/drizzle-adapter';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import { authDatabase } from '@/db/doors';
import { accounts, sessions, users, verificationTokens } from '@/db/schema/people';
import { environment } from '@/lib/server/environment';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The adapter, keeping only hashes of session tokens: whoever reads the table cannot use what is in it.
 * next-auth hashes the tokens of sign-in links itself.
 */
function hashedSessions(adapter: Adapter): Adapter {
  const { createSession, getSessionAndUser, updateSession, deleteSession } = adapter;
  if (!createSession || !getSessionAndUser || !updateSession || !deleteSession) {
    throw new Error('The adapter keeps no sessions');
  }
  return {
    ...adapter,
    async createSession(session) {
      await createSession({ ...session, sessionToken: sha256(session.sessionToken) });
      return session;
    },
    async getSessionAndUser(sessionToken) {
      const found = await getSessionAndUser(sha256(sessionToken));
      return found && { user: found.user, session: { ...found.session, sessionToken } };
    },
    async updateSession(session) {
      const updated = await updateSession({ ...session, sessionToken: sha256(session.sessionToken) });
      return updated && { ...updated, sessionToken: session.sessionToken };
    },
    deleteSession: (sessionToken) => deleteSession(sha256(sessionToken)),
  };
}

function config(): NextAuthConfig {
  const { authSecret } = environment();
  return {
    adapter: hashedSessions(
      DrizzleAdapter(authDatabase(), {
        usersTable: users,
        accountsTable: accounts,
        sessionsTable: sessions,
        verificationTokensTable: verificationTokens,
      }),
    ),
    secret: authSecret,
    trustHost: true,
    session: { strategy: 'database', maxAge: 14 * 24 * 3600, updateAge: 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/check' },
    providers: [
      {
        // Links are made and sent by lib/people/sign-in-links; next-auth redeems them.
        id: 'email',
        type: 'email',
        name: 'E-mail link',
        secret: authSecret,
        sendVerificationRequest: () => {
          throw new Error('Sign-in links are sent from the sign-in page only');
        },
      },
    ],
    callbacks: {
      // Nobody becomes a user by signing in: people are invited.
      signIn: async ({ user }) => user.id !== undefined && 'createdAt' in user,
      // The session holds its own token; what leaves here is the person alone.
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name ?? null } }),
    },
  };
}

export const { handlers, auth, signOut } = NextAuth(config);
