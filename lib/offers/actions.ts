'use server';

import { addOffer as add, changeOffer as change } from '@/lib/offers/mutations';
import { changedOffer, newOffer } from '@/lib/offers/schema';
import { defineAction } from '@/lib/server/define-action';

export const addOffer = defineAction({
  input: newOffer,
  may: ({ engagementId }) => ({ engagementId, permission: 'offer.write' }),
  run: ({ tx, actor, input }) => add(tx, actor, input),
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
});

export const changeOffer = defineAction({
  input: changedOffer,
  may: ({ engagementId }) => ({ engagementId, permission: 'offer.write' }),
  run: ({ tx, input }) => change(tx, input),
  // The browser that saves shows what it saved; whoever opens another page gets it fresh.
  refresh: () => [],
});
