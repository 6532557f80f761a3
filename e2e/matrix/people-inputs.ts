import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/doors';
import { serialiseModel } from '@/lib/model-file/serialise';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { beginWithCode, confirmWithCode } from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import type { Inputs } from './input';
import * as scene from './scene';

const hash = 'f'.repeat(64);
/** Well-formed, and signed by nobody: real ones are tried in the journeys, with an authenticator. */
const passkey = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const signed = { ...passkey, response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' } };
const registered = { ...passkey, response: { clientDataJSON: 'e30', attestationObject: 'AAAA', transports: [] } };

async function confirmedStepUp(person: SignedInPerson): Promise<string> {
  const asked = { purpose: 'account.erase', content: stepUpContent(person.userId) } as const;
  return asSystem(async (tx) => {
    const { stepUpId, code } = await beginWithCode(tx, person, asked);
    await confirmWithCode(tx, person, { stepUpId, code });
    return stepUpId;
  });
}

/** Of signing in, people, invitations, archives, and engagements as a whole. */
export const peopleInputs: Inputs = {
  'lib/palette/actions.ts#findInPalette': ({ tenant: { engagementId } }) => ({
    with: { words: 'client', engagementId },
  }),
  'lib/sign-in/actions.ts#requestSignIn': () => ({
    with: { email: 'unknown@matrix.example', next: '/' },
    answers: 'redirect',
  }),
  'lib/sign-in/actions.ts#redeemLink': () => ({ with: { token: hash }, answers: 'redirect' }),
  'lib/sign-in/actions.ts#signInWithIssuer': () => ({ with: { next: '/' } }),
  'lib/sign-in/passkey-actions.ts#beginPasskeySignIn': () => ({ with: {} }),
  'lib/sign-in/passkey-actions.ts#signInWithPasskey': () => ({
    with: { answer: signed, next: '/' },
    answers: 'refused',
  }),
  'lib/invitations/actions.ts#acceptInvitation': () => ({ with: { token: hash, name: 'New' }, answers: 'refused' }),

  'lib/sign-in/passkey-actions.ts#beginPasskey': () => ({ with: {} }),
  'lib/sign-in/passkey-actions.ts#addPasskey': () => ({
    with: { name: 'A key', answer: registered },
    answers: 'refused',
  }),
  'lib/sign-in/passkey-actions.ts#renamePasskey': async ({ person }) => ({
    with: { passkeyId: await scene.aPasskey(person.userId), name: 'Renamed' },
  }),
  'lib/sign-in/passkey-actions.ts#removePasskey': async ({ person }) => ({
    with: { passkeyId: await scene.aPasskey(person.userId) },
  }),
  'lib/sign-in/session-actions.ts#endSession': ({ person }) => ({ with: { sessionId: person.sessionId } }),
  'lib/sign-in/session-actions.ts#signOutEverywhere': () => ({ with: {}, answers: 'redirect' }),
  'lib/sign-in/step-up-actions.ts#beginStepUp': () => ({ with: { purpose: 'account.erase', content: hash } }),
  'lib/sign-in/step-up-actions.ts#confirmStepUpByCode': async ({ person }) => ({
    with: await asSystem((tx) => beginWithCode(tx, person, { purpose: 'account.erase', content: hash })),
  }),
  'lib/sign-in/step-up-actions.ts#confirmStepUpByPasskey': () => ({
    with: { stepUpId: randomUUID(), answer: signed },
    answers: 'refused',
  }),
  'lib/people/actions.ts#changeProfile': () => ({ with: { name: 'Somebody Else', title: '' } }),
  'lib/people/actions.ts#eraseAccount': async ({ person }) => ({ with: { stepUpId: await confirmedStepUp(person) } }),

  'lib/archives/actions.ts#archiveByName': ({ tenant: { engagementId } }) => ({ with: { engagementId } }),
  'lib/archives/actions.ts#archiveEngagement': ({ tenant: { engagementId } }) => ({ with: { engagementId } }),
  'lib/archives/actions.ts#reopenByName': async ({ tenant }) => ({
    with: { engagementId: await scene.archived(tenant) },
  }),
  'lib/archives/actions.ts#reopenEngagement': async ({ tenant }) => ({
    with: { engagementId: await scene.archived(tenant) },
  }),
  'lib/archives/actions.ts#requestErasure': async ({ tenant }) => ({
    with: { engagementId: await scene.archived(tenant) },
  }),
  'lib/archives/actions.ts#withdrawErasure': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, requestId: await scene.anErasureRequest(tenant) },
  }),
  // What erases is tried in the archive's own tests: here the engagement is needed for the next call.
  'lib/archives/actions.ts#confirmErasure': ({ tenant: { engagementId } }) => ({
    with: { engagementId, requestId: randomUUID() },
    answers: 'refused',
  }),
  'lib/archives/actions.ts#confirmErasureAsLead': ({ tenant: { engagementId } }) => ({
    with: { engagementId, requestId: randomUUID() },
    answers: 'refused',
  }),
  'lib/archives/actions.ts#refuseErasureAsLead': async ({ tenant, person }) => {
    await scene.leading(tenant, person.userId);
    return { with: { engagementId: tenant.engagementId, requestId: await scene.anErasureRequest(tenant) } };
  },

  'lib/people/actions.ts#removePortalRole': ({ tenant }) => ({
    with: { userId: tenant.advisor.userId, role: 'advisor' },
  }),
  'lib/invitations/actions.ts#invitePortal': () => ({
    with: { email: `${randomUUID()}@matrix.example`, portalRole: 'advisor', message: '' },
  }),
  'lib/invitations/actions.ts#resendPortal': async ({ tenant }) => ({
    with: { invitationId: (await scene.anInvitation(tenant, 'portal')).invitationId },
  }),
  'lib/invitations/actions.ts#withdrawPortal': async ({ tenant }) => ({
    with: { invitationId: (await scene.anInvitation(tenant, 'portal')).invitationId },
  }),
  'lib/engagements/actions.ts#createEngagement': () => ({
    with: {
      client: 'A new client',
      currency: 'EUR',
      renewalDate: '2027-07-01',
      horizonMonths: '36',
      discountRate: '8',
      alternative: 'A rival',
    },
  }),
  'lib/engagements/actions.ts#importEngagement': ({ tenant }) => ({
    with: { client: 'An imported client', file: serialiseModel(tenant.model, { threshold: false }) },
  }),

  'lib/people/actions.ts#changeMember': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      userId: await scene.aMember(tenant),
      role: 'contributor',
      negotiator: false,
      basedOn: { role: 'observer', negotiator: false },
    },
  }),
  'lib/people/actions.ts#removeMember': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, userId: await scene.aMember(tenant) },
  }),
  'lib/invitations/actions.ts#invite': ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, email: `${randomUUID()}@matrix.example`, role: 'observer', message: '' },
  }),
  'lib/invitations/actions.ts#resend': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      invitationId: (await scene.anInvitation(tenant, 'engagement')).invitationId,
    },
  }),
  'lib/invitations/actions.ts#withdraw': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      invitationId: (await scene.anInvitation(tenant, 'engagement')).invitationId,
    },
  }),
};
