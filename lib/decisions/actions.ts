'use server';

import * as mutations from '@/lib/decisions/mutations';
import { drawnDecision, joinedDecision, madeDecision } from '@/lib/decisions/schema';
import { defineAction } from '@/lib/server/define-action';
import { todayIn } from '@/lib/server/today';

const decides = ({ engagementId }: { engagementId: string }) =>
  ({ engagementId, permission: 'decision.make' }) as const;
const refreshes = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

/** Says what would be missing or in the way, and what is to be confirmed afresh. */
export const drawDecision = defineAction({
  input: drawnDecision,
  may: decides,
  run: ({ tx, actor, input }) => mutations.drawDecision(tx, actor, input, todayIn),
  refresh: () => [],
});

export const makeDecision = defineAction({
  input: madeDecision,
  may: decides,
  run: ({ tx, actor, input }) => mutations.makeDecision(tx, actor, input, todayIn),
  refresh: refreshes,
});

export const joinDecision = defineAction({
  input: joinedDecision,
  may: decides,
  run: ({ tx, actor, input }) => mutations.joinDecision(tx, actor, input),
  refresh: refreshes,
});
