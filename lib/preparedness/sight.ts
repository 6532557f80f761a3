import { type Member, mayInEngagement } from '@/lib/access/permissions';
import type { PillarName } from '@/lib/readiness/criterion';

/** Whether a member may know why a pillar stands as it does, and since when: everybody may know how it stands. */
export function maySeePillar(member: Member, pillar: PillarName): boolean {
  if (pillar === 'leadership') return mayInEngagement(member, 'threshold.read');
  return pillar !== 'posture' || mayInEngagement(member, 'posture.read');
}
