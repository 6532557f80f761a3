import { type Member, mayInEngagement } from '@/lib/access/permissions';
import type { PillarName } from '@/lib/readiness/criterion';

/** Whether a member may know why a pillar stands as it does: everybody may know how it stands. */
export function maySeePillar(member: Member, pillar: PillarName): boolean {
  if (pillar === 'leadership') return mayInEngagement(member, 'threshold.read');
  return pillar !== 'posture' || mayInEngagement(member, 'posture.read');
}

/**
 * Whether a member may know since when a pillar stands as it does. The timeline changes with leadership's milestones:
 * its dates would tell what happened behind the wall.
 */
export function maySeeCourse(member: Member, pillar: PillarName): boolean {
  return maySeePillar(member, pillar) && (pillar !== 'timeline' || mayInEngagement(member, 'threshold.read'));
}
