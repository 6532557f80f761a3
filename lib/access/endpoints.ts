import type { MemberPermission, PortalPermission } from '@/lib/access/permissions';

/**
 * Everything that answers over HTTP, and who is let in: one line each. A test finds every page, route and action in
 * the sources and fails for one that is not here; the matrix in e2e/matrix calls each of them as everybody, an action
 * with the input it has in e2e/matrix/inputs.ts.
 */

export type Rule =
  | 'everybody'
  /** Everybody, in the demo; nobody elsewhere. */
  | 'the demo'
  /** Everybody, where the organisation's own sign-in is set up; nobody elsewhere. */
  | 'the issuer'
  /** Whoever is signed in, about what is their own. */
  | 'oneself'
  | { readonly inEngagement: MemberPermission }
  | { readonly inPortal: PortalPermission };

const member = (permission: MemberPermission): Rule => ({ inEngagement: permission });
const portal = (permission: PortalPermission): Rule => ({ inPortal: permission });

/** By the path of their folder. */
export const pages: Readonly<Record<string, Rule>> = {
  '/': 'everybody',
  '/privacy': 'everybody',
  '/worksheet': 'everybody',
  '/worksheet/asked': 'everybody',
  '/worksheet/download': 'everybody',
  '/worksheet/erased': 'everybody',
  '/mailbox': 'the demo',
  '/sign-in': 'everybody',
  '/sign-in/check': 'everybody',
  '/sign-in/confirm': 'everybody',
  '/invitation': 'everybody',
  '/account': 'oneself',
  '/administration': portal('people.change'),
  '/requests': portal('requests.triage'),
  '/requests/[requestId]': portal('requests.triage'),
  '/engagements': 'oneself',
  '/engagements/new': portal('engagement.create'),
  '/engagements/[engagementId]': member('engagement.read'),
  '/engagements/[engagementId]/activity': member('activity.read'),
  '/engagements/[engagementId]/alternative': member('lines.read'),
  '/engagements/[engagementId]/claims': member('lines.read'),
  '/engagements/[engagementId]/offer': member('lines.read'),
  '/engagements/[engagementId]/people': member('engagement.read'),
  '/engagements/[engagementId]/plan': member('lines.read'),
  '/engagements/[engagementId]/readiness': member('engagement.read'),
  '/engagements/[engagementId]/talk/[commentId]': member('lines.read'),
  '/engagements/[engagementId]/threshold': member('threshold.read'),
  '/engagements/[engagementId]/threshold/[thresholdId]': member('threshold.read'),
};

/** By method and path. */
export const routes: Readonly<Record<string, Rule>> = {
  'GET /api/health': 'everybody',
  'GET /api/auth/callback/oidc': 'the issuer',
  'POST /worksheet/file': 'everybody',
  'POST /sign-in/demo': 'the demo',
  'GET /sign-in/renew': 'everybody',
  'POST /sign-out': 'everybody',
  'GET /account/export': 'oneself',
  'GET /engagements/[engagementId]/export': member('engagement.read'),
  'GET /engagements/[engagementId]/worksheet': member('engagement.read'),
  'GET /engagements/[engagementId]/worksheet/pdf': member('engagement.read'),
  'GET /engagements/[engagementId]/activity/download': member('activity.read'),
  'POST /api/files/[engagementId]': member('evidence.add'),
  'GET /api/files/[engagementId]/[evidenceId]': member('evidence.open'),
  'GET /api/files/[engagementId]/[evidenceId]/preview': member('evidence.open'),
  'GET /api/events': 'oneself',
  'GET /api/events/[engagementId]': member('engagement.read'),
  /** Whoever holds the secret address: a calendar has no session. */
  'GET /api/calendar/[address]': 'everybody',
  'POST /api/presence': member('engagement.read'),
};

