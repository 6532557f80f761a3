'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { asActor, asSystem } from '@/db/doors';
import { acceptInvitation as accept, invitedPerson, offeredBy } from '@/lib/invitations/acceptance';
import { inviteToEngagement, inviteToPortal, resendInvitation, withdrawInvitation } from '@/lib/invitations/mutations';
import {
  acceptance,
  engagementInvitation,
  invitationInEngagement,
  invitationInPortal,
  portalInvitation,
} from '@/lib/invitations/schema';
import { currentActor } from '@/lib/server/actor';
import { defineAction, definePublicAction } from '@/lib/server/define-action';
import { DomainError } from '@/lib/server/errors';
import { takeFromLimit } from '@/lib/server/rate-limits';
import { localPath } from '@/lib/sign-in/local-path';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { keepSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { openSession, renewSession } from '@/lib/sign-in/sessions';

/** Each sends a mail to an address somebody has typed. */
const limit = { name: 'invite', points: 100, seconds: 3600 };

const peopleOf = ({ engagementId }: { engagementId: string }) => [`/engagements/${engagementId}/people`];

export const invite = defineAction({
  input: engagementInvitation,
  may: ({ engagementId }) => ({ engagementId, permission: 'people.change' }),
  run: async ({ tx, actor, member, input }) => {
    await takeFromLimit(limit, actor.userId);
    if (member) await inviteToEngagement(tx, actor, member, input);
  },
  refresh: peopleOf,
});

export const resend = defineAction({
  input: invitationInEngagement,
  may: ({ engagementId }) => ({ engagementId, permission: 'people.change' }),
  run: async ({ tx, actor, input }) => {
    await takeFromLimit(limit, actor.userId);
    await resendInvitation(tx, actor, input);
  },
  refresh: peopleOf,
});

export const withdraw = defineAction({
  input: invitationInEngagement,
  may: ({ engagementId }) => ({ engagementId, permission: 'people.change' }),
  run: ({ tx, actor, input }) => withdrawInvitation(tx, actor, input),
  refresh: peopleOf,
});

export const invitePortal = defineAction({
  input: portalInvitation,
  may: () => ({ portal: 'people.change' }),
  run: async ({ tx, actor, input }) => {
    await takeFromLimit(limit, actor.userId);
    await inviteToPortal(tx, actor, input);
  },
  refresh: () => ['/administration'],
});

export const resendPortal = defineAction({
  input: invitationInPortal,
  may: () => ({ portal: 'people.change' }),
  run: async ({ tx, actor, input }) => {
    await takeFromLimit(limit, actor.userId);
    await resendInvitation(tx, actor, input);
  },
  refresh: () => ['/administration'],
});

export const withdrawPortal = defineAction({
  input: invitationInPortal,
  may: () => ({ portal: 'people.change' }),
  run: ({ tx, actor, input }) => withdrawInvitation(tx, actor, input),
  refresh: () => ['/administration'],
});

/**
 * The button on the page behind an invitation's link. Whoever is new here comes to be a person and is signed in;
 * whoever has been here signs in as always: a link that is good for days opens no account that has something in it.
 */
export const acceptInvitation = definePublicAction({
  input: acceptance,
  // A whole department may accept from one network on one morning; a token cannot be guessed.
  limit: { name: 'accept', points: 120, seconds: 600 },
  run: async ({ input }) => {
    const offered = await asSystem((tx) => offeredBy(tx, input.token));
    if (!offered) throw spent();
    const signedIn = await currentActor();
    if (signedIn && signedIn.email !== offered.email) {
      await asSystem((tx) =>
        recordSecurityEvent(tx, { kind: 'invitation.refused', userId: signedIn.userId, actorId: signedIn.userId }),
      );
      throw new DomainError({
        code: 'refused',
        message: `This invitation is for ${offered.email}, and you are signed in as ${signedIn.email}. Sign out and open the link again, or ask for an invitation to the address you use here.`,
      });
    }
    if (!offered.known && !input.name) {
      throw new DomainError({ code: 'invalid', field: 'name', message: 'Write your name as others know it' });
    }
    const person = await asSystem((tx) => invitedPerson(tx, offered.email, input));
    const place = await asActor(person, (tx) => accept(tx, person.userId, offered.invitationId));
    if (!place) throw spent();
    const next = localPath('portalRole' in place ? '/today' : `/engagements/${place.engagementId}`);
    const presented = await presentedToken();
    if (signedIn && presented) {
      const renewed = await asSystem((tx) => renewSession(tx, presented));
      if (renewed) await keepSession(renewed);
    } else if (person.isNew) {
      const userAgent = (await headers()).get('user-agent');
      await keepSession(
        await asSystem((tx) =>
          openSession(tx, { userId: person.userId, method: 'invitation', userAgent, replaces: presented }),
        ),
      );
    } else {
      redirect(`/sign-in?joined&next=${encodeURIComponent(next)}`);
    }
    redirect(next);
  },
});

function spent(): DomainError {
  const message =
    'This invitation was used already, withdrawn or replaced, or its seven days are over. Ask for a new one.';
  return new DomainError({ code: 'refused', message });
}
