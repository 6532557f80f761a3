import type { SecurityEventKind } from '@/lib/sign-in/security-events';

/** What each event says, after the name of who did it and before whom it concerns. */
const sentences: Readonly<Record<SecurityEventKind, string>> = {
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  'sign-in.refused': 'A sign-in was refused',
  'session.revoked': 'ended a session of',
  'identity.linked': 'linked the organisation’s sign-in to',
  'passkey.added': 'added a passkey',
  'passkey.removed': 'removed a passkey',
  'step-up.failed': 'failed to confirm who they are',
  'member.joined': 'joined an engagement',
  'member.changed': 'changed the role of',
  'member.removed': 'removed from an engagement',
  'member.left': 'left an engagement',
  'portal-role.granted': 'gave a portal role to',
  'portal-role.removed': 'took a portal role from',
  'invitation.sent': 'sent an invitation',
  'invitation.withdrawn': 'withdrew an invitation',
  'invitation.refused': 'was refused an invitation that is another’s',
  'calendar.opened': 'made an address for their calendar',
  'calendar.closed': 'took back the address of their calendar',
  'person.erased': 'erased what was theirs',
  'engagement.archived': 'put an engagement in the archive',
  'engagement.reopened': 'took an engagement out of the archive',
  'engagement.erased': 'confirmed the erasure of an engagement',
  'erasure.requested': 'asked to erase an engagement',
  'erasure.refused': 'refused, or took back, an erasure',
  'trail.broken': 'A trail of activity is not what was written',
};

/** One security event as a sentence. Names are null for strangers and for whoever was erased. */
export function sentenceOf(event: {
  readonly kind: string;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly samePerson: boolean;
}): string {
  const does = sentences[event.kind as SecurityEventKind] ?? event.kind;
  const subjectless = /^[A-Z]/.test(does);
  const whom = event.subject && !event.samePerson ? ` ${event.subject}` : '';
  if (subjectless) return event.subject ? `${does}: ${event.subject}` : does;
  return `${event.actor ?? event.subject ?? 'Somebody'} ${does}${event.actor ? whom : ''}`;
}

/** The detail of an event as shown: words and ids. */
export function detailOf(detail: Readonly<Record<string, string | boolean>>): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== '' && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}: ${value}`))
    .join(' · ');
}
