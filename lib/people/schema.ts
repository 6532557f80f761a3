import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';

/** An address as typed: trimmed, lower case, at most 254 characters. */
export const emailSchema = z
  .string('Write one e-mail address')
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters')
  .pipe(z.email('This does not look like an e-mail address'));

export const personName = plainText(80).min(1, 'Write your name as others know it');

export const personTitle = plainText(120);

export const memberRole = z.enum(['advisor', 'executive', 'contributor', 'observer'], 'Choose a role');

/** A checkbox: present or not. */
export const ticked = z.literal('on').optional().transform(Boolean);

export const profile = z.object({ name: personName, title: personTitle });

export const memberChange = z.object({
  engagementId: z.uuid(),
  userId: z.uuid(),
  role: memberRole,
  negotiator: z.boolean(),
  /** What the person who decides has seen. */
  basedOn: z.object({ role: memberRole, negotiator: z.boolean() }),
});

export const memberRemoval = z.object({ engagementId: z.uuid(), userId: z.uuid() });

export const portalRoleRemoval = z.object({ userId: z.uuid(), role: z.enum(['advisor', 'administrator']) });
