import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { alternatives, planSteps } from '@/db/schema/alternatives';
import { lines } from '@/db/schema/lines';
import { type Tenant, tenants } from '@/db/testing/tenants';
import { addStep, changeStep, followStep, moveStep, removeStep } from '@/lib/plans/mutations';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
let alternativeId: string;

beforeAll(async () => {
  x = tenants().x;
  alternativeId = await asActor(x.advisor, async (tx) => {
    const [found] = await tx.select().from(alternatives).where(eq(alternatives.engagementId, x.engagementId));
    return found?.id ?? '';
  });
});

const steps = () =>
  asActor(x.advisor, (tx) =>
    tx.select().from(planSteps).where(eq(planSteps.alternativeId, alternativeId)).orderBy(asc(planSteps.position)),
  );
const stepNamed = async (label: string) => {
  const found = (await steps()).find((step) => step.label === label);
  if (!found) throw new Error(`no step ${label}`);
  return found;
};
const line = async () => {
  const [found] = await asActor(x.advisor, (tx) => tx.select().from(lines).where(eq(lines.key, 'move')));
  if (!found) throw new Error('no line');
  return found;
};
const add = (label: string, months: number, after: string[], as = x.contributor) =>
  asActor(as, (tx) =>
    addStep(tx, as, { engagementId: x.engagementId, alternativeId, label, months, after, ownerId: null }),
  );
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );

describe('the plan', () => {
  it('grows by steps of a contributor’s, each with an owner who is a member', async () => {
    await add('Move', 4, ['pilot']);
    const foreign = { ...x, ownerId: tenants().y.advisor.userId };
    const refused = await detailOf(
      asActor(x.advisor, (tx) =>
        addStep(tx, x.advisor, {
          engagementId: x.engagementId,
          alternativeId,
          label: 'Theirs',
          months: 1,
          after: [],
          ownerId: foreign.ownerId,
        }),
      ),
    );
    expect(refused).toMatchObject({ code: 'invalid', field: 'ownerId' });
    expect((await steps()).map(({ label }) => label)).toEqual(['Pilot', 'Move']);
  });

  it('moves a line with its step: a pilot of 3 and a move of 4 put the move’s line at −4…0', async () => {
    const [before, move] = [await line(), await stepNamed('Move')];
    await asActor(x.contributor, (tx) =>
      followStep(tx, x.contributor, {
        engagementId: x.engagementId,
        lineId: before.id,
        version: before.version,
        stepId: move.id,
      }),
    );
    expect(await line()).toMatchObject({ startMonth: -4, endMonth: 0 });
    await asActor(x.contributor, (tx) =>
      changeStep(tx, x.contributor, {
        engagementId: x.engagementId,
        stepId: move.id,
        version: move.version,
        label: 'Move',
        months: 6,
        after: ['pilot'],
        ownerId: x.contributor.userId,
      }),
    );
    expect(await line()).toMatchObject({ startMonth: -6, endMonth: 0, changedBy: x.contributor.userId });
    const trail = await asActor(x.advisor, (tx) =>
      tx.select().from(activity).where(eq(activity.subject, before.id)).orderBy(asc(activity.number)),
    );
    expect(trail.at(-1)).toMatchObject({ kind: 'line.changed', after: { start: -6, end: 0, follows: 'Move' } });
  });

  it('refuses a circle at the field, naming it, and writes nothing', async () => {
    const pilot = await stepNamed('Pilot');
    const move = await stepNamed('Move');
    const detail = await detailOf(
      asActor(x.advisor, (tx) =>
        changeStep(tx, x.advisor, {
          engagementId: x.engagementId,
          stepId: pilot.id,
          version: pilot.version,
          label: 'Pilot',
          months: 3,
          after: [move.key],
          ownerId: null,
        }),
      ),
    );
    expect(detail).toMatchObject({ code: 'invalid', field: 'after' });
    expect((detail as { message: string }).message).toContain('“Pilot” → “Move” → “Pilot”');
    expect((await stepNamed('Pilot')).version).toBe(pilot.version);
  });

  it('lets two people make one half of a circle each, but only one of them', async () => {
    await add('Left', 1, []);
    await add('Right', 1, []);
    const [left, right] = [await stepNamed('Left'), await stepNamed('Right')];
    const wait = (step: typeof left, after: string[], as = x.advisor) =>
      detailOf(
        asActor(as, (tx) =>
          changeStep(tx, as, {
            engagementId: x.engagementId,
            stepId: step.id,
            version: step.version,
            label: step.label,
            months: 1,
            after,
            ownerId: null,
          }),
        ),
      );
    const outcomes = await Promise.all([wait(left, [right.key]), wait(right, [left.key], x.contributor)]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== null)).toMatchObject({ field: 'after' });
  });

  it('answers a stale change with the other side’s value', async () => {
    const move = await stepNamed('Move');
    const detail = await detailOf(
      asActor(x.advisor, (tx) =>
        removeStep(tx, x.advisor, { engagementId: x.engagementId, stepId: move.id, version: move.version - 1 }),
      ),
    );
    expect(detail).toMatchObject({
      code: 'stale',
      current: { version: move.version, value: { label: 'Move', months: 6 } },
    });
  });

  it('reorders without changing when anything runs', async () => {
    const [first, second] = await steps();
    if (!first || !second) throw new Error('two steps');
    await asActor(x.advisor, (tx) =>
      moveStep(tx, { engagementId: x.engagementId, stepId: second.id, version: second.version, beforeId: first.id }),
    );
    expect((await steps()).slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('closes the gap where a step is taken out, and sets its lines free where they are', async () => {
    await add('After the move', 1, [(await stepNamed('Move')).key]);
    const move = await stepNamed('Move');
    const placed = await line();
    await asActor(x.advisor, (tx) =>
      removeStep(tx, x.advisor, { engagementId: x.engagementId, stepId: move.id, version: move.version }),
    );
    expect((await stepNamed('After the move')).after).toEqual(['pilot']);
    expect(await line()).toMatchObject({
      followsStepId: null,
      startMonth: placed.startMonth,
      endMonth: placed.endMonth,
    });
  });

  it('ties no running cost to a step', async () => {
    const pilot = await stepNamed('Pilot');
    const [seats] = await asActor(x.advisor, (tx) => tx.select().from(lines).where(eq(lines.key, 'seats')));
    const detail = await detailOf(
      asActor(x.advisor, (tx) =>
        followStep(tx, x.advisor, {
          engagementId: x.engagementId,
          lineId: seats?.id ?? '',
          version: seats?.version ?? 0,
          stepId: pilot.id,
        }),
      ),
    );
    expect(detail).toMatchObject({ code: 'refused' });
  });

  it('is not there for another tenant, and not an executive’s to write even past the first gate', async () => {
    const pilot = await stepNamed('Pilot');
    const input = { engagementId: x.engagementId, stepId: pilot.id, version: pilot.version };
    const stranger = tenants().y.advisor;
    expect(await detailOf(asActor(stranger, (tx) => removeStep(tx, stranger, input)))).toMatchObject({
      code: 'not-found',
    });
    expect(await detailOf(asActor(x.executive, (tx) => removeStep(tx, x.executive, input)))).not.toBeNull();
    expect((await stepNamed('Pilot')).version).toBe(pilot.version);
  });
});
