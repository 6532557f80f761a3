import { randomUUID } from 'node:crypto';
import { serialiseModel } from '@/lib/model-file/serialise';
import { consent } from '@/lib/requests/words';
import type { Inputs } from './input';
import * as scene from './scene';

const target = async () => ({ requestId: await scene.aRequest(), version: 1 });

/** Of asking for the worksheet, and of those who answer. */
export const requestInputs: Inputs = {
  'lib/requests/actions.ts#askForWorksheet': () => ({
    with: {
      name: 'Somebody',
      email: `${randomUUID()}@matrix.example`,
      company: 'A company',
      jobTitle: 'CIO',
      agreement: 'ea',
      renewalMonth: '2027-06',
      seats: '250-999',
      hope: '',
      consent: consent.version,
      stamp: 'none',
    },
    answers: 'redirect',
  }),
  'lib/requests/actions.ts#eraseRequest': () => ({ with: { token: 'f'.repeat(64) }, answers: 'redirect' }),
  'lib/requests/actions.ts#releaseRequests': async () => ({ with: { targets: [await target()] } }),
  'lib/requests/actions.ts#decideRequests': async () => ({ with: { targets: [await target()], to: 'declined' } }),
  'lib/requests/actions.ts#assignRequests': async () => ({ with: { targets: [await target()], userId: null } }),
  'lib/requests/actions.ts#noteRequest': async () => ({ with: { requestId: await scene.aRequest(), body: 'A note' } }),
  'lib/requests/actions.ts#revokeLink': async () => ({ with: { requestId: await scene.aRequest() } }),
  'lib/requests/actions.ts#convertRequest': async () => ({
    with: {
      ...(await target()),
      invite: '',
      client: 'A client who asked',
      currency: 'EUR',
      renewalDate: '2027-06-30',
      horizonMonths: '60',
      discountRate: '8',
      alternative: 'A rival',
    },
  }),
  'lib/requests/actions.ts#importRequest': async ({ tenant }) => ({
    with: {
      ...(await target()),
      invite: '',
      client: 'A client who asked',
      file: serialiseModel(tenant.model, { threshold: false }),
    },
  }),
};
