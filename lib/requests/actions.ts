'use server';

import { redirect } from 'next/navigation';
import { newEngagement } from '@/lib/engagements/schema';
import { parseModelText } from '@/lib/model-file/parse';
import { eraseByLink } from '@/lib/requests/links';
import * as mutations from '@/lib/requests/mutations';
import { receiveRequest } from '@/lib/requests/receive';
import {
  assigned,
  converted,
  convertedFile,
  decided,
  linkBearer,
  noted,
  released,
  revoked,
  worksheetRequest,
} from '@/lib/requests/schema';
import { defineAction, definePublicForm } from '@/lib/server/define-action';
import { DomainError } from '@/lib/server/errors';
import { LimitedError, takeFromLimit } from '@/lib/server/rate-limits';

const triages = () => ({ portal: 'requests.triage' }) as const;
const refreshes = () => ['/requests'];

/** Whoever asks is answered the same, known or not, kept or not: the page after it knows nothing of them. */
export const askForWorksheet = definePublicForm({
  input: worksheetRequest,
  limit: { name: 'request', points: 10, seconds: 3600 },
  run: async ({ input }) => {
    try {
      await takeFromLimit({ name: 'request-address', points: 4, seconds: 24 * 3600 }, input.email);
      await receiveRequest(input, new Date());
    } catch (error) {
      // To say so would tell a stranger that this address has asked before.
      if (!(error instanceof LimitedError)) throw error;
    }
    redirect('/worksheet/asked');
  },
});

export const eraseRequest = definePublicForm({
  input: linkBearer,
  limit: { name: 'request-erase', points: 20, seconds: 600 },
  run: async ({ input }) => {
    await eraseByLink(input.token);
    redirect('/worksheet/erased');
  },
});

export const releaseRequests = defineAction({
  input: released,
  may: triages,
  run: async ({ tx, actor, input }) => {
    await takeFromLimit({ name: 'release', points: 200, seconds: 3600 }, actor.userId);
    await mutations.releaseRequests(tx, actor, input.targets);
  },
  refresh: refreshes,
});

export const decideRequests = defineAction({
  input: decided,
  may: triages,
  run: ({ tx, actor, input }) => mutations.decideRequests(tx, actor, input),
  refresh: refreshes,
});

export const assignRequests = defineAction({
  input: assigned,
  may: triages,
  run: ({ tx, actor, input }) => mutations.assignRequests(tx, actor, input),
  refresh: refreshes,
});

export const noteRequest = defineAction({
  input: noted,
  may: triages,
  run: ({ tx, actor, input }) => mutations.noteRequest(tx, actor, input),
  refresh: refreshes,
});

export const revokeLink = defineAction({
  input: revoked,
  may: triages,
  run: ({ tx, actor, input }) => mutations.revokeLink(tx, actor, input.requestId),
  refresh: refreshes,
});

export const convertRequest = defineAction({
  input: newEngagement.extend(converted.shape),
  may: triages,
  run: ({ tx, actor, input: { requestId, version, invite, ...form } }) =>
    mutations.convertRequest(tx, actor, { requestId, version, invite }, form),
  refresh: () => ['/requests', '/engagements'],
});

/** Makes an engagement of a request with a file's figures, which its reader has seen before. */
export const importRequest = defineAction({
  input: convertedFile,
  may: triages,
  run: ({ tx, actor, input: { requestId, version, invite, client, file } }) => {
    const parsed = parseModelText(file);
    if (!parsed.ok) throw new DomainError({ code: 'invalid', field: 'file', message: 'This is no model file.' });
    return mutations.convertRequest(tx, actor, { requestId, version, invite }, { client, model: parsed.model });
  },
  refresh: () => ['/requests', '/engagements'],
});
