import 'server-only';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';
import { mayInEngagement } from '@/lib/access/permissions';
import { sumOf, thingsOf } from '@/lib/claims/register';
import type { ClaimsView, ClaimView } from '@/lib/claims/view';
import type { EngagementRecord } from '@/lib/engagements/record';

/** The whole register of one engagement, things in the order they were first spoken of. */
export async function loadClaims(tx: ActorTx, engagement: EngagementRecord, today: string): Promise<ClaimsView> {
  const [rows, spoken] = await Promise.all([
    tx
      .select()
      .from(claims)
      .where(eq(claims.engagementId, engagement.id))
      .orderBy(asc(claims.saidOn), asc(claims.createdAt), asc(claims.id)),
    tx
      .select({
        id: lines.id,
        version: lines.version,
        label: lines.label,
        of: alternatives.label,
        kind: lines.kind,
        quantity: lines.quantity,
        carried: lines.claimed,
        part: lines.part,
      })
      .from(lines)
      .innerJoin(alternatives, eq(alternatives.id, lines.alternativeId))
      .where(and(eq(lines.engagementId, engagement.id), isNotNull(lines.alternativeId)))
      .orderBy(asc(alternatives.position), asc(lines.position)),
  ]);
  const things = thingsOf(rows.map(claimView));
  return {
    engagementId: engagement.id,
    currency: engagement.currency,
    today,
    things,
    amounts: sumOf(things, 'Amount'),
    months: sumOf(things, 'Months'),
    lines: spoken.map(({ part, ...line }) => ({ ...line, switching: part === 'switching' })),
    sources: engagement.sources,
    mayWrite: mayInEngagement(engagement.member, 'claims.write'),
  };
}

function claimView(row: typeof claims.$inferSelect): ClaimView {
  const { engagementId: _, createdAt: __, ...claim } = row;
  return claim;
}
