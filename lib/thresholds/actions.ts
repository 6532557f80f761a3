'use server';

import { defineAction } from '@/lib/server/define-action';
import { todayIn } from '@/lib/server/today';
import { giveWord } from '@/lib/thresholds/decide';
import * as mutations from '@/lib/thresholds/mutations';
import { givenWord, withdrawnThreshold, writtenThreshold } from '@/lib/thresholds/schema';

const proposes = ({ engagementId }: { engagementId: string }) =>
  ({ engagementId, permission: 'threshold.propose' }) as const;
const refreshes = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

export const writeThreshold = defineAction({
  input: writtenThreshold,
  may: proposes,
  run: ({ tx, actor, input }) => mutations.writeThreshold(tx, actor, input, todayIn),
  refresh: refreshes,
});

export const withdrawThreshold = defineAction({
  input: withdrawnThreshold,
  may: proposes,
  run: ({ tx, actor, input }) => mutations.withdrawThreshold(tx, actor, input, todayIn),
  refresh: refreshes,
});

/** An approver's word: the permission is a role's, the room and the database ask whether this one is named. */
export const decideOnThreshold = defineAction({
  input: givenWord,
  may: ({ engagementId }) => ({ engagementId, permission: 'threshold.approve' }),
  run: ({ tx, actor, input }) => giveWord(tx, actor, input, todayIn),
  refresh: refreshes,
});
