import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { planSteps } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { holdTrail, recordActivity } from '@/lib/activity/record';
import { PlanCycle, planOf } from '@/lib/model/plan';
import type { PlanStep } from '@/lib/model/types';
import { limits } from '@/lib/model-file/schema';
import { moveFollowers } from '@/lib/plans/followers';
import { holdPlan, holdStep, modelStep, type StepRow, stepFacts, stepsOf } from '@/lib/plans/rows';
import type { ChangedStep, NewStep } from '@/lib/plans/schema';
import { DomainError, notFound } from '@/lib/server/errors';

/** Adds a step at the end of a plan. Returns its id. */
export async function addStep(tx: ActorTx, actor: Actor, input: NewStep): Promise<string> {
  await holdPlan(tx, input.engagementId, input.alternativeId);
  const rows = await stepsOf(tx, input.alternativeId);
  if (rows.length >= limits.steps) {
    throw new DomainError({ code: 'refused', message: `A plan holds at most ${limits.steps} steps.` });
  }
  await requireMember(tx, input.engagementId, input.ownerId);
  const key = freeKey(rows);
  const { label, months, after, ownerId } = input;
  requirePlan([...rows.map(modelStep), { id: key, label, months, after }]);
  const id = randomUUID();
  await tx.insert(planSteps).values({
    id,
    engagementId: input.engagementId,
    alternativeId: input.alternativeId,
    key,
    position: (rows.at(-1)?.position ?? -1) + 1,
    label,
    months,
    after,
    ownerId,
  });
  await recordActivity(tx, {
    engagementId: input.engagementId,
    kind: 'step.added',
    subject: id,
    after: stepFacts(input),
  });
  await moveFollowers(tx, actor, input);
  return id;
}

/** Changes what a step is, how long it takes, what it waits for and who owns it. */
export async function changeStep(tx: ActorTx, actor: Actor, input: ChangedStep): Promise<void> {
  const { engagementId, stepId, version, label, months, after, ownerId } = input;
  const step = await heldAtVersion(tx, input);
  await requireMember(tx, engagementId, ownerId);
  const rows = await stepsOf(tx, step.alternativeId);
  requirePlan(rows.map((row) => (row.id === stepId ? { id: row.key, label, months, after } : modelStep(row))));
  await tx
    .update(planSteps)
    .set({ label, months, after, ownerId, version: version + 1 })
    .where(and(eq(planSteps.id, stepId), eq(planSteps.version, version)));
  await recordActivity(tx, {
    engagementId,
    kind: 'step.changed',
    subject: stepId,
    before: stepFacts(step),
    after: stepFacts(input),
  });
  await moveFollowers(tx, actor, step);
}

/** Removes a step: what waited for it waits for what it waited for, and lines that followed it stay where they are. */
export async function removeStep(
  tx: ActorTx,
  actor: Actor,
  input: { engagementId: string; stepId: string; version: number },
): Promise<void> {
  const step = await heldAtVersion(tx, input);
  const rows = await stepsOf(tx, step.alternativeId);
  for (const follower of await tx
    .select({ id: lines.id, version: lines.version })
    .from(lines)
    .where(eq(lines.followsStepId, step.id))) {
    await setFollowed(tx, actor, { ...follower, engagementId: step.engagementId, from: step.label, stepId: null });
  }
  for (const row of rows.filter((other) => other.after.includes(step.key))) {
    const after = [...new Set(row.after.flatMap((key) => (key === step.key ? step.after : [key])))];
    await tx
      .update(planSteps)
      .set({ after, version: row.version + 1 })
      .where(and(eq(planSteps.id, row.id), eq(planSteps.version, row.version)));
    await recordActivity(tx, {
      engagementId: step.engagementId,
      kind: 'step.changed',
      subject: row.id,
      before: stepFacts(row),
      after: stepFacts({ ...row, after }),
    });
  }
  await tx.delete(planSteps).where(and(eq(planSteps.id, step.id), eq(planSteps.version, input.version)));
  await recordActivity(tx, {
    engagementId: step.engagementId,
    kind: 'step.removed',
    subject: step.id,
    before: stepFacts(step),
  });
  await moveFollowers(tx, actor, step);
}

