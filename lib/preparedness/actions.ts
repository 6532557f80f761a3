'use server';

import * as mutations from '@/lib/preparedness/mutations';
import { givenReason, namedOwner, withdrawnReason } from '@/lib/preparedness/schema';
import { defineAction } from '@/lib/server/define-action';

const refreshes = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

/** Stands in for a line, so it takes what writing lines takes. */
export const giveReason = defineAction({
  input: givenReason,
  may: ({ engagementId }) => ({ engagementId, permission: 'alternative.write' }),
  run: ({ tx, actor, input }) => mutations.giveReason(tx, actor, input),
  refresh: refreshes,
});

export const withdrawReason = defineAction({
  input: withdrawnReason,
  may: ({ engagementId }) => ({ engagementId, permission: 'alternative.write' }),
  run: ({ tx, input }) => mutations.withdrawReason(tx, input),
  refresh: refreshes,
});

export const nameOwner = defineAction({
  input: namedOwner,
  may: ({ engagementId }) => ({ engagementId, permission: 'engagement.change' }),
  run: ({ tx, input }) => mutations.nameOwner(tx, input),
  refresh: refreshes,
});
