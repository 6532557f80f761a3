import 'server-only';
import { headers } from 'next/headers';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { asSystem } from '@/db/doors';
import { environment } from '@/lib/server/environment';
import { log } from '@/lib/server/logging';
import { admitIdentity, personBehind } from '@/lib/sign-in/identities';
import { identityOf } from '@/lib/sign-in/identity-policy';
import { localPath } from '@/lib/sign-in/local-path';
import { presentedToken, sessionCookie } from '@/lib/sign-in/session-cookie';
import { openSession } from '@/lib/sign-in/sessions';
import { userinfoOf } from '@/lib/sign-in/userinfo';

/** The provider's name in the callback's address: /api/auth/callback/oidc. */
const provider = 'oidc';

const never = () => {
  throw new Error('People and identities are written by lib/sign-in alone');
};

/**
 * What next-auth may ask of the database: whether it knows an identity, which `admitIdentity` has linked before,
 * and a session for it. The session of whoever is signed in already is not its business: an identity is never
 * added to a person by being signed in as somebody.
 */
function adapter(issuer: string): Adapter {
  return {
    async getUserByAccount({ providerAccountId }) {
      const id = await asSystem((tx) => personBehind(tx, issuer, providerAccountId));
      return id ? ({ id, email: '', emailVerified: null } satisfies AdapterUser) : null;
    },
    async createSession({ userId }) {
      const userAgent = (await headers()).get('user-agent');
      const replaces = await presentedToken();
      const { token, expiresAt } = await asSystem((tx) =>
        openSession(tx, { userId, method: 'identity', userAgent, replaces }),
      );
      return { sessionToken: token, userId, expires: expiresAt };
    },
    getSessionAndUser: async () => null,
    getUser: never,
    getUserByEmail: never,
    createUser: never,
    updateUser: never,
    linkAccount: never,
    updateSession: never,
    deleteSession: never,
  };
}

function config(): NextAuthConfig {
  const { authSecret, origin, oidc } = environment();
  if (!oidc) throw new Error('No issuer is set');
  const secure = origin.startsWith('https:');
  const short = (name: string) => ({
    name: `${secure ? '__Host-' : ''}walk-${name}`,
    options: sessionCookie().options,
  });
  return {
    adapter: adapter(oidc.issuer),
    secret: authSecret,
    trustHost: true,
    useSecureCookies: secure,
    session: { strategy: 'database' },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: sessionCookie(),
      callbackUrl: short('callback'),
      csrfToken: short('csrf'),
      pkceCodeVerifier: short('pkce'),
      state: short('state'),
      nonce: short('nonce'),
    },
    providers: [
      {
        id: provider,
        type: 'oidc',
        name: oidc.name,
        issuer: oidc.issuer,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        checks: ['pkce', 'state', 'nonce'],
        authorization: { params: { scope: 'openid email profile' } },
        profile: (claims) => ({ id: claims.sub }),
      },
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${url.startsWith('/sign-in?') ? url : localPath(url.replace(baseUrl, ''))}`,
      async signIn({ profile, account }) {
        const identity = identityOf(profile, oidc.trustedDomains);
        if (!identity) return false;
        const said =
          identity.verifiedEmail === null && account?.access_token
            ? await userinfoOf(oidc.issuer, account.access_token, identity.subject)
            : null;
        const whole = said ? identityOf({ ...profile, ...said }, oidc.trustedDomains) : null;
        const answer = await asSystem((tx) => admitIdentity(tx, oidc.issuer, whole ?? identity));
        return answer === 'admitted' || `/sign-in?refused=${answer}`;
      },
    },
    logger: {
      // Their messages may quote what an issuer sent.
      error: ({ name }) => log.warn({ name }, 'signing in with the issuer failed'),
      warn: () => {},
      debug: () => {},
    },
  };
}

const nextAuth = NextAuth(async () => config());

/** Sends the browser to the issuer; it comes back to `finishWithIssuer`. Throws Next's redirect. */
export async function startWithIssuer(next: string): Promise<never> {
  return nextAuth.signIn(provider, { redirectTo: next });
}

/** The issuer's answer: state, nonce and PKCE are checked, then the identity. */
export const finishWithIssuer = nextAuth.handlers.GET;
