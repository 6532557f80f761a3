import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { asActor } from '@/db/doors';
import { loadEngagement } from '@/lib/engagements/queries';
import type { EngagementRecord } from '@/lib/engagements/record';
import { withSeen } from '@/lib/live/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

const opened = cache(async (engagementId: string) => {
  const actor = await requireActor();
  if (!z.uuid().safeParse(engagementId).success) notFound();
  return asActor(actor, (tx) => withSeen(tx, engagementId, () => loadEngagement(tx, actor, engagementId, todayIn)));
});

/** The engagement as the signed-in person may see it. "Not yours" is answered like "not there". Once per request. */
export async function requireEngagement(engagementId: string): Promise<EngagementRecord> {
  return (await opened(engagementId)).loaded ?? notFound();
}

/** The newest entry of the engagement's trail that what `requireEngagement` answers is sure to hold. */
export async function requireSeen(engagementId: string): Promise<number> {
  return (await opened(engagementId)).seen;
}
