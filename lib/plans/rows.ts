import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives, planSteps } from '@/db/schema/alternatives';
import { holdTrail } from '@/lib/activity/record';
import type { PlanStep } from '@/lib/model/types';
import { notFound } from '@/lib/server/errors';

export type StepRow = typeof planSteps.$inferSelect;

/**
 * Holds an alternative's plan for this transaction: two changes that are harmless one by one could make a circle
 * together, so plans change one at a time. Throws notFound.
 */
export async function holdPlan(tx: ActorTx, engagementId: string, alternativeId: string): Promise<void> {
  await holdTrail(tx, engagementId);
  const held = await tx
    .select({ id: alternatives.id })
    .from(alternatives)
    .where(and(eq(alternatives.engagementId, engagementId), eq(alternatives.id, alternativeId)))
    .for('update');
  if (held.length === 0) throw notFound();
}

/** The steps of an alternative, in order. */
export function stepsOf(tx: ActorTx, alternativeId: string): Promise<StepRow[]> {
  return tx
    .select()
    .from(planSteps)
    .where(eq(planSteps.alternativeId, alternativeId))
    .orderBy(asc(planSteps.position), asc(planSteps.key));
}

/** One step, its plan held. Throws notFound. */
export async function holdStep(tx: ActorTx, engagementId: string, stepId: string): Promise<StepRow> {
  const [found] = await tx
    .select()
    .from(planSteps)
    .where(and(eq(planSteps.engagementId, engagementId), eq(planSteps.id, stepId)));
  if (!found) throw notFound();
  await holdPlan(tx, engagementId, found.alternativeId);
  const [held] = await tx.select().from(planSteps).where(eq(planSteps.id, stepId));
  if (!held) throw notFound();
  return held;
}

export function modelStep({ key, label, months, after }: StepRow): PlanStep {
  return { id: key, label, months, after };
}

/** What the trail keeps of a step. */
export function stepFacts({ label, months, after, ownerId }: Pick<StepRow, 'label' | 'months' | 'after' | 'ownerId'>) {
  return { label, months, after, ownerId };
}
