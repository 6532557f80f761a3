'use server';

import * as mutations from '@/lib/claims/mutations';
import { carriedClaim, changedClaim, newClaim, removedClaim } from '@/lib/claims/schema';
import { defineAction } from '@/lib/server/define-action';

const writes = ({ engagementId }: { engagementId: string }) => ({ engagementId, permission: 'claims.write' }) as const;
const refreshes = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

export const addClaim = defineAction({
  input: newClaim,
  may: writes,
  run: ({ tx, input: { engagementId, ...form } }) => mutations.addClaim(tx, engagementId, form),
  refresh: refreshes,
});

export const changeClaim = defineAction({
  input: changedClaim,
  may: writes,
  run: ({ tx, input: { engagementId, claimId, version, ...form } }) =>
    mutations.changeClaim(tx, { engagementId, claimId, version }, form),
  refresh: refreshes,
});

export const removeClaim = defineAction({
  input: removedClaim,
  may: writes,
  run: ({ tx, input }) => mutations.removeClaim(tx, input),
  refresh: refreshes,
});

/** Writes to a line, so it takes what writing lines takes. */
export const carryClaim = defineAction({
  input: carriedClaim,
  may: ({ engagementId }) => ({ engagementId, permission: 'alternative.write' }),
  run: ({ tx, actor, input }) => mutations.carryClaim(tx, actor, input),
  refresh: refreshes,
});
