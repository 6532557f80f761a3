import 'server-only';
import { eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { thresholds } from '@/db/schema/thresholds';
import { fieldWithAmount } from '@/lib/posture/amounts';
import { DomainError } from '@/lib/server/errors';

/**
 * Posture is read by negotiators who may not know the threshold: words that hold an amount of one are refused at their
 * field. Only advisors and executives write them, who know it, so the refusal tells nobody anything.
 */
export async function guardThreshold(tx: ActorTx, engagementId: string, form: object): Promise<void> {
  const amounts = await tx
    .select({ amount: thresholds.amount })
    .from(thresholds)
    .where(eq(thresholds.engagementId, engagementId));
  const field = fieldWithAmount(
    form,
    amounts.map(({ amount }) => amount),
  );
  if (!field) return;
  const message = 'This holds the amount of a walk threshold. Negotiators read it who may not know that.';
  throw new DomainError({ code: 'invalid', field, message });
}
