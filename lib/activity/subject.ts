import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { planSteps } from '@/db/schema/alternatives';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';

export type SubjectKind = 'line' | 'claim' | 'step' | 'threshold';

/**
 * What the row that something is attached to is called; null where there is none such in this engagement for the
 * actor to see. The threshold's subject is the engagement itself.
 */
export async function labelOfSubject(
  tx: ActorTx,
  engagementId: string,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
): Promise<string | null> {
  const here = (table: typeof lines | typeof claims | typeof planSteps) =>
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
    case 'threshold':
      return id === engagementId ? 'The walk threshold' : null;
  }
}
