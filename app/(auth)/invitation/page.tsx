import { AcceptForm } from '@/components/invitations/accept-form';
import { Notice } from '@/components/ui/notice';
import { asSystem } from '@/db/doors';
import { offeredBy } from '@/lib/invitations/acceptance';
import { currentActor } from '@/lib/server/actor';
import { linkToRedeem } from '@/lib/sign-in/schema';

export const metadata = { title: 'Invitation' };

/** The page behind an invitation's link. Only the button uses the link up; opening the page does not. */
export default async function Invitation({ searchParams }: PageProps<'/invitation'>) {
  const link = linkToRedeem.safeParse(await searchParams);
  const offered = link.success ? await asSystem((tx) => offeredBy(tx, link.data.token)) : null;
  if (!link.success || !offered) {
    return (
      <>
        <h1 className="text-3xl">Invitation</h1>
        <div className="mt-6">
          <Notice tone="bad" title="This invitation no longer works">
            <p className="mt-1">
              It was used already, withdrawn or replaced by a newer mail, or its seven days are over. Whoever invited
              you can send it again.
            </p>
          </Notice>
        </div>
      </>
    );
  }
  const signedIn = await currentActor();
  return (
    <>
      <h1 className="text-3xl">You are invited</h1>
      <p className="mt-3">
        {offered.invitedBy} invites {offered.email} to{' '}
        {offered.client ? (
          <>
            the engagement of <strong className="font-semibold">{offered.client}</strong>
          </>
        ) : (
          'Walk Position'
        )}{' '}
        as {offered.role}.
      </p>
      {offered.message && (
        <blockquote className="mt-5 border-l-2 border-rule pl-4 whitespace-pre-line text-muted">
          {offered.message}
        </blockquote>
      )}
      {signedIn && signedIn.email !== offered.email ? (
        <div className="mt-8">
          <Notice tone="warn" title="This invitation is for another address">
            <p className="mt-1">
              It was sent to {offered.email}, and you are signed in as {signedIn.email}. Sign out and open the link
              again, or ask for an invitation to the address you use here.
            </p>
          </Notice>
        </div>
      ) : (
        <AcceptForm token={link.data.token} asksName={!offered.known} />
      )}
    </>
  );
}
