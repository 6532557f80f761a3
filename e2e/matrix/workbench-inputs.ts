import { randomUUID } from 'node:crypto';
import type { Tenant } from '@/db/testing/tenants';
import type { Inputs } from './input';
import * as scene from './scene';

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
  ownerId: null,
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

/** Of what is costed, claimed, planned, shown and said inside an engagement. */
export const workbenchInputs: Inputs = {
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
  'lib/alternatives/actions.ts#combineAlternatives': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      label: 'The best of both',
      parts: [{ workload: '', from: await scene.anAlternative(tenant) }],
    },
  }),
  'lib/preferences/actions.ts#keepPreference': () => ({ with: { name: 'hidden columns', value: ['kind'] } }),
  'lib/portfolio/actions.ts#findEngagements': () => ({
    with: { sort: 'reading', down: false, page: 1, archived: false, words: 'client' },
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
