'use server';

import type { Member } from '@/lib/access/permissions';
import * as dates from '@/lib/milestones/dates';
import * as mutations from '@/lib/milestones/mutations';
import { todayOf } from '@/lib/milestones/queries';
import {
  changedDates,
  changedMilestone,
  finishedMilestone,
  laidOut,
  movedMilestone,
  namedMilestone,
  newMilestone,
} from '@/lib/milestones/schema';
import { defineAction } from '@/lib/server/define-action';
import { notFound } from '@/lib/server/errors';

const writes = ({ engagementId }: { engagementId: string }) => ({ engagementId, permission: 'plan.write' }) as const;
/** An action inside an engagement has a member; a permission has just been asked of it. */
function present(member: Member | null): Member {
  if (!member) throw notFound();
  return member;
}

const refreshes = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

export const layOutMilestones = defineAction({
  input: laidOut,
  may: writes,
  run: ({ tx, member, input }) => mutations.layOutMilestones(tx, present(member), input.engagementId),
  refresh: refreshes,
});

export const addMilestone = defineAction({
  input: newMilestone,
  may: writes,
  run: ({ tx, member, input }) => mutations.addMilestone(tx, present(member), input),
  refresh: refreshes,
});

export const changeMilestone = defineAction({
  input: changedMilestone,
  may: writes,
  run: ({ tx, member, input }) => mutations.changeMilestone(tx, present(member), input),
  refresh: refreshes,
});

export const moveMilestone = defineAction({
  input: movedMilestone,
  may: writes,
  run: ({ tx, input }) => mutations.moveMilestone(tx, input),
  refresh: refreshes,
});

export const finishMilestone = defineAction({
  input: finishedMilestone,
  may: writes,
  run: async ({ tx, actor, input }) =>
    mutations.finishMilestone(tx, actor, await todayOf(tx, input.engagementId), input),
  refresh: refreshes,
});

export const reopenMilestone = defineAction({
  input: namedMilestone,
  may: writes,
  run: ({ tx, input }) => mutations.reopenMilestone(tx, input),
  refresh: refreshes,
});

export const removeMilestone = defineAction({
  input: namedMilestone,
  may: writes,
  run: ({ tx, input }) => mutations.removeMilestone(tx, input),
  refresh: refreshes,
});

export const changeDates = defineAction({
  input: changedDates,
  may: ({ engagementId }) => ({ engagementId, permission: 'engagement.change' }),
  run: ({ tx, input }) => dates.changeDates(tx, input),
  refresh: refreshes,
});
