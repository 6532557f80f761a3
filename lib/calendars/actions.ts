'use server';

import { z } from 'zod';
import * as mutations from '@/lib/calendars/mutations';
import { defineAction } from '@/lib/server/define-action';

const nothing = z.strictObject({});

export const makeCalendarAddress = defineAction({
  input: nothing,
  may: () => 'self',
  run: ({ tx, actor }) => mutations.makeCalendarAddress(tx, actor),
  refresh: () => ['/account'],
});

export const revokeCalendarAddress = defineAction({
  input: nothing,
  may: () => 'self',
  run: ({ tx, actor }) => mutations.revokeCalendarAddress(tx, actor),
  refresh: () => ['/account'],
});
