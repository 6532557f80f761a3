import type { Inputs } from './input';
import * as scene from './posture-scene';

const contact = { heldOn: '2026-01-20', withWhom: 'Somebody', theySaid: '', weSaid: '', theyAsked: '', walk: 'none' };
const sighting = { kind: 'paper', what: 'A paper', seenOn: '2026-01-20', shownBy: 'We', shownTo: 'They', answer: '' };
const test = { kind: 'silence', testedOn: '2026-01-20', theyDid: 'Nothing', weDid: '', outcome: '', taught: '' };

/** Of what is said to Microsoft, and shown. */
export const postureInputs: Inputs = {
  'lib/posture/actions.ts#logContact': ({ tenant: { engagementId } }) => ({ with: { engagementId, ...contact } }),
  'lib/posture/actions.ts#correctContact': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, id: await scene.aContact(tenant), version: '1', ...contact },
  }),
  'lib/posture/actions.ts#recordRecovery': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      contactId: await scene.aContact(tenant),
      recoveredOn: '2026-01-22',
      what: 'Said that nothing is decided.',
    },
  }),
  'lib/posture/actions.ts#enterSighting': ({ tenant: { engagementId } }) => ({ with: { engagementId, ...sighting } }),
  'lib/posture/actions.ts#correctSighting': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, id: await scene.aSighting(tenant), version: '1', ...sighting },
  }),
  'lib/posture/actions.ts#logTest': ({ tenant: { engagementId } }) => ({ with: { engagementId, ...test } }),
  'lib/posture/actions.ts#correctTest': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, id: await scene.aTest(tenant), version: '1', ...test },
  }),
  'lib/posture/actions.ts#writeBrief': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      upon: String((await scene.aBrief(tenant)).number),
      say: 'Say this.',
      neverSay: 'Never that.',
      speakers: 'The CIO.',
    },
  }),
  'lib/posture/actions.ts#acknowledgeBrief': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, briefId: (await scene.aBrief(tenant)).briefId },
  }),
  'lib/posture/actions.ts#draftSummary': async ({ tenant }) => {
    await scene.aSummary(tenant);
    return { with: { engagementId: tenant.engagementId } };
  },
  'lib/posture/actions.ts#approveSummary': async ({ tenant }) => ({
    with: { engagementId: tenant.engagementId, ...(await scene.aSummary(tenant)) },
  }),
  'lib/posture/actions.ts#releaseSupplier': ({ tenant: { engagementId } }) => ({
    with: { engagementId, supplier: 'Rival', released: 'yes' },
  }),
};
