import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { Actor } from '@/lib/access/permissions';
import { claimsDue, linesDue, reviewsDue } from '@/lib/today/costing';
import { dealsOf, type Theirs } from '@/lib/today/deals';
import { inOrder } from '@/lib/today/order';
import { milestonesDue, stepsDue } from '@/lib/today/planned';
import { briefsDue, recoveriesDue, summariesDue } from '@/lib/today/posture';
import type { TodayView } from '@/lib/today/view';
import { requestsDue, threadsDue } from '@/lib/today/waiting';
import { endingsDue, erasuresDue, wordsAsked } from '@/lib/today/words';

const inDeals = [
  wordsAsked,
  endingsDue,
  milestonesDue,
  stepsDue,
  linesDue,
  claimsDue,
  reviewsDue,
  threadsDue,
  briefsDue,
  summariesDue,
  recoveriesDue,
];

/**
 * What is due from the actor across their engagements, gathered under their own rights: with as many queries for forty
 * as for one. Only amounts that a change has left behind are computed deal by deal, once for everybody.
 */
export async function todayOf(tx: ActorTx, actor: Actor): Promise<TodayView> {
  const theirs: Theirs = { actor, deals: new Map((await dealsOf(tx, actor)).map((deal) => [deal.id, deal])) };
  const due = theirs.deals.size === 0 ? [] : await Promise.all(inDeals.map((gather) => gather(tx, theirs)));
  return inOrder([...due.flat(), ...(await erasuresDue(tx)), ...(await requestsDue(tx, actor))]);
}
