import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { looks } from '@/db/schema/looks';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { movedSince, type SeenFigures, seenFigures } from '@/lib/looks/figures';
import type { MovedView } from '@/lib/looks/view';
import { readingsOf } from '@/lib/model/assess';
import { allInCost } from '@/lib/model/totals';

/** What has moved since a person last took note; null at their first look. */
export async function loadMoved(tx: ActorTx, actor: Actor, engagement: EngagementRecord): Promise<MovedView | null> {
  const [look] = await tx
    .select({ figures: looks.figures, at: looks.lookedAt })
    .from(looks)
    .where(and(eq(looks.engagementId, engagement.id), eq(looks.userId, actor.userId)));
  const before = seenFigures.safeParse(look?.figures);
  if (!look || !before.success) return null;
  return {
    since: look.at.toISOString(),
    moved: movedSince(before.data, figuresFor(engagement), engagement.currency),
  };
}

/** Takes note of the line as it stands before this person. */
export async function noteLook(tx: ActorTx, actor: Actor, engagement: EngagementRecord): Promise<void> {
  const figures = figuresFor(engagement);
  await tx
    .insert(looks)
    .values({ engagementId: engagement.id, userId: actor.userId, figures })
    .onConflictDoUpdate({ target: [looks.engagementId, looks.userId], set: { figures, lookedAt: sql`now()` } });
}

function figuresFor(engagement: EngagementRecord): SeenFigures {
  const model = modelOf(engagement);
  const chosen = model.alternatives.find(({ id, lines }) => id === model.chosen && lines.length > 0);
  const offered = model.offer.lines.length > 0;
  return {
    offer: offered ? allInCost(model.offer.lines, model, 'likely', model.offer) : null,
    offerLabel: offered ? model.offer.label : null,
    alternative: chosen ? allInCost(chosen.lines, model, 'likely') : null,
    alternativeLabel: chosen?.label ?? null,
    ...(mayInEngagement(engagement.member, 'threshold.read') && {
      reading: readingsOf(model).verdict,
      line: engagement.threshold?.amount ?? null,
    }),
  };
}
