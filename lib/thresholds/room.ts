import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { formatNumber, percentOf } from '@/lib/format/numbers';
import { figuresOf } from '@/lib/line/figures';
import { dealHasEnded, type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { nowOf } from '@/lib/thresholds/now';
import type { Beside } from '@/lib/thresholds/proposal';
import { thresholdView } from '@/lib/thresholds/shown';
import type { RoomView, WritingView } from '@/lib/thresholds/view';

/** The Threshold room. For those who may see thresholds. */
export async function loadRoom(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  today: string,
): Promise<RoomView> {
  const now = nowOf(engagement, today);
  const records = await thresholdsOf(tx, [engagement.id]);
  const views = records.map((record) => thresholdView(record, now, engagement.timeZone));
  const current =
    views.find(({ state }) => state === 'approved') ?? views.find(({ state }) => state === 'stale') ?? null;
  const waiting = views.find(({ state }) => state === 'drafted' || state === 'proposed') ?? null;
  const mayWrite = mayInEngagement(engagement.member, 'threshold.propose') && !(await dealHasEnded(tx, engagement.id));
  return {
    engagementId: engagement.id,
    currency: engagement.currency,
    current,
    waiting,
    earlier: views.filter((view) => view !== current && view !== waiting),
    absence: engagement.thresholdAbsence,
    mayWrite,
    writing: mayWrite ? await writingView(tx, engagement, records, today) : null,
    me: actor.userId,
  };
}

async function writingView(
  tx: ActorTx,
  engagement: EngagementRecord,
  records: readonly ThresholdRecord[],
  today: string,
): Promise<WritingView | null> {
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  if (!chosen || chosen.lines.length === 0) return null;
  const executives = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, engagement.id), eq(members.role, 'executive')))
    .orderBy(asc(users.name), asc(users.id));
  const newest = records[0];
  const here = new Set(executives.map(({ id }) => id));
  const named = newest?.approvers.filter((id) => here.has(id)) ?? [];
  const approvers = named.length > 0 ? named : [...here];
  return {
    engagementId: engagement.id,
    currency: engagement.currency,
    newId: randomUUID(),
    basedOn: newest?.id ?? null,
    alternative: chosen.label,
    beside: besideOf(engagement),
    executives: executives.map(({ id, name, email }) => ({ id, name: name ?? email })),
    typed: {
      amount: newest ? formatNumber(newest.amount) : '',
      statement: newest?.snapshotHash ? newest.statement : '',
      conditions: newest?.conditions ?? '',
      reason: newest?.reason ?? '',
      tolerance: String(percentOf(newest?.tolerance ?? 0.05)),
      validUntil: newest && newest.validUntil >= today ? newest.validUntil : laterOf(engagement.renewalDate, today),
      approvers,
      quorum: newest && newest.quorum < newest.approvers.length ? String(newest.quorum) : '',
    },
  };
}

const laterOf = (one: string, other: string) => (one > other ? one : other);

/** What stands beside the amount, from the full assessment of the chosen alternative. */
function besideOf(engagement: EngagementRecord): Beside {
  const { threshold: _, ...model } = modelOf(engagement);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen);
  if (!chosen) throw new Error('No alternative is chosen');
  const { offer, alternative } = figuresOf(model, chosen);
  return {
    currency: engagement.currency,
    offer: model.offer.lines.length > 0 ? offer.presentValue : null,
    alternative: alternative.presentValue,
    p80: alternative.simulation.alternative.p80,
    vendor: alternative.vendorVersion.presentValue,
  };
}
