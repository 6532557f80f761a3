import { notFound } from 'next/navigation';
import { SecurityEvents } from '@/components/administration/security-events';
import { UndeliveredMails } from '@/components/administration/undelivered-mails';
import { EngagementNames } from '@/components/archives/engagement-names';
import { InvitationList } from '@/components/invitations/invitation-list';
import { InviteForm } from '@/components/invitations/invite-form';
import { LiveRights } from '@/components/live/live-rights';
import { Staff } from '@/components/people/staff';
import { asActor } from '@/db/doors';
import { mayInPortal, type PortalRole } from '@/lib/access/permissions';
import { securityEventsPage } from '@/lib/administration/queries';
import { eventFilter } from '@/lib/administration/view';
import { engagementNames } from '@/lib/archives/queries';
import { invitePortal, resendPortal, withdrawPortal } from '@/lib/invitations/actions';
import { openInvitations } from '@/lib/invitations/queries';
import { undeliverableMails } from '@/lib/mail/queries';
import { staff as staffOf } from '@/lib/people/queries';
import { portalRoleWords } from '@/lib/people/words';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'Administration' };

const roles: readonly PortalRole[] = ['advisor', 'administrator'];

export default async function Administration({ searchParams }: PageProps<'/administration'>) {
  const actor = await requireActor();
  if (!mayInPortal(actor, 'people.change')) notFound();
  const filter = eventFilter.parse(await searchParams);
  const { staff, invitations, engagements, events, mails } = await asActor(actor, async (tx) => ({
    staff: await staffOf(tx, actor),
    invitations: await openInvitations(tx, null),
    engagements: await engagementNames(tx, actor),
    events: await securityEventsPage(tx, filter),
    mails: await undeliverableMails(tx),
  }));
  return (
    <div className="pt-6">
      <LiveRights since={actor.rightsSince} />
      <h1 className="text-4xl">Administration</h1>
      <div className="mt-10 grid items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <section aria-labelledby="staff">
            <h2 id="staff" className="text-2xl">
              Advisors and administrators
            </h2>
            <Staff staff={staff} />
          </section>
          {invitations.length > 0 && (
            <section aria-labelledby="open-invitations" className="mt-10">
              <h2 id="open-invitations" className="text-2xl">
                Invited, not here yet
              </h2>
              <InvitationList invitations={invitations} resend={resendPortal} withdraw={withdrawPortal} />
            </section>
          )}
          <section aria-labelledby="engagements" className="mt-12">
            <h2 id="engagements" className="text-2xl">
              Engagements
            </h2>
            <p className="mt-1 text-muted">By name only: what they hold is for their members.</p>
            <EngagementNames engagements={engagements} />
          </section>
          <section aria-labelledby="events" className="mt-12">
            <h2 id="events" className="text-2xl">
              Security events
            </h2>
            <SecurityEvents events={events.events} next={events.next} filter={filter} />
          </section>
          <section aria-labelledby="mails" className="mt-12">
            <h2 id="mails" className="text-2xl">
              Mail that could not be delivered
            </h2>
            <UndeliveredMails mails={mails} />
          </section>
        </div>
        <section aria-labelledby="invite">
          <h2 id="invite" className="text-2xl">
            Invite somebody
          </h2>
          <InviteForm
            send={invitePortal}
            field="portalRole"
            choices={roles.map((role) => ({ value: role, ...portalRoleWords[role] }))}
          />
        </section>
      </div>
    </div>
  );
}
