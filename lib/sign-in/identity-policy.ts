import { z } from 'zod';
import { emailSchema } from '@/lib/people/schema';

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: emailSchema.optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .optional()
    .catch(undefined),
  /** Microsoft Entra ID: the owner of the address's domain has been verified. */
  xms_edov: z
    .union([z.boolean(), z.literal(1), z.literal('1'), z.literal('true')])
    .optional()
    .catch(undefined),
});

export type Identity = {
  readonly subject: string;
  /** The address, where the issuer vouches that it is this person's. */
  readonly verifiedEmail: string | null;
};

/**
 * What an issuer's claims say of somebody. An address counts only where the issuer says that it is verified, or
 * where it lies in a domain whose addresses the operator has declared to be the issuer's to give: an unverified
 * one may be whatever its bearer typed. Null for claims without a subject.
 */
export function identityOf(profile: unknown, trustedDomains: readonly string[]): Identity | null {
  const parsed = claims.safeParse(profile);
  if (!parsed.success) return null;
  const { sub, email, email_verified, xms_edov } = parsed.data;
  const domain = email?.slice(email.lastIndexOf('@') + 1);
  const vouched = email_verified === true || (xms_edov !== undefined && xms_edov !== false);
  const trusted = domain !== undefined && trustedDomains.includes(domain) && email_verified !== false;
  return { subject: sub, verifiedEmail: email && (vouched || trusted) ? email : null };
}
