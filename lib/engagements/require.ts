import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { asActor } from '@/db/doors';
import { loadEngagement } from '@/lib/engagements/queries';
import type { EngagementRecord } from '@/lib/engagements/record';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

/** The engagement as the signed-in person may see it. "Not yours" is answered like "not there". Once per request. */
export const requireEngagement = cache(async (engagementId: string): Promise<EngagementRecord> => {
  const actor = await requireActor();
  if (!z.uuid().safeParse(engagementId).success) notFound();
  return (await asActor(actor, (tx) => loadEngagement(tx, actor, engagementId, todayIn))) ?? notFound();
});
