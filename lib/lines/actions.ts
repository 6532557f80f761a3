'use server';

import { saveLines as save } from '@/lib/lines/mutations';
import { savedLines } from '@/lib/lines/schema';
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
