'use server';

import * as mutations from '@/lib/archives/mutations';
import { erasureRequest, ofEngagement } from '@/lib/archives/schema';
import { defineAction } from '@/lib/server/define-action';

const byAdvisor = ({ engagementId }: { engagementId: string }) =>
  ({ engagementId, permission: 'engagement.archive' }) as const;
const byAdministrator = () => ({ portal: 'engagement.archive' }) as const;
const everywhere = () => ['/administration', '/engagements'];

export const archiveEngagement = defineAction({
  input: ofEngagement,
  may: byAdvisor,
  run: ({ tx, actor, input }) => mutations.archive(tx, actor, input.engagementId),
  refresh: everywhere,
});

export const reopenEngagement = defineAction({
  input: ofEngagement,
  may: byAdvisor,
  run: ({ tx, actor, input }) => mutations.unarchive(tx, actor, input.engagementId),
  refresh: everywhere,
});

/** The lead's word on an erasure. The database asks whether the actor is the lead. */
export const confirmErasureAsLead = defineAction({
  input: erasureRequest,
  may: byAdvisor,
  run: ({ tx, input }) => mutations.confirmErasure(tx, input.requestId),
  refresh: everywhere,
  leadsTo: () => '/engagements',
});

export const refuseErasureAsLead = defineAction({
  input: erasureRequest,
  may: byAdvisor,
  run: ({ tx, actor, input }) => mutations.refuseErasure(tx, actor, input),
  refresh: everywhere,
});

export const archiveByName = defineAction({
  input: ofEngagement,
  may: byAdministrator,
  run: ({ tx, actor, input }) => mutations.archive(tx, actor, input.engagementId),
  refresh: everywhere,
});

export const reopenByName = defineAction({
  input: ofEngagement,
  may: byAdministrator,
  run: ({ tx, actor, input }) => mutations.unarchive(tx, actor, input.engagementId),
  refresh: everywhere,
});

export const requestErasure = defineAction({
  input: ofEngagement,
  may: byAdministrator,
  run: ({ tx, actor, input }) => mutations.requestErasure(tx, actor, input.engagementId),
  refresh: everywhere,
});

export const confirmErasure = defineAction({
  input: erasureRequest,
  may: byAdministrator,
  run: ({ tx, input }) => mutations.confirmErasure(tx, input.requestId),
  refresh: everywhere,
});

export const withdrawErasure = defineAction({
  input: erasureRequest,
  may: byAdministrator,
  run: ({ tx, actor, input }) => mutations.refuseErasure(tx, actor, input),
  refresh: everywhere,
});
