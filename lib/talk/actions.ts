'use server';

import { defineAction } from '@/lib/server/define-action';
import { takeFromLimit } from '@/lib/server/rate-limits';
import * as mutations from '@/lib/talk/mutations';
import { newComment, settledThread, withdrawnComment } from '@/lib/talk/schema';

/** Each may send mails to colleagues. */
const limit = { name: 'comment', points: 120, seconds: 3600 };

const talks = ({ engagementId }: { engagementId: string }) => ({ engagementId, permission: 'comment.write' }) as const;
const refresh = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

export const writeComment = defineAction({
  input: newComment,
  may: ({ engagementId, subject }) => ({
    engagementId,
    permission: subject.kind === 'threshold' ? 'threshold.read' : 'comment.write',
  }),
  run: async ({ tx, actor, input }) => {
    await takeFromLimit(limit, actor.userId);
    return mutations.writeComment(tx, actor, input);
  },
  refresh,
});

/** What the actor does not hear is not there for them, whatever their role. */
export const withdrawComment = defineAction({
  input: withdrawnComment,
  may: talks,
  run: ({ tx, actor, input }) => mutations.withdrawComment(tx, actor, input),
  refresh,
});

export const settleThread = defineAction({
  input: settledThread,
  may: talks,
  run: ({ tx, actor, input }) => mutations.settleThread(tx, actor, input),
  refresh,
});
