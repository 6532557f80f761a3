import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, max } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives, choices, planSteps } from '@/db/schema/alternatives';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import type {
  ChangedAlternative,
  ChosenAlternative,
  CombinedAlternative,
  NewAlternative,
  RemovedAlternative,
} from '@/lib/alternatives/schema';
import type { AlternativeHead } from '@/lib/alternatives/view';
import { copyLines } from '@/lib/lines/copy';
import { keyOf } from '@/lib/lines/key';
import { DomainError, notFound } from '@/lib/server/errors';

/** An alternative, empty or as a copy of another with its lines and plan. */
export async function addAlternative(
  tx: ActorTx,
  actor: Actor,
  input: NewAlternative,
): Promise<Pick<AlternativeHead, 'id' | 'key'>> {
  const { engagementId, label, kind, from } = input;
  const start = from === null ? null : await alternativeOf(tx, engagementId, from);
  const created = await insertAlternative(tx, engagementId, label, kind);
  const copied = start ? await copyContents(tx, actor, engagementId, start.id, created.id) : 0;
  await recordActivity(tx, {
    engagementId,
    kind: 'alternative.created',
    subject: created.id,
    after: { label, kind, ...(start && { copiedFrom: start.id, lines: copied }) },
  });
  return created;
}

/** A new row, last in order. */
async function insertAlternative(
  tx: ActorTx,
  engagementId: string,
  label: string,
  kind: NewAlternative['kind'],
): Promise<Pick<AlternativeHead, 'id' | 'key'>> {
  const [last] = await tx
    .select({ position: max(alternatives.position) })
    .from(alternatives)
    .where(eq(alternatives.engagementId, engagementId));
  const id = randomUUID();
  const key = keyOf(label, id);
  await tx.insert(alternatives).values({ id, engagementId, key, label, kind, position: (last?.position ?? -1) + 1 });
  return { id, key };
}

/** An alternative put together workload by workload from the lines of others, which stay as they are. */
export async function combineAlternatives(
  tx: ActorTx,
  actor: Actor,
  { engagementId, label, parts }: CombinedAlternative,
): Promise<Pick<AlternativeHead, 'id' | 'key'>> {
  for (const id of new Set(parts.map(({ from }) => from))) await alternativeOf(tx, engagementId, id);
  const created = await insertAlternative(tx, engagementId, label, 'hybrid');
  let copied = 0;
  for (const { workload, from } of parts) {
    copied += await copyLines(tx, actor, {
      engagementId,
      from: { kind: 'alternative', id: from },
      to: { kind: 'alternative', id: created.id },
      workload,
    });
  }
  await recordActivity(tx, {
    engagementId,
    kind: 'alternative.created',
    subject: created.id,
    after: { label, kind: 'hybrid', combinedFrom: parts, lines: copied },
  });
  return created;
}

async function copyContents(tx: ActorTx, actor: Actor, engagementId: string, fromId: string, toId: string) {
  const steps = await tx
    .select()
    .from(planSteps)
    .where(and(eq(planSteps.engagementId, engagementId), eq(planSteps.alternativeId, fromId)));
  const stepIds = new Map(steps.map(({ id }) => [id, randomUUID() as string]));
  if (steps.length > 0) {
    await tx
      .insert(planSteps)
      .values(steps.map((step) => ({ ...step, id: stepIds.get(step.id), alternativeId: toId, version: 1 })));
  }
  return copyLines(tx, actor, {
    engagementId,
    from: { kind: 'alternative', id: fromId },
    to: { kind: 'alternative', id: toId },
    stepIds,
  });
}

export async function changeAlternative(
  tx: ActorTx,
  { engagementId, alternativeId, version, label, kind }: ChangedAlternative,
): Promise<AlternativeHead> {
  const before = await alternativeOf(tx, engagementId, alternativeId);
  refuseStale(before, version);
  if (before.label === label && before.kind === kind) return headOf(before);
  const [after] = await tx
    .update(alternatives)
    .set({ label, kind, version: version + 1 })
    .where(and(eq(alternatives.id, alternativeId), eq(alternatives.version, version)))
    .returning();
  if (!after) throw notFound();
  await recordActivity(tx, {
    engagementId,
    kind: 'alternative.changed',
    subject: alternativeId,
    before: { label: before.label, kind: before.kind },
    after: { label, kind, version: after.version },
  });
  return headOf(after);
}

/** Takes an alternative off the table. The chosen one stays until another is chosen. */
export async function removeAlternative(
  tx: ActorTx,
  { engagementId, alternativeId, version }: RemovedAlternative,
): Promise<void> {
  const before = await alternativeOf(tx, engagementId, alternativeId);
  refuseStale(before, version);
  if ((await chosenIn(tx, engagementId)) === alternativeId) {
    throw new DomainError({ code: 'refused', message: 'This is the chosen alternative. Choose another one first.' });
  }
  const standing = await tx
    .select({ id: alternatives.id })
    .from(alternatives)
    .where(and(eq(alternatives.engagementId, engagementId), isNull(alternatives.removedAt)));
  if (standing.length < 2) {
    throw new DomainError({ code: 'refused', message: 'An engagement keeps at least one alternative.' });
  }
  await tx
    .update(alternatives)
    .set({ removedAt: new Date(), version: version + 1 })
    .where(and(eq(alternatives.id, alternativeId), eq(alternatives.version, version)));
  await recordActivity(tx, {
    engagementId,
    kind: 'alternative.removed',
    subject: alternativeId,
    before: { label: before.label, kind: before.kind },
  });
}

/** Says which alternative the organisation would really take: its BATNA. */
export async function chooseAlternative(
  tx: ActorTx,
  actor: Actor,
  { engagementId, alternativeId }: ChosenAlternative,
): Promise<void> {
  const [alternative] = await tx
    .select({ id: alternatives.id, label: alternatives.label })
    .from(alternatives)
    .where(standingAlternative(engagementId, alternativeId));
  if (!alternative) throw notFound();
  const before = await chosenIn(tx, engagementId);
  if (before === alternativeId) return;
  await tx.insert(choices).values({ engagementId, alternativeId, chosenBy: actor.userId });
  await recordActivity(tx, {
    engagementId,
    kind: 'alternative.chosen',
    subject: alternativeId,
    ...(before && { before: { alternative: before } }),
    after: { alternative: alternativeId, label: alternative.label },
  });
}

async function chosenIn(tx: ActorTx, engagementId: string): Promise<string | null> {
  const [choice] = await tx
    .select({ alternativeId: choices.alternativeId })
    .from(choices)
    .where(eq(choices.engagementId, engagementId))
    .orderBy(desc(choices.chosenAt))
    .limit(1);
  return choice?.alternativeId ?? null;
}

type Row = typeof alternatives.$inferSelect;

const standingAlternative = (engagementId: string, alternativeId: string) =>
  and(eq(alternatives.engagementId, engagementId), eq(alternatives.id, alternativeId), isNull(alternatives.removedAt));

async function alternativeOf(tx: ActorTx, engagementId: string, alternativeId: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(alternatives)
    .where(standingAlternative(engagementId, alternativeId))
    .for('update');
  if (!row) throw notFound();
  return row;
}

function refuseStale(row: Row, version: number): void {
  if (row.version === version) return;
  throw new DomainError({
    code: 'stale',
    message: 'Somebody changed this alternative since you read it.',
    current: { version: row.version, value: headOf(row) },
  });
}

function headOf({ id, key, label, kind, version }: Row): AlternativeHead {
  return { id, key, label, kind, version };
}
