import { z } from 'zod';

/** What administrators filter events by; each is the beginning of its kinds. */
export const eventGroups = {
  sign: 'Sign-in and sign-out',
  session: 'Sessions',
  passkey: 'Passkeys',
  member: 'Members of engagements',
  'portal-role': 'Portal roles',
  invitation: 'Invitations',
  engagement: 'Archive and erasure',
  erasure: 'Requests to erase',
  trail: 'Alarms',
} as const;

export const eventFilter = z.object({
  events: z
    .enum(Object.keys(eventGroups) as [keyof typeof eventGroups, ...(keyof typeof eventGroups)[]])
    .optional()
    .catch(undefined),
  before: z.iso.datetime({ offset: true }).optional().catch(undefined),
});

export type EventFilter = z.output<typeof eventFilter>;

export type SecurityEventView = {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly says: string;
  readonly detail: string;
  readonly alarm: boolean;
};
