import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/doors';
import { demoPeople } from '@/db/seed/people';
import type { Tenant } from '@/db/testing/tenants';
import { serialiseModel } from '@/lib/model-file/serialise';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { beginWithCode, confirmWithCode, stepUpContent } from '@/lib/sign-in/step-up';
import * as scene from './scene';

/** Something an action accepts from whoever may call it. */
export type Input = {
  readonly with: unknown;
  /** How the action answers whom it lets in, where that is not "ok". */
  readonly answers?: 'redirect' | 'refused';
};

/** `person` is who calls, or a stand-in where nobody does. */
export type Scene = { readonly tenant: Tenant; readonly person: SignedInPerson };

const hash = 'f'.repeat(64);
/** Well-formed, and signed by nobody: real ones are tried in the journeys, with an authenticator. */
const passkey = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const signed = { ...passkey, response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' } };
const registered = { ...passkey, response: { clientDataJSON: 'e30', attestationObject: 'AAAA', transports: [] } };

const step = { label: 'Another step', months: 1, after: [], ownerId: null };

const line = {
  label: 'Another line',
  category: 'migration',
  workload: null,
  kind: 'one-time',
  quantity: 1,
  low: 5,
  likely: 5,
  high: 5,
  per: null,
  billed: null,
  startMonth: 0,
  endMonth: 1,
  escalator: null,
  heldUntil: null,
  growth: null,
  renewalUplift: null,
  termMonths: null,
  of: null,
  tiers: null,
  claimed: null,
  unit: null,
  quotedCurrency: null,
  quotedLow: null,
  quotedLikely: null,
  quotedHigh: null,
  exchangeRate: null,
  rateOn: null,
  rateSource: '',
  basis: null,
  basisOn: null,
  source: '',
};

const claim = {
  kind: 'disruption',
  statement: 'Everybody comes back.',
  saidBy: 'Account executive',
  saidTo: '',
  saidOn: '2026-10-02',
  lineId: '',
  about: 'Coming back',
  claimedAmount: '40,000',
  claimedMonths: '',
  honestAmount: '',
  honestMonths: '',
  verdict: '',
  answer: '',
};

/** Adds one line, so that nothing on the page depends on what others have done. */
const savingOn = ({ engagementId }: Tenant, kind: 'offer' | 'alternative', id: string) => ({
  engagementId,
  side: { kind, id },
  edits: [
    { do: 'add', lineId: randomUUID(), fields: { ...line, part: kind === 'offer' ? null : ('switching' as const) } },
  ],
});

async function aboutALine(tenant: Tenant) {
  const id = await scene.aLine(tenant, await scene.anAlternative(tenant));
  return { engagementId: tenant.engagementId, subject: { kind: 'line', id } } as const;
}

async function confirmedStepUp(person: SignedInPerson): Promise<string> {
  const asked = { purpose: 'account.erase', content: stepUpContent(person.userId) } as const;
  return asSystem(async (tx) => {
    const { stepUpId, code } = await beginWithCode(tx, person, asked);
    await confirmWithCode(tx, person, { stepUpId, code });
    return stepUpId;
  });
}

/** One for every action of lib/access/endpoints.ts; the matrix fails for an action that has none. */
export const inputs: Readonly<Record<string, (scene: Scene) => Promise<Input> | Input>> = {
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
  'lib/sign-in/session-actions.ts#signOutEverywhere': () => ({ with: {} }),
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
  'lib/archives/actions.ts#refuseErasureAsLead': ({ tenant: { engagementId } }) => ({
    with: { engagementId, requestId: randomUUID() },
    answers: 'refused',
  }),

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

  'lib/lines/actions.ts#readLines': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      lineIds: [await scene.aLine(tenant, await scene.anAlternative(tenant))],
    },
  }),
  'lib/lines/actions.ts#saveLines of an offer': async ({ tenant }) => ({
    with: savingOn(tenant, 'offer', await scene.anOffer(tenant)),
  }),
  'lib/lines/actions.ts#saveLines of an alternative': async ({ tenant }) => ({
    with: savingOn(tenant, 'alternative', await scene.anAlternative(tenant)),
  }),
  'lib/offers/actions.ts#addOffer': ({ tenant: { engagementId } }) => ({
    with: { engagementId, label: 'A new offer', receivedOn: null, from: null },
  }),
  'lib/offers/actions.ts#changeOffer': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      offerId: await scene.anOffer(tenant),
      version: 1,
      change: { label: 'Renamed', source: 'Their mail of the 3rd', expiresOn: null },
    },
  }),
  'lib/alternatives/actions.ts#addAlternative': ({ tenant: { engagementId } }) => ({
    with: { engagementId, label: 'Another way', kind: 'hybrid', from: null },
  }),
  'lib/alternatives/actions.ts#changeAlternative': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      alternativeId: await scene.anAlternative(tenant),
      version: 1,
      label: 'Renamed',
      kind: 'hybrid',
    },
  }),
  'lib/alternatives/actions.ts#removeAlternative': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, alternativeId: await scene.anAlternative(tenant), version: 1 },
  }),
  'lib/alternatives/actions.ts#chooseAlternative': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, alternativeId: await scene.anAlternative(tenant) },
  }),
  'lib/claims/actions.ts#addClaim': ({ tenant: { engagementId } }) => ({ with: { engagementId, ...claim } }),
  'lib/claims/actions.ts#changeClaim': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, claimId: await scene.aClaim(tenant), version: '1', ...claim },
  }),
  'lib/claims/actions.ts#removeClaim': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, claimId: await scene.aClaim(tenant), version: 1 },
  }),
  'lib/claims/actions.ts#carryClaim': async ({ tenant }) => {
    const lineId = await scene.aLine(tenant, await scene.anAlternative(tenant));
    return {
      with: {
        engagementId: tenant.engagementId,
        claimId: await scene.aClaim(tenant, lineId),
        version: 1,
        lineVersion: 1,
      },
    };
  },
  'lib/evidence/actions.ts#addLink': async ({ tenant }) => ({
    with: { ...(await aboutALine(tenant)), url: 'https://supplier.example/quote', title: 'The quote' },
  }),
  'lib/evidence/actions.ts#addNote': async ({ tenant }) => ({
    with: { ...(await aboutALine(tenant)), note: 'By telephone.' },
  }),
  'lib/evidence/actions.ts#removeEvidence': async ({ tenant, person }) => ({
    with: {
      engagementId: tenant.engagementId,
      evidenceId: await scene.aNote(tenant, (await aboutALine(tenant)).subject.id, person.userId),
    },
  }),
  'lib/reviews/actions.ts#readReviews': async ({ tenant }) => {
    const { engagementId, subject } = await aboutALine(tenant);
    return { with: { engagementId, lineIds: [subject.id] } };
  },
  'lib/reviews/actions.ts#reviewLines': async ({ tenant }) => {
    const { engagementId, subject } = await aboutALine(tenant);
    return { with: { engagementId, lines: [{ lineId: subject.id, materialVersion: 1 }] } };
  },
  'lib/talk/actions.ts#writeComment about a line': async ({ tenant }) => ({
    with: { ...(await aboutALine(tenant)), threadId: null, body: 'Is this with the archive?' },
  }),
  'lib/talk/actions.ts#writeComment about the threshold': ({ tenant: { engagementId } }) => ({
    with: { engagementId, subject: { kind: 'threshold', id: engagementId }, threadId: null, body: 'Is it?' },
  }),
  'lib/talk/actions.ts#withdrawComment': async ({ tenant, person }) => ({
    with: {
      engagementId: tenant.engagementId,
      commentId: await scene.aThread(tenant, (await aboutALine(tenant)).subject.id, person.userId),
    },
  }),
  'lib/talk/actions.ts#settleThread': async ({ tenant, person }) => ({
    with: {
      engagementId: tenant.engagementId,
      threadId: await scene.aThread(tenant, (await aboutALine(tenant)).subject.id, person.userId),
      resolved: true,
    },
  }),
  'lib/plans/actions.ts#addStep': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, alternativeId: await scene.anAlternative(tenant), ...step },
  }),
  'lib/plans/actions.ts#changeStep': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      stepId: await scene.aStep(tenant, await scene.anAlternative(tenant)),
      version: 1,
      ...step,
    },
  }),
  'lib/plans/actions.ts#removeStep': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      stepId: await scene.aStep(tenant, await scene.anAlternative(tenant)),
      version: 1,
    },
  }),
  'lib/plans/actions.ts#moveStep': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      stepId: await scene.aStep(tenant, await scene.anAlternative(tenant)),
      version: 1,
      beforeId: null,
    },
  }),
  'lib/plans/actions.ts#followStep': async ({ tenant }) => {
    const alternativeId = await scene.anAlternative(tenant);
    return {
      with: {
        engagementId: tenant.engagementId,
        lineId: await scene.aLine(tenant, alternativeId),
        version: 1,
        stepId: await scene.aStep(tenant, alternativeId),
      },
    };
  },
};

type Posted = {
  readonly body: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers: number;
};

/** One for every route that is not only read: what is posted, and how whoever is let in is answered. */
export const posts: Readonly<Record<string, (tenant: Tenant) => Posted | Promise<Posted>>> = {
  'POST /sign-out': () => ({ body: '', type: 'application/x-www-form-urlencoded', answers: 303 }),
  'POST /sign-in/demo': () => ({
    body: new URLSearchParams({ email: demoPeople[0].email }).toString(),
    type: 'application/x-www-form-urlencoded',
    answers: 303,
  }),
  'POST /api/presence': ({ engagementId }) => ({
    body: JSON.stringify({ engagementId, place: null }),
    type: 'application/json',
    answers: 204,
  }),
  'POST /api/files/[engagementId]': async (tenant) => ({
    body: `%PDF-1.7\n${randomUUID()}`,
    type: 'application/octet-stream',
    headers: { 'x-file-name': 'quote.pdf', 'x-attached-to': `line:${await scene.aLineOf(tenant)}` },
    answers: 201,
  }),
};
