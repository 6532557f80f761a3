import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { planSteps } from '@/db/schema/alternatives';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';
import { milestones } from '@/db/schema/milestones';

export type SubjectKind = 'line' | 'claim' | 'step' | 'milestone' | 'threshold';

/**
 * What the row that something is attached to is called; null where there is none such in this engagement for the
 * actor to see. The threshold's subject is the engagement itself.
 */
export async function labelOfSubject(
  tx: ActorTx,
  engagementId: string,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
): Promise<string | null> {
  const here = (table: typeof lines | typeof claims | typeof planSteps | typeof milestones) =>
    and(eq(table.engagementId, engagementId), eq(table.id, id));
  switch (kind) {
    case 'line': {
      const [line] = await tx.select({ label: lines.label }).from(lines).where(here(lines));
      return line?.label ?? null;
    }
    case 'claim': {
      const [claim] = await tx.select({ label: claims.statement }).from(claims).where(here(claims));
      return claim?.label ?? null;
    }
    case 'step': {
      const [step] = await tx.select({ label: planSteps.label }).from(planSteps).where(here(planSteps));
      return step?.label ?? null;
    }
    case 'milestone': {
      const [milestone] = await tx.select({ label: milestones.label }).from(milestones).where(here(milestones));
      return milestone?.label ?? null;
    }
    case 'threshold':
      return id === engagementId ? 'The walk threshold' : null;
  }
}

/** Behind which wall an entry about a row belongs: what is attached to leadership's milestones is leadership's too. */
export async function wallOfSubject(
  tx: ActorTx,
  engagementId: string,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
): Promise<'engagement' | 'threshold'> {
  if (kind !== 'milestone') return kind === 'threshold' ? 'threshold' : 'engagement';
  const [milestone] = await tx
    .select({ wall: milestones.wall })
    .from(milestones)
    .where(and(eq(milestones.engagementId, engagementId), eq(milestones.id, id)));
  // Of one that is gone nobody knows any more whose it was.
  return milestone?.wall ?? 'threshold';
}