/** By file and name; what follows a space tells two uses of one action apart. */
export const actions: Readonly<Record<string, Rule>> = {
  'lib/requests/actions.ts#askForWorksheet': 'everybody',
  'lib/requests/actions.ts#eraseRequest': 'everybody',
  'lib/requests/actions.ts#releaseRequests': portal('requests.triage'),
  'lib/requests/actions.ts#decideRequests': portal('requests.triage'),
  'lib/requests/actions.ts#assignRequests': portal('requests.triage'),
  'lib/requests/actions.ts#noteRequest': portal('requests.triage'),
  'lib/requests/actions.ts#revokeLink': portal('requests.triage'),
  'lib/requests/actions.ts#convertRequest': portal('requests.triage'),
  'lib/requests/actions.ts#importRequest': portal('requests.triage'),
  'lib/sign-in/actions.ts#requestSignIn': 'everybody',
  'lib/sign-in/actions.ts#redeemLink': 'everybody',
  'lib/sign-in/actions.ts#signInWithIssuer': 'the issuer',
  'lib/sign-in/passkey-actions.ts#beginPasskeySignIn': 'everybody',
  'lib/sign-in/passkey-actions.ts#signInWithPasskey': 'everybody',
  'lib/invitations/actions.ts#acceptInvitation': 'everybody',

  'lib/sign-in/passkey-actions.ts#beginPasskey': 'oneself',
  'lib/sign-in/passkey-actions.ts#addPasskey': 'oneself',
  'lib/sign-in/passkey-actions.ts#renamePasskey': 'oneself',
  'lib/sign-in/passkey-actions.ts#removePasskey': 'oneself',
  'lib/sign-in/session-actions.ts#endSession': 'oneself',
  'lib/sign-in/session-actions.ts#signOutEverywhere': 'oneself',
  'lib/sign-in/step-up-actions.ts#beginStepUp': 'oneself',
  'lib/sign-in/step-up-actions.ts#confirmStepUpByCode': 'oneself',
  'lib/sign-in/step-up-actions.ts#confirmStepUpByPasskey': 'oneself',
  'lib/people/actions.ts#changeProfile': 'oneself',
  'lib/people/actions.ts#eraseAccount': 'oneself',
  'lib/calendars/actions.ts#makeCalendarAddress': 'oneself',
  'lib/calendars/actions.ts#revokeCalendarAddress': 'oneself',

  'lib/archives/actions.ts#archiveByName': portal('engagement.archive'),
  'lib/archives/actions.ts#reopenByName': portal('engagement.archive'),
  'lib/archives/actions.ts#requestErasure': portal('engagement.archive'),
  'lib/archives/actions.ts#confirmErasure': portal('engagement.archive'),
  'lib/archives/actions.ts#withdrawErasure': portal('engagement.archive'),
  'lib/archives/actions.ts#archiveEngagement': member('engagement.archive'),
  'lib/archives/actions.ts#reopenEngagement': member('engagement.archive'),
  'lib/archives/actions.ts#confirmErasureAsLead': member('engagement.archive'),
  'lib/archives/actions.ts#refuseErasureAsLead': member('engagement.archive'),
  'lib/people/actions.ts#removePortalRole': portal('people.change'),
  'lib/invitations/actions.ts#invitePortal': portal('people.change'),
  'lib/invitations/actions.ts#resendPortal': portal('people.change'),
  'lib/invitations/actions.ts#withdrawPortal': portal('people.change'),
  'lib/engagements/actions.ts#createEngagement': portal('engagement.create'),
  'lib/engagements/actions.ts#importEngagement': portal('engagement.create'),

  'lib/people/actions.ts#changeMember': member('people.change'),
  'lib/people/actions.ts#removeMember': member('people.change'),
  'lib/invitations/actions.ts#invite': member('people.change'),
  'lib/invitations/actions.ts#resend': member('people.change'),
  'lib/invitations/actions.ts#withdraw': member('people.change'),
  'lib/lines/actions.ts#readLines': member('lines.read'),
  'lib/lines/actions.ts#saveLines of an offer': member('offer.write'),
  'lib/lines/actions.ts#saveLines of an alternative': member('alternative.write'),
  'lib/preferences/actions.ts#keepPreference': 'oneself',
  'lib/offers/actions.ts#addOffer': member('offer.write'),
  'lib/offers/actions.ts#changeOffer': member('offer.write'),
  'lib/alternatives/actions.ts#addAlternative': member('alternative.write'),
  'lib/alternatives/actions.ts#combineAlternatives': member('alternative.write'),
  'lib/alternatives/actions.ts#changeAlternative': member('alternative.write'),
  'lib/alternatives/actions.ts#removeAlternative': member('alternative.write'),
  'lib/alternatives/actions.ts#chooseAlternative': member('alternative.choose'),
  'lib/claims/actions.ts#addClaim': member('claims.write'),
  'lib/claims/actions.ts#changeClaim': member('claims.write'),
  'lib/claims/actions.ts#removeClaim': member('claims.write'),
  'lib/claims/actions.ts#carryClaim': member('alternative.write'),
  'lib/evidence/actions.ts#addLink': member('evidence.add'),
  'lib/evidence/actions.ts#addNote': member('evidence.add'),
  'lib/evidence/actions.ts#removeEvidence': member('evidence.add'),
  'lib/reviews/actions.ts#readReviews': member('lines.read'),
  'lib/reviews/actions.ts#reviewLines': member('line.review'),
  'lib/thresholds/actions.ts#writeThreshold': member('threshold.propose'),
  'lib/thresholds/actions.ts#withdrawThreshold': member('threshold.propose'),
  'lib/thresholds/actions.ts#decideOnThreshold': member('threshold.approve'),
  'lib/decisions/actions.ts#makeDecision': member('decision.make'),
  'lib/decisions/actions.ts#joinDecision': member('decision.make'),
  'lib/looks/actions.ts#noteLook': member('engagement.read'),
  'lib/talk/actions.ts#writeComment about a line': member('comment.write'),
  'lib/talk/actions.ts#writeComment about the threshold': member('threshold.read'),
  'lib/talk/actions.ts#withdrawComment': member('comment.write'),
  'lib/talk/actions.ts#settleThread': member('comment.write'),
  'lib/plans/actions.ts#addStep': member('plan.write'),
  'lib/plans/actions.ts#changeStep': member('plan.write'),
  'lib/plans/actions.ts#removeStep': member('plan.write'),
  'lib/plans/actions.ts#moveStep': member('plan.write'),
  'lib/plans/actions.ts#followStep': member('plan.write'),
  'lib/milestones/actions.ts#layOutMilestones': member('plan.write'),
  'lib/milestones/actions.ts#addMilestone': member('plan.write'),
  'lib/milestones/actions.ts#changeMilestone': member('plan.write'),
  'lib/milestones/actions.ts#moveMilestone': member('plan.write'),
  'lib/milestones/actions.ts#finishMilestone': member('plan.write'),
  'lib/milestones/actions.ts#reopenMilestone': member('plan.write'),
  'lib/milestones/actions.ts#removeMilestone': member('plan.write'),
  'lib/milestones/actions.ts#changeDates': member('engagement.change'),
  'lib/preparedness/actions.ts#giveReason': member('alternative.write'),
  'lib/preparedness/actions.ts#withdrawReason': member('alternative.write'),
  'lib/preparedness/actions.ts#nameOwner': member('engagement.change'),
};
