'use server';

import * as mutations from '@/lib/plans/mutations';
import { changedStep, followedStep, movedStep, newStep, removedStep } from '@/lib/plans/schema';
import { defineAction } from '@/lib/server/define-action';

const writes = ({ engagementId }: { engagementId: string }) => ({ engagementId, permission: 'plan.write' }) as const;
const refreshes = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

export const addStep = defineAction({
  input: newStep,
  may: writes,
  run: ({ tx, actor, input }) => mutations.addStep(tx, actor, input),
  refresh: refreshes,
});

export const changeStep = defineAction({
  input: changedStep,
  may: writes,
  run: ({ tx, actor, input }) => mutations.changeStep(tx, actor, input),
  refresh: refreshes,
});

export const removeStep = defineAction({
  input: removedStep,
  may: writes,
  run: ({ tx, actor, input }) => mutations.removeStep(tx, actor, input),
  refresh: refreshes,
});

export const moveStep = defineAction({
  input: movedStep,
  may: writes,
  run: ({ tx, input }) => mutations.moveStep(tx, input),
  refresh: refreshes,
});

export const followStep = defineAction({
  input: followedStep,
  may: writes,
  run: ({ tx, actor, input }) => mutations.followStep(tx, actor, input),
  refresh: refreshes,
});
