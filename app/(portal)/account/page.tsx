import { CalendarAddress } from '@/components/calendars/calendar-address';
import { LiveRights } from '@/components/live/live-rights';
import { DigestChoice } from '@/components/people/digest-choice';
import { OwnData } from '@/components/people/own-data';
import { Passkeys } from '@/components/people/passkeys';
import { ProfileForm } from '@/components/people/profile-form';
import { Sessions } from '@/components/people/sessions';
import { asActor } from '@/db/doors';
import { calendarSince } from '@/lib/calendars/queries';
import { accountOf } from '@/lib/people/account';
import { preferencesOf } from '@/lib/preferences/queries';
import { requireActor } from '@/lib/server/actor';
import { isFresh } from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';

export const metadata = { title: 'Your account' };

export default async function Account() {
  const actor = await requireActor();
  const [account, calendar, preferences] = await asActor(actor, async (tx) => [
    await accountOf(tx, actor),
    await calendarSince(tx, actor),
    await preferencesOf(tx, actor),
  ]);
  const content = stepUpContent(actor.userId);
  return (
    <div className="max-w-3xl pt-6">
      <LiveRights since={actor.rightsSince} />
      <h1 className="text-4xl">Your account</h1>
      <section aria-labelledby="you" className="mt-10">
        <h2 id="you" className="text-2xl">
          You
        </h2>
        <ProfileForm name={account.name} title={account.title} email={account.email} />
      </section>
      <section aria-labelledby="passkeys" className="mt-12">
        <h2 id="passkeys" className="text-2xl">
          Passkeys
        </h2>
        <p className="mt-2 text-muted">
          A passkey signs you in without waiting for a mail, and confirms that it is you where a decision asks for it.
        </p>
        <Passkeys passkeys={account.passkeys} fresh={isFresh(actor)} content={content} />
      </section>
      <section aria-labelledby="sessions" className="mt-12">
        <h2 id="sessions" className="text-2xl">
          Where you are signed in
        </h2>
        <p className="mt-2 text-muted">
          A browser stays signed in for twelve hours without use, and for a week at most.
        </p>
        <Sessions sessions={account.sessions} />
      </section>
      <section aria-labelledby="calendar" className="mt-12">
        <h2 id="calendar" className="text-2xl">
          Your calendar
        </h2>
        <p className="mt-2 text-muted">
          The renewals, notices and milestones of your engagements in a calendar of yours, by an address that only you
          know. It holds days and names, no figure, and nothing that leadership keeps to itself.
        </p>
        <CalendarAddress since={calendar} />
      </section>
      <section aria-labelledby="digest" className="mt-12">
        <h2 id="digest" className="text-2xl">
          A digest by mail
        </h2>
        <p className="mt-2 text-muted">
          Says that something is due from you, and how pressing it is; what it is stays in the portal. It comes after
          seven in the morning where you are, the first one within the hour if that is past, and not at all while
          nothing is due.
        </p>
        <DigestChoice often={preferences['mail digest']?.often ?? 'off'} />
      </section>
      <section aria-labelledby="own" className="mt-12">
        <h2 id="own" className="text-2xl">
          What is yours
        </h2>
        <p className="mt-2 text-muted">
          Everything held about you as one file; or your person erased, so that the trail keeps only a number where your
          name was. What you wrote in an engagement is the engagement’s and stays in it.
        </p>
        <OwnData content={content} />
      </section>
    </div>
  );
}
