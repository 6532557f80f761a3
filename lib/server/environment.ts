import 'server-only';
import { z } from 'zod';

const schema = z
  .object({
    AUTH_SECRET: z.string().min(32, 'at least 32 characters'),
    AUTH_URL: z.url(),
    DEMO: z.enum(['0', '1']).default('0'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.email().default('walk-position@localhost.localdomain'),
  })
  .transform((env) => ({
    authSecret: env.AUTH_SECRET,
    /** Where people reach the portal, without a slash at the end. */
    origin: new URL(env.AUTH_URL).origin,
    /** Embedded database, loopback only, mails kept at /mailbox, one-click sign-in. */
    demo: env.DEMO === '1',
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
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
