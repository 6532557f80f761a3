'use server';

import { findEntries } from '@/lib/palette/queries';
import { askedPalette } from '@/lib/palette/schema';
import { defineAction } from '@/lib/server/define-action';
import { environment } from '@/lib/server/environment';
import { takeFromLimit } from '@/lib/server/rate-limits';

/** A fast typist asks some eight times a second while they type. */
const limit = { name: 'palette', points: 600, seconds: 300 };

/** Looks for what the palette leads to: by an action, since an address would keep the words. */
export const findInPalette = defineAction({
  input: askedPalette,
  may: () => 'self',
  run: async ({ tx, actor, input }) => {
    await takeFromLimit(limit, actor.userId);
    return findEntries(tx, actor, input, environment().demo);
  },
  refresh: () => [],
});
