'use server';

import {
  addAlternative as add,
  changeAlternative as change,
  chooseAlternative as choose,
  combineAlternatives as combine,
  removeAlternative as remove,
} from '@/lib/alternatives/mutations';
import {
  changedAlternative,
  chosenAlternative,
  combinedAlternative,
  newAlternative,
  removedAlternative,
} from '@/lib/alternatives/schema';
import { defineAction } from '@/lib/server/define-action';

const refresh = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];
const mayWrite = ({ engagementId }: { engagementId: string }) =>
  ({ engagementId, permission: 'alternative.write' }) as const;

export const addAlternative = defineAction({
  input: newAlternative,
  may: mayWrite,
  run: ({ tx, actor, input }) => add(tx, actor, input),
  refresh,
});

export const combineAlternatives = defineAction({
  input: combinedAlternative,
  may: mayWrite,
  run: ({ tx, actor, input }) => combine(tx, actor, input),
  refresh,
});

export const changeAlternative = defineAction({
  input: changedAlternative,
  may: mayWrite,
  run: ({ tx, input }) => change(tx, input),
  refresh,
});

export const removeAlternative = defineAction({
  input: removedAlternative,
  may: mayWrite,
  run: ({ tx, input }) => remove(tx, input),
  refresh,
});

export const chooseAlternative = defineAction({
  input: chosenAlternative,
  may: ({ engagementId }) => ({ engagementId, permission: 'alternative.choose' }),
  run: ({ tx, actor, input }) => choose(tx, actor, input),
  refresh,
});
