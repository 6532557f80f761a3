import { z } from 'zod';
import { plainLines } from '@/lib/format/plain-text';
import { emailSchema, memberRole, personName, personTitle, ticked } from '@/lib/people/schema';
import { tokenSchema } from '@/lib/sign-in/schema';

const message = plainLines(1_000);

export const engagementInvitation = z.object({
  engagementId: z.uuid(),
  email: emailSchema,
  role: memberRole,
  negotiator: ticked,
  message,
});

export const portalInvitation = z.object({
  email: emailSchema,
  portalRole: z.enum(['advisor', 'administrator'], 'Choose a role'),
  message,
});

export const invitationInEngagement = z.object({ engagementId: z.uuid(), invitationId: z.uuid() });

export const invitationInPortal = z.object({ invitationId: z.uuid() });

export const acceptance = z.object({
  token: tokenSchema,
  /** Asked of whoever is new here. */
  name: personName.optional(),
  title: personTitle.optional(),
});
