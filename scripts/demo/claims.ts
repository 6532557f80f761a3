import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import { addClaim } from '@/lib/claims/mutations';
import type { Told } from '@/scripts/demo/told';

/** The register of claims, as whoever heard them enters it. */
export async function enterClaims(tx: ActorTx, engagementId: string, told: Told['claims']): Promise<void> {
  for (const { line, ...claim } of told) {
    await addClaim(tx, engagementId, {
      about: '',
      claimedAmount: null,
      claimedMonths: null,
      honestAmount: null,
      honestMonths: null,
      verdict: null,
      answer: '',
      ...claim,
      lineId: line === undefined ? null : await lineCalled(tx, engagementId, line),
    });
  }
}

async function lineCalled(tx: ActorTx, engagementId: string, key: string): Promise<string> {
  const [line] = await tx
    .select({ id: lines.id })
    .from(lines)
    .where(and(eq(lines.engagementId, engagementId), eq(lines.key, key)));
  if (!line) throw new Error(`There is no line “${key}”`);
  return line.id;
}
