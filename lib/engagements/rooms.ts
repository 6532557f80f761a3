import { type Member, type MemberPermission, mayInEngagement } from '@/lib/access/permissions';

/** The rooms of an engagement, in order, and what it takes to enter each. Paths are below the engagement's own. */
export const rooms = [
  { path: '', name: 'The line', may: 'engagement.read' },
  { path: '/offer', name: 'Offer', may: 'lines.read' },
  { path: '/alternative', name: 'Alternative', may: 'lines.read' },
  { path: '/claims', name: 'Claims', may: 'lines.read' },
  { path: '/plan', name: 'Plan', may: 'lines.read' },
  { path: '/readiness', name: 'Readiness', may: 'engagement.read' },
  { path: '/posture', name: 'Posture', may: 'posture.read' },
  { path: '/threshold', name: 'Threshold', may: 'threshold.read' },
  { path: '/outcome', name: 'Outcome', may: 'threshold.read' },
  { path: '/people', name: 'People', may: 'engagement.read' },
  { path: '/activity', name: 'Activity', may: 'activity.read' },
] as const satisfies readonly { path: string; name: string; may: MemberPermission }[];

export type Room = Pick<(typeof rooms)[number], 'path' | 'name'>;

/** The rooms that are there for a member. Of the others not even the name is sent. */
export function roomsOf(member: Member): Room[] {
  return rooms.filter(({ may }) => mayInEngagement(member, may)).map(({ path, name }) => ({ path, name }));
}
