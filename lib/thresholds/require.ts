import 'server-only';
import { notFound } from 'next/navigation';
import { mayInEngagement } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { requireEngagement } from '@/lib/engagements/require';

/** The engagement, for those who may see its thresholds. For everybody else the room is not there. */
export async function requireThresholds(engagementId: string): Promise<EngagementRecord> {
  const engagement = await requireEngagement(engagementId);
  return mayInEngagement(engagement.member, 'threshold.read') ? engagement : notFound();
}
