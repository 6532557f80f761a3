import Link from 'next/link';
import { LiveRights } from '@/components/live/live-rights';
import { MovementPicture } from '@/components/outcomes/movement-picture';
import { OutcomesTable } from '@/components/outcomes/outcomes-table';
import { asActor } from '@/db/doors';
import { pointsOf, whatItShows } from '@/lib/outcomes/evidence';
import { loadOutcomes, outcomesShown } from '@/lib/outcomes/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Outcomes' };

export default async function Outcomes() {
  const actor = await requireActor();
  const { outcomes, more } = await asActor(actor, (tx) => loadOutcomes(tx, actor, todayIn));
  const points = pointsOf(outcomes);
  return (
    <div className="pt-6">
      <LiveRights since={actor.rightsSince} />
      <h1 className="text-4xl">Outcomes</h1>
      <p className="mt-2 max-w-2xl text-muted">
        How your deals ended, and how far the offers moved against how prepared the client was three months before the
        renewal.
      </p>
      {outcomes.length === 0 ? (
        <p className="mt-8 max-w-4xl rounded-lg border border-rule bg-surface p-6">
          No deal has ended that you may see the outcome of. One ends in its Threshold room, by an executive’s word.{' '}
          <Link prefetch={false} href="/engagements" className="underline underline-offset-4">
            Your engagements
          </Link>
        </p>
      ) : (
        <>
          <section aria-labelledby="preparation" className="mt-8 rounded-lg border border-rule bg-surface p-4 sm:p-6">
            <h2 id="preparation" className="text-2xl">
              Does preparation move the deal?
            </h2>
            <p className="mt-2 max-w-3xl text-lg">{whatItShows(points)}</p>
            {points.length > 0 && <MovementPicture points={points} />}
            <p className="mt-4 max-w-3xl text-sm text-muted">
              Offers are compared by their all-in cost as each deal’s own model reckons it. This is a record of what
              happened, not a proof of why: deals differ in more than their preparation.
              {points.length < outcomes.length &&
                ` ${outcomes.length - points.length} of ${outcomes.length} are in the table alone: their readiness was not followed at T−3, or no offer was costed.`}
            </p>
          </section>
          <section aria-labelledby="deals" className="mt-10">
            <h2 id="deals" className="text-2xl">
              Deal by deal
            </h2>
            <div className="mt-3 rounded-lg border border-rule bg-surface px-4 py-2 sm:px-6">
              <OutcomesTable outcomes={outcomes} />
            </div>
            {more && <p className="mt-2 text-sm text-muted">The newest {outcomesShown} are shown.</p>}
          </section>
        </>
      )}
    </div>
  );
}
