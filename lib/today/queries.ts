import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { Actor } from '@/lib/access/permissions';
import { claimsDue, linesDue, reviewsDue } from '@/lib/today/costing';
import { type Deal, dealsOf, type Theirs } from '@/lib/today/deals';
import { inOrder } from '@/lib/today/order';
import { milestonesDue, stepsDue } from '@/lib/today/planned';
import { briefsDue, recoveriesDue, summariesDue } from '@/lib/today/posture';
import type { TodayView } from '@/lib/today/view';
import { requestsDue, threadsDue } from '@/lib/today/waiting';
import { endingsDue, erasuresDue, wordsAsked } from '@/lib/today/words';

/** What is worked on until a deal has ended. */
const underWay = [
  wordsAsked,
  endingsDue,
  milestonesDue,
  stepsDue,
  linesDue,
  claimsDue,
  reviewsDue,
  briefsDue,
  summariesDue,
  recoveriesDue,
];

/**
 * What is due from the actor across their engagements, gathered under their own rights: with as many queries for forty
 * as for one. Only amounts that a change has left behind are computed deal by deal, once for everybody.
 */
export async function todayOf(tx: ActorTx, actor: Actor): Promise<TodayView> {
  const all = await dealsOf(tx, actor);
  const theirs = (deals: readonly Deal[]): Theirs => ({ actor, deals: new Map(deals.map((deal) => [deal.id, deal])) });
  const working = theirs(all.filter(({ ended }) => !ended));
  const due = working.deals.size === 0 ? [] : await Promise.all(underWay.map((gather) => gather(tx, working)));
  const talk = all.length === 0 ? [] : await threadsDue(tx, theirs(all));
  return inOrder([...due.flat(), ...talk, ...(await erasuresDue(tx)), ...(await requestsDue(tx, actor))]);
}
