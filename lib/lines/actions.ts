'use server';

import { saveLines as save } from '@/lib/lines/mutations';
import { linesById } from '@/lib/lines/queries';
import { savedLines, readLines as wanted } from '@/lib/lines/schema';
import { defineAction } from '@/lib/server/define-action';

/** Adds, changes and removes lines of one offer or one alternative, all of them or none. */
export const saveLines = defineAction({
  input: savedLines,
  may: ({ engagementId, side }) => ({
    engagementId,
    permission: side.kind === 'offer' ? 'offer.write' : 'alternative.write',
  }),
  run: ({ tx, actor, input }) => save(tx, actor, input),
  // The browser that saves shows what it saved; whoever opens another page gets it fresh.
  refresh: () => [],
});

/** Lines as they stand now, for a browser that was told that they changed. */
export const readLines = defineAction({
  input: wanted,
  may: ({ engagementId }) => ({ engagementId, permission: 'lines.read' }),
  run: ({ tx, input }) => linesById(tx, input.engagementId, input.lineIds),
  refresh: () => [],
});
