import 'server-only';
import { z } from 'zod';

/** One issuer, reached safely: tokens are believed because they come straight from it. */
const issuerAddress = z
  .url()
  .refine((text) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(text), 'is an https address')
  .refine(
    (text) => !/\/(common|organizations|consumers)(\/|$)/.test(text),
    'names one tenant: with "common" anybody’s tenant could vouch for any address',
  );

/** "averna.example, northgate.example" */
const domains = z.string().transform((text) =>
  text
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim())
    .filter(Boolean),
);

const schema = z
  .object({
    AUTH_SECRET: z.string().min(32, 'at least 32 characters'),
    AUTH_URL: z.url(),
    DEMO: z.enum(['0', '1']).default('0'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.email().default('walk-position@localhost.localdomain'),
    // What is put between the name and the @ leaves this much of the 64 characters a name may have.
    MAIL_BOUNCES: z
      .email()
      .regex(/^[^@+]{1,15}@/, 'at most 15 characters before the @, and no +')
      .optional(),
    REQUESTS_KEPT_MONTHS: z.coerce.number().int().min(1).max(120).default(12),
    JOBS: z.enum(['here', 'apart']).default('here'),
    OIDC_ISSUER: issuerAddress.optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().min(1).max(60).default('your organisation'),
    OIDC_TRUSTED_DOMAINS: domains.default([]),
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_ISSUER'],
    message: 'also needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
  })
  .transform((env) => ({
    authSecret: env.AUTH_SECRET,
    /** Where people reach the portal, without a slash at the end. */
    origin: new URL(env.AUTH_URL).origin,
    /** Embedded database, loopback only, mails kept at /mailbox, one-click sign-in. */
    demo: env.DEMO === '1',
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    /** Where mails that could not be delivered after all come back to, for `npm run mail:bounces` to read. */
    mailBounces: env.MAIL_BOUNCES,
    /** After how many months a request that came to nothing is erased. */
    requestMonths: env.REQUESTS_KEPT_MONTHS,
    /** The queue is worked on by `npm run worker`, not by the serving process. */
    jobsApart: env.JOBS === 'apart',
    /** Where people may sign in with their organisation; undefined where no issuer is set. */
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME,
            trustedDomains: env.OIDC_TRUSTED_DOMAINS,
          }
        : undefined,
  }));

let parsed: z.output<typeof schema> | undefined;

/** The process's settings, parsed once. Throws naming each variable that is missing or wrong, never its value. */
export function environment(): z.output<typeof schema> {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${problems.join('; ')}`);
  }
  parsed = result.data;
  return parsed;
}
