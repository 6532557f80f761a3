import 'server-only';
import { z } from 'zod';

const discovery = z.object({ userinfo_endpoint: z.url() });
const claims = z.looseObject({ sub: z.string() });

/** How long an issuer may take to answer. */
const patience = 10_000;

/**
 * What an issuer says of somebody beyond the ID token: many keep addresses out of it. Null where the issuer has no
 * such endpoint or speaks of somebody else; throws where it does not answer.
 */
export async function userinfoOf(issuer: string, accessToken: string, subject: string): Promise<object | null> {
  const described = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(patience),
  });
  const endpoint = discovery.safeParse(await described.json()).data?.userinfo_endpoint;
  if (!endpoint) return null;
  const answer = await fetch(endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const said = answer.ok ? claims.safeParse(await answer.json()).data : undefined;
  return said?.sub === subject ? said : null;
}
