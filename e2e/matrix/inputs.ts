import { randomUUID } from 'node:crypto';
import { demoPeople } from '@/db/seed/people';
import type { Tenant } from '@/db/testing/tenants';
import type { Inputs } from './input';
import { peopleInputs } from './people-inputs';
import { postureInputs } from './posture-inputs';
import { readinessInputs } from './readiness-inputs';
import { requestInputs } from './request-inputs';
import * as scene from './scene';
import { thresholdInputs } from './threshold-inputs';
import { workbenchInputs } from './workbench-inputs';

type Posted = {
  readonly body: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers: number;
};

/** One for every action of lib/access/endpoints.ts; the matrix fails for an action that has none. */
export const inputs: Inputs = {
  ...peopleInputs,
  ...workbenchInputs,
  ...readinessInputs,
  ...postureInputs,
  ...thresholdInputs,
  ...requestInputs,
};

/** One for every route that is not only read: what is posted, and how whoever is let in is answered. */
export const posts: Readonly<Record<string, (tenant: Tenant) => Posted | Promise<Posted>>> = {
  'POST /sign-out': () => ({ body: '', type: 'application/x-www-form-urlencoded', answers: 303 }),
  'POST /worksheet/file': () => ({
    body: new URLSearchParams({ token: 'f'.repeat(64) }).toString(),
    type: 'application/x-www-form-urlencoded',
    answers: 303,
  }),
  'POST /sign-in/demo': () => ({
    body: new URLSearchParams({ email: demoPeople[0].email }).toString(),
    type: 'application/x-www-form-urlencoded',
    answers: 303,
  }),
  'POST /engagements/csv': () => ({
    body: new URLSearchParams({
      asked: JSON.stringify({ sort: 'reading', down: false, page: 1, archived: false, words: 'client' }),
    }).toString(),
    type: 'application/x-www-form-urlencoded',
    answers: 200,
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
