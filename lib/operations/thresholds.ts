import 'server-only';
import { sql } from 'drizzle-orm';
import { asActor, asJob } from '@/db/doors';
import { todayIn } from '@/lib/server/today';
import { watchThreshold } from '@/lib/thresholds/watch';

/** Looks at one engagement's threshold after its figures have moved, in the name of its lead: the job sees none of it. */
export async function watchOne(engagementId: string): Promise<void> {
  const found = (await watched()).find((one) => one.engagement_id === engagementId);
  if (found) await watch(found);
}

/** Looks at every threshold: dates pass without anybody changing anything. */
export async function watchAll(signal: AbortSignal): Promise<void> {
  for (const each of await watched()) {
    if (signal.aborted) return;
    await watch(each);
  }
}

type Watched = { engagement_id: string; lead: string };

const watched = () =>
  asJob(async (tx) => [...(await tx.execute<Watched>(sql`select engagement_id, lead from watched_engagements()`))]);

function watch({ engagement_id: engagementId, lead }: Watched): Promise<void> {
  const actor = { userId: lead, portalRoles: [] };
  return asActor(actor, (tx) => watchThreshold(tx, actor, engagementId, todayIn));
}