/** Moves a step to another place in the list, which says nothing of when it runs. */
export async function moveStep(
  tx: ActorTx,
  input: { engagementId: string; stepId: string; version: number; beforeId: string | null },
): Promise<void> {
  const step = await heldAtVersion(tx, input);
  const rows = await stepsOf(tx, step.alternativeId);
  const others = rows.filter((row) => row.id !== step.id);
  const at = input.beforeId === null ? others.length : others.findIndex((row) => row.id === input.beforeId);
  if (at < 0) throw notFound();
  const ordered = [...others.slice(0, at), step, ...others.slice(at)];
  for (const [position, row] of ordered.entries()) {
    if (row.position === position && row.id !== step.id) continue;
    await tx
      .update(planSteps)
      .set({ position, ...(row.id === step.id && { version: input.version + 1 }) })
      .where(and(eq(planSteps.id, row.id), eq(planSteps.version, row.version)));
  }
  await recordActivity(tx, {
    engagementId: step.engagementId,
    kind: 'step.moved',
    subject: step.id,
    before: { place: rows.findIndex((row) => row.id === step.id) + 1 },
    after: { place: at + 1 },
  });
}

/** Ties a switching line's months to a step of its own alternative, or sets them free. */
export async function followStep(
  tx: ActorTx,
  actor: Actor,
  input: { engagementId: string; lineId: string; version: number; stepId: string | null },
): Promise<void> {
  await holdTrail(tx, input.engagementId);
  const [line] = await tx
    .select()
    .from(lines)
    .where(and(eq(lines.engagementId, input.engagementId), eq(lines.id, input.lineId)));
  if (!line?.alternativeId) throw notFound();
  if (line.part !== 'switching') {
    throw new DomainError({ code: 'refused', message: 'Only switching lines follow a step: running costs do not.' });
  }
  await holdPlan(tx, input.engagementId, line.alternativeId);
  if (line.version !== input.version) {
    throw new DomainError({
      code: 'stale',
      message: 'Somebody else changed this line meanwhile.',
      current: { version: line.version, value: { start: line.startMonth, end: line.endMonth } },
    });
  }
  const rows = await stepsOf(tx, line.alternativeId);
  const step = input.stepId === null ? null : rows.find((row) => row.id === input.stepId);
  if (step === undefined) throw notFound();
  await setFollowed(tx, actor, {
    id: line.id,
    version: line.version,
    engagementId: input.engagementId,
    from: rows.find((row) => row.id === line.followsStepId)?.label ?? null,
    stepId: step?.id ?? null,
    to: step?.label ?? null,
  });
  await moveFollowers(tx, actor, { engagementId: input.engagementId, alternativeId: line.alternativeId });
}

async function setFollowed(
  tx: ActorTx,
  actor: Actor,
  line: {
    id: string;
    version: number;
    engagementId: string;
    from: string | null;
    stepId: string | null;
    to?: string | null;
  },
): Promise<void> {
  await tx
    .update(lines)
    .set({ followsStepId: line.stepId, version: line.version + 1, changedBy: actor.userId, changedAt: sql`now()` })
    .where(and(eq(lines.id, line.id), eq(lines.version, line.version)));
  await recordActivity(tx, {
    engagementId: line.engagementId,
    kind: 'line.changed',
    subject: line.id,
    before: { follows: line.from },
    after: { follows: line.to ?? null, version: line.version + 1 },
  });
}

async function heldAtVersion(
  tx: ActorTx,
  input: { engagementId: string; stepId: string; version: number },
): Promise<StepRow> {
  const step = await holdStep(tx, input.engagementId, input.stepId);
  if (step.version !== input.version) {
    throw new DomainError({
      code: 'stale',
      message: 'Somebody else changed this step meanwhile.',
      current: { version: step.version, value: stepFacts(step) },
    });
  }
  return step;
}

async function requireMember(tx: ActorTx, engagementId: string, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const found = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.engagementId, engagementId), eq(members.userId, ownerId)));
  if (found.length === 0) {
    throw new DomainError({ code: 'invalid', field: 'ownerId', message: 'The owner is a member of the engagement.' });
  }
}

/** Throws at the field where steps wait for nobody known, or for each other in a circle. */
function requirePlan(steps: readonly PlanStep[]): void {
  const known = new Set(steps.map(({ id }) => id));
  if (steps.some(({ after }) => after.some((id) => !known.has(id)))) {
    throw new DomainError({ code: 'invalid', field: 'after', message: 'One of the steps it waits for is gone.' });
  }
  try {
    planOf(steps, '2000-01-01');
  } catch (error) {
    if (!(error instanceof PlanCycle)) throw error;
    const names = error.cycle.map((id) => `“${steps.find((step) => step.id === id)?.label ?? id}”`);
    throw new DomainError({
      code: 'invalid',
      field: 'after',
      message: `These steps would wait for each other in a circle: ${names.join(' → ')}.`,
    });
  }
}

/** A key no step of the plan has: step-1, step-2, … */
function freeKey(rows: readonly StepRow[]): string {
  const taken = new Set(rows.map(({ key }) => key));
  let number = rows.length + 1;
  while (taken.has(`step-${number}`)) number++;
  return `step-${number}`;
}
