import 'server-only';
import { z } from 'zod';
import { asActor } from '@/db/doors';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { membershipOf } from '@/lib/engagements/membership';
import { fileOf, type StoredFile } from '@/lib/evidence/queries';

const ids = z.object({ engagementId: z.uuid(), evidenceId: z.uuid() });

/** A file for somebody who may open it; null where they may not, or there is none. */
export async function openFile(actor: Actor, engagementId: string, evidenceId: string): Promise<StoredFile | null> {
  if (!ids.safeParse({ engagementId, evidenceId }).success) return null;
  return asActor(actor, async (tx) => {
    const member = await membershipOf(tx, actor, engagementId);
    return member && mayInEngagement(member, 'evidence.open') ? fileOf(tx, engagementId, evidenceId) : null;
  });
}
