'use server';

import { z } from 'zod';
import { changeProfile as change, erasePerson } from '@/lib/people/account';
import {
  changeMember as changeRole,
  removeMember as remove,
  removePortalRole as removeFromPortal,
} from '@/lib/people/members';
import { memberChange, memberRemoval, portalRoleRemoval, profile } from '@/lib/people/schema';
import { defineAction } from '@/lib/server/define-action';
import { dropSession } from '@/lib/sign-in/session-cookie';
import { spendStepUp } from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';

export const changeMember = defineAction({
  input: memberChange,
  may: ({ engagementId }) => ({ engagementId, permission: 'people.change' }),
  run: async ({ tx, actor, member, input }) => {
    if (member) await changeRole(tx, actor, member, input);
  },
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
});

export const removeMember = defineAction({
  input: memberRemoval,
  may: ({ engagementId }) => ({ engagementId, permission: 'people.change' }),
  run: async ({ tx, actor, member, input }) => {
    if (member) await remove(tx, actor, member, input);
  },
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
  leadsTo: ({ userId }, actor) => (userId === actor.userId ? '/engagements' : null),
});

export const removePortalRole = defineAction({
  input: portalRoleRemoval,
  may: () => ({ portal: 'people.change' }),
  run: ({ tx, actor, input }) => removeFromPortal(tx, actor, input),
  refresh: () => ['/administration'],
});

export const changeProfile = defineAction({
  input: profile,
  may: () => 'self',
  run: ({ tx, actor, input }) => change(tx, actor, input),
  refresh: () => ['/'],
});

export const eraseAccount = defineAction({
  input: z.object({ stepUpId: z.uuid() }),
  may: () => 'self',
  run: async ({ tx, actor, input }) => {
    await spendStepUp(tx, actor, { ...input, purpose: 'account.erase', content: stepUpContent(actor.userId) });
    await erasePerson(tx, actor);
    await dropSession();
  },
  refresh: () => ['/'],
});
