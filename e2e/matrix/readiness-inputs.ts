import type { Inputs } from './input';
import * as scene from './readiness-scene';
import { anAlternative } from './scene';

const milestone = { label: 'Another milestone', dueOn: '2027-03-01', ownerId: '', wall: 'engagement' };

/** Of readiness, its timeline, and one's own calendar. */
export const readinessInputs: Inputs = {
  'lib/calendars/actions.ts#makeCalendarAddress': () => ({ with: {} }),
  'lib/calendars/actions.ts#revokeCalendarAddress': () => ({ with: {} }),
  'lib/milestones/actions.ts#layOutMilestones': ({ tenant: { engagementId } }) => ({ with: { engagementId } }),
  'lib/milestones/actions.ts#addMilestone': ({ tenant: { engagementId } }) => ({
    with: { engagementId, ...milestone },
  }),
  'lib/milestones/actions.ts#changeMilestone': async ({ tenant }) => ({
    with: { ...(await scene.onAMilestone(tenant)), label: 'Renamed', ownerId: '', wall: 'engagement' },
  }),
  'lib/milestones/actions.ts#moveMilestone': async ({ tenant }) => ({
    with: { ...(await scene.onAMilestone(tenant)), dueOn: '2027-04-01', reason: 'The works council meets later.' },
  }),
  'lib/milestones/actions.ts#finishMilestone': async ({ tenant }) => ({
    with: {
      ...(await scene.onAMilestone(tenant)),
      doneOn: '2026-01-15',
      evidence: 'The report is filed.',
      evidenceUrl: '',
    },
  }),
  'lib/milestones/actions.ts#reopenMilestone': async ({ tenant }) => ({ with: await scene.onAMilestone(tenant) }),
  'lib/milestones/actions.ts#removeMilestone': async ({ tenant }) => ({ with: await scene.onAMilestone(tenant) }),
  'lib/milestones/actions.ts#changeDates': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      version: await scene.versionOf(tenant),
      renewalDate: tenant.model.renewalDate,
      noticeOn: '2027-03-31',
    },
  }),
  'lib/preparedness/actions.ts#giveReason': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      alternativeId: await anAlternative(tenant),
      category: 'exit',
      version: 0,
      reason: 'The contract simply ends.',
    },
  }),
  'lib/preparedness/actions.ts#withdrawReason': async ({ tenant }) => ({
    with: {
      engagementId: tenant.engagementId,
      alternativeId: await scene.anExcusedAlternative(tenant, 'exit'),
      category: 'exit',
      version: 1,
    },
  }),
  'lib/preparedness/actions.ts#nameOwner': async ({ tenant }) => {
    await scene.withoutOwner(tenant, 'A1');
    return {
      with: {
        engagementId: tenant.engagementId,
        criterion: 'A1',
        ownerId: tenant.contributor.userId,
        before: null,
      },
    };
  },
};
