import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { Actor } from '@/lib/access/permissions';
import { dealsOf } from '@/lib/today/deals';
import { inOrder } from '@/lib/today/order';
import type { TodayView } from '@/lib/today/view';
import { briefsDue, requestsDue, threadsDue, wordsAsked } from '@/lib/today/waiting';
import { linesDue, milestonesDue, reviewsDue, stepsDue } from '@/lib/today/work';

/**
 * What is due from the actor across their engagements, gathered under their own rights: with as many queries for forty
 * as for one, but that each deal whose threshold names the actor is read whole.
 */
export async function todayOf(tx: ActorTx, actor: Actor): Promise<TodayView> {
  const theirs = { actor, deals: new Map((await dealsOf(tx, actor)).map((deal) => [deal.id, deal])) };
  const inDeals = [wordsAsked, milestonesDue, stepsDue, linesDue, reviewsDue, threadsDue, briefsDue];
  const due = theirs.deals.size === 0 ? [] : await Promise.all(inDeals.map((gather) => gather(tx, theirs)));
  return inOrder([...due.flat(), ...(await requestsDue(tx, actor))]);
}
