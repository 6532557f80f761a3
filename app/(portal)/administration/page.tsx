import { notFound } from 'next/navigation';
import { InvitationList } from '@/components/invitations/invitation-list';
import { InviteForm } from '@/components/invitations/invite-form';
import { Staff } from '@/components/people/staff';
import { asActor } from '@/db/doors';
import { mayInPortal, type PortalRole } from '@/lib/access/permissions';
import { invitePortal, resendPortal, withdrawPortal } from '@/lib/invitations/actions';
import { openInvitations } from '@/lib/invitations/queries';
import { staff as staffOf } from '@/lib/people/queries';
import { portalRoleWords } from '@/lib/people/words';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'Administration' };

const roles: readonly PortalRole[] = ['advisor', 'administrator'];

export default async function Administration() {
  const actor = await requireActor();
  if (!mayInPortal(actor, 'people.change')) notFound();
  const { staff, invitations } = await asActor(actor, async (tx) => ({
    staff: await staffOf(tx, actor),
    invitations: await openInvitations(tx, null),
  }));
  return (
    <div className="pt-6">
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
