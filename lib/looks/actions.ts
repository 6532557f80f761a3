'use server';

import { z } from 'zod';
import { loadEngagement } from '@/lib/engagements/queries';
import * as looks from '@/lib/looks/looks';
import { defineAction } from '@/lib/server/define-action';
import { notFound } from '@/lib/server/errors';
import { todayIn } from '@/lib/server/today';

/** The reader has taken note of the line as it stands: from here on it is told what moves. */
export const noteLook = defineAction({
  input: z.strictObject({ engagementId: z.uuid() }),
  may: ({ engagementId }) => ({ engagementId, permission: 'engagement.read' }),
  run: async ({ tx, actor, input: { engagementId } }) => {
    const engagement = await loadEngagement(tx, actor, engagementId, todayIn);
    if (!engagement) throw notFound();
    await looks.noteLook(tx, actor, engagement);
  },
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
});
