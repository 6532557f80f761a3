import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';

/** The chosen alternatives' keys, by their ids. */
export async function chosenOf(tx: ActorTx, engagementIds: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: alternatives.id, key: alternatives.key })
    .from(alternatives)
    .where(
      and(
        inArray(alternatives.engagementId, engagementIds),
        isNull(alternatives.removedAt),
        sql`${alternatives.id} = (select choices.alternative_id from choices
          where choices.engagement_id = ${alternatives.engagementId} order by choices.chosen_at desc limit 1)`,
      ),
    );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** Where an alternative is opened. */
export const ofAlternative = (key: string) => `?alternative=${encodeURIComponent(key)}`;
