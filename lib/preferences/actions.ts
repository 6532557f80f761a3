'use server';

import { keepPreference as keep } from '@/lib/preferences/mutations';
import { keptPreference } from '@/lib/preferences/schema';
import { defineAction } from '@/lib/server/define-action';

export const keepPreference = defineAction({
  input: keptPreference,
  may: () => 'self',
  run: ({ tx, actor, input }) => keep(tx, actor, input),
  // Whoever chose sees it already.
  refresh: () => [],
});
