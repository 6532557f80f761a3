'use server';

import * as brief from '@/lib/posture/brief';
import * as logs from '@/lib/posture/logs';
import * as schema from '@/lib/posture/schema';
import * as summaries from '@/lib/posture/summaries';
import { defineAction } from '@/lib/server/define-action';

type Here = { engagementId: string };
const writes = ({ engagementId }: Here) => ({ engagementId, permission: 'contacts.write' }) as const;
const approves = ({ engagementId }: Here) => ({ engagementId, permission: 'summary.approve' }) as const;
const refresh = ({ engagementId }: Here) => [`/engagements/${engagementId}`];

export const logContact = defineAction({
  input: schema.newContact,
  may: writes,
  run: ({ tx, actor, input: { engagementId, ...form } }) => logs.logContact(tx, actor, engagementId, form),
  refresh,
});

export const correctContact = defineAction({
  input: schema.correctedContact,
  may: writes,
  run: ({ tx, input: { engagementId, id, version, ...form } }) =>
    logs.correctContact(tx, { engagementId, id, version }, form),
  refresh,
});

export const recordRecovery = defineAction({
  input: schema.recovery,
  may: writes,
  run: ({ tx, actor, input }) => logs.recordRecovery(tx, actor, input),
  refresh,
});

export const enterSighting = defineAction({
  input: schema.newSighting,
  may: writes,
  run: ({ tx, actor, input: { engagementId, ...form } }) => logs.enterSighting(tx, actor, engagementId, form),
  refresh,
});

export const correctSighting = defineAction({
  input: schema.correctedSighting,
  may: writes,
  run: ({ tx, input: { engagementId, id, version, ...form } }) =>
    logs.correctSighting(tx, { engagementId, id, version }, form),
  refresh,
});

export const logTest = defineAction({
  input: schema.newTest,
  may: writes,
  run: ({ tx, actor, input: { engagementId, ...form } }) => logs.logTest(tx, actor, engagementId, form),
  refresh,
});

export const correctTest = defineAction({
  input: schema.correctedTest,
  may: writes,
  run: ({ tx, input: { engagementId, id, version, ...form } }) =>
    logs.correctTest(tx, { engagementId, id, version }, form),
  refresh,
});

export const writeBrief = defineAction({
  input: schema.newBrief,
  may: writes,
  run: ({ tx, actor, input: { engagementId, ...form } }) => brief.writeBrief(tx, actor, engagementId, form),
  refresh,
});

/** Everybody for themself. */
export const acknowledgeBrief = defineAction({
  input: schema.acknowledgedBrief,
  may: ({ engagementId }) => ({ engagementId, permission: 'brief.acknowledge' }),
  run: ({ tx, actor, input }) => brief.acknowledgeBrief(tx, actor, input),
  refresh,
});

export const draftSummary = defineAction({
  input: schema.newSummary,
  may: writes,
  run: ({ tx, actor, input }) => summaries.draftSummary(tx, actor, input.engagementId),
  refresh,
});

export const approveSummary = defineAction({
  input: schema.approvedSummary,
  may: approves,
  run: ({ tx, actor, input }) => summaries.approveSummary(tx, actor, input),
  refresh,
});

export const releaseSupplier = defineAction({
  input: schema.supplierRelease,
  may: approves,
  run: ({ tx, actor, input }) => summaries.releaseSupplier(tx, actor, input),
  refresh,
});
