import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the issuer says of whoever signs in under a name; the name is also the subject. */
export type Account = { email?: string; email_verified?: boolean };

/** A real OpenID Connect provider on loopback, with one client: the portal. Any password will do. */
export async function startIssuer(accounts: Readonly<Record<string, Account>>) {
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'walk-position', client_secret: 'a-secret-of-the-journeys-alone' };
  return {
    url,
    client,
    /** Begins to serve, once the portal's own address is known. Issuers differ in where they tell the address. */
    serve(portalOrigin: string, tells: 'in the ID token' | 'when asked') {
      const provider = new Provider(url, {
        clients: [{ ...client, redirect_uris: [`${portalOrigin}/api/auth/callback/oidc`] }],
        pkce: { required: () => true },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        conformIdTokenClaims: tells === 'when asked',
        cookies: { keys: ['a key of the journeys alone'] },
        findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...accounts[accountId], sub: accountId }) }),
      });
      answer = provider.callback();
    },
    close: () => new Promise((done) => server.close(done)),
  };
}
