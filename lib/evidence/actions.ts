'use server';

import * as mutations from '@/lib/evidence/mutations';
import { newLink, newNote, removedEvidence } from '@/lib/evidence/schema';
import { defineAction } from '@/lib/server/define-action';

const adds = ({ engagementId }: { engagementId: string }) => ({ engagementId, permission: 'evidence.add' }) as const;
const refresh = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}`];

export const addLink = defineAction({
  input: newLink,
  may: adds,
  run: ({ tx, actor, input }) => mutations.addLink(tx, actor, input),
  refresh,
});

export const addNote = defineAction({
  input: newNote,
  may: adds,
  run: ({ tx, actor, input }) => mutations.addNote(tx, actor, input),
  refresh,
});

export const removeEvidence = defineAction({
  input: removedEvidence,
  may: adds,
  run: ({ tx, input }) => mutations.removeEvidence(tx, input),
  refresh,
});
