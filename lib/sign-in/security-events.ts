import 'server-only';
import type { ActorTx, JobTx, SystemTx } from '@/db/doors';
import { securityEvents } from '@/db/schema/sign-in';

/** What administrators watch. */
export type SecurityEventKind =
  | 'signed-in'
  | 'signed-out'
  | 'sign-in.refused'
  | 'session.revoked'
  | 'identity.linked'
  | 'passkey.added'
  | 'passkey.removed'
  | 'step-up.failed'
  | 'member.joined'
  | 'member.changed'
  | 'member.removed'
  | 'member.left'
  | 'portal-role.granted'
  | 'portal-role.removed'
  | 'invitation.sent'
  | 'invitation.withdrawn'
  | 'invitation.refused'
  | 'calendar.opened'
  | 'calendar.closed'
  | 'person.erased'
  | 'engagement.archived'
  | 'engagement.reopened'
  | 'engagement.erased'
  | 'erasure.requested'
  | 'erasure.refused'
  | 'trail.broken';

export type SecurityEvent = {
  readonly kind: SecurityEventKind;
  /** Whom it concerns; left out for strangers. */
  readonly userId?: string;
  /** Who did it; left out where nobody was signed in. */
  readonly actorId?: string;
  /** Words and ids. Never an address, a token or a figure. */
  readonly detail?: Readonly<Record<string, string | boolean>>;
};

/** Adds one event, in the transaction of what it tells. */
export async function recordSecurityEvent(tx: ActorTx | SystemTx | JobTx, event: SecurityEvent): Promise<void> {
  await tx.insert(securityEvents).values(event);
}
