import { type Actor, type Member, type MemberPermission, mayInEngagement, mayInPortal } from '@/lib/access/permissions';
import { roomsOf } from '@/lib/engagements/rooms';
import type { Entry } from '@/lib/palette/view';

/** A deal the reader is a member of. */
export type Deal = {
  readonly id: string;
  readonly client: string;
  readonly member: Member;
  /** It has ended, as far as the reader may know. */
  readonly ended: boolean;
};

type Act = {
  readonly name: string;
  readonly path: string;
  readonly may: MemberPermission;
  readonly how?: 'download';
  /** Refused once the deal has ended. */
  readonly open?: true;
};

/** What is done in an engagement, where it is done. */
const acts: readonly Act[] = [
  { name: 'Add a line to the alternative', path: '/alternative', may: 'alternative.write' },
  { name: 'Choose the best alternative', path: '/alternative', may: 'alternative.choose' },
  { name: 'Enter the next offer', path: '/offer', may: 'offer.write' },
  { name: 'Enter a claim', path: '/claims', may: 'claims.write' },
  { name: 'Change the plan', path: '/plan', may: 'plan.write' },
  { name: 'Log a contact with Microsoft', path: '/posture#contacts', may: 'contacts.write' },
  { name: 'Log a test of the walk', path: '/posture#tests', may: 'contacts.write' },
  { name: 'Read the negotiators’ brief', path: '/posture#brief', may: 'posture.read' },
  { name: 'See what Microsoft sees', path: '/posture#summary', may: 'posture.read' },
  { name: 'Propose a threshold', path: '/threshold', may: 'threshold.propose', open: true },
  { name: 'Say how the deal ends', path: '/threshold#ending', may: 'decision.make', open: true },
  { name: 'Invite somebody', path: '/people', may: 'people.change' },
  { name: 'Download the worksheet', path: '/worksheet', may: 'engagement.read', how: 'download' },
  { name: 'Download the worksheet as PDF', path: '/worksheet/pdf', may: 'engagement.read', how: 'download' },
  { name: 'Download the model file', path: '/export', may: 'engagement.read', how: 'download' },
];

/** A deal, its rooms, and what may be done in it: nothing that its reader would be refused. */
export function entriesOfDeal({ id, client, member, ended }: Deal): Entry[] {
  const base = `/engagements/${id}`;
  return [
    { id: `deal ${id}`, kind: 'engagement', label: client, detail: '', how: 'go', href: base },
    ...roomsOf(member).map(
      ({ path, name }): Entry => ({
        id: `room ${id}${path}`,
        kind: 'room',
        label: name,
        detail: client,
        how: 'go',
        href: `${base}${path}`,
      }),
    ),
    ...acts
      .filter(({ may, open }) => mayInEngagement(member, may) && !(open && ended))
      .map(
        ({ name, path, how }): Entry => ({
          id: `act ${id} ${name}`,
          kind: 'action',
          label: name,
          detail: client,
          how: how ?? 'go',
          href: `${base}${path}`,
        }),
      ),
  ];
}

/** The pages of the portal itself, and what one does there. */
export function entriesOfPortal(actor: Actor, { demo, knowing }: { demo: boolean; knowing: boolean }): Entry[] {
  const place = (label: string, href: string): Entry => ({
    id: `place ${href}`,
    kind: 'place',
    label,
    detail: '',
    how: 'go',
    href,
  });
  const action = (label: string, href: string, how: Entry['how'] = 'go'): Entry => ({
    id: `portal ${label}`,
    kind: 'action',
    label,
    detail: '',
    how,
    href,
  });
  return [
    place('Today', '/today'),
    place('Engagements', '/engagements'),
    ...(knowing ? [place('Outcomes', '/outcomes')] : []),
    ...(mayInPortal(actor, 'requests.triage') ? [place('Requests', '/requests')] : []),
    ...(mayInPortal(actor, 'people.change') ? [place('Administration', '/administration')] : []),
    place('Your account', '/account'),
    ...(demo ? [place('Mailbox', '/mailbox')] : []),
    ...(mayInPortal(actor, 'engagement.create') ? [action('New engagement', '/engagements/new')] : []),
    action('Sign out', '/sign-out', 'post'),
  ];
}
