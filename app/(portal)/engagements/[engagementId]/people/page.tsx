import { ArchivePanel } from '@/components/archives/archive-panel';
import { InvitationList } from '@/components/invitations/invitation-list';
import { InviteForm } from '@/components/invitations/invite-form';
import { Members } from '@/components/people/members';
import { asActor } from '@/db/doors';
import { mayInEngagement } from '@/lib/access/permissions';
import { erasureAsked } from '@/lib/archives/queries';
import { requireEngagement } from '@/lib/engagements/require';
import { invite, resend, withdraw } from '@/lib/invitations/actions';
import { openInvitations } from '@/lib/invitations/queries';
import { mayNameNegotiators, rolesToGive } from '@/lib/people/policy';
import { membersOf } from '@/lib/people/queries';
import { roleWords } from '@/lib/people/words';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'People' };

export default async function People({ params }: PageProps<'/engagements/[engagementId]/people'>) {
  const { id, member } = await requireEngagement((await params).engagementId);
  const actor = await requireActor();
  const manages = mayInEngagement(member, 'people.change');
  const archives = mayInEngagement(member, 'engagement.archive');
  const { members, invitations, request } = await asActor(actor, async (tx) => ({
    members: await membersOf(tx, actor, member, id),
    invitations: manages ? await openInvitations(tx, id) : [],
    request: archives ? await erasureAsked(tx, id) : null,
  }));
  const namesNegotiators = mayNameNegotiators(member);
  return (
    <div className="grid items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div>
        <h1 className="text-3xl">People</h1>
        <p className="mt-2 text-muted">Who sees this engagement. Nobody else knows that it exists.</p>
        <Members engagementId={id} members={members} namesNegotiators={namesNegotiators} />
        {invitations.length > 0 && (
          <section aria-labelledby="open-invitations" className="mt-10">
            <h2 id="open-invitations" className="text-2xl">
              Invited, not here yet
            </h2>
            <InvitationList engagementId={id} invitations={invitations} resend={resend} withdraw={withdraw} />
          </section>
        )}
        {archives && <ArchivePanel state={{ engagementId: id, archived: member.archived === true, request }} />}
      </div>
      {manages && (
        <section aria-labelledby="invite">
          <h2 id="invite" className="text-2xl">
            Invite somebody
          </h2>
          <InviteForm
            send={invite}
            engagementId={id}
            field="role"
            choices={rolesToGive(member).map((role) => ({ value: role, ...roleWords[role] }))}
            namesNegotiators={namesNegotiators}
          />
        </section>
      )}
    </div>
  );
}
