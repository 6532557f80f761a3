import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { choices, planSteps } from '@/db/schema/alternatives';
import { lines } from '@/db/schema/lines';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import {
  addAlternative,
  changeAlternative,
  chooseAlternative,
  combineAlternatives,
  removeAlternative,
} from '@/lib/alternatives/mutations';
import { loadEngagement } from '@/lib/engagements/queries';
import { saveLines } from '@/lib/lines/mutations';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;

beforeAll(() => {
  x = tenants().x;
});

const add = (label: string, from: string | null = null, as: Actor = x.contributor) =>
  asActor(as, (tx) => addAlternative(tx, as, { engagementId: x.engagementId, label, kind: 'hybrid', from }));
const engagement = async (as: Actor = x.advisor) => {
  const record = await asActor(as, (tx) => loadEngagement(tx, as, x.engagementId, () => '2026-11-25'));
  if (!record) throw new Error('no engagement');
  return record;
};
const rival = async () => {
  const found = (await engagement()).alternatives.find(({ key }) => key === 'rival');
  if (!found) throw new Error('no rival');
  return found;
};
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );

describe('alternatives', () => {
  it('one begins empty, last in order', async () => {
    const { key } = await add('Stay smaller');
    const { alternatives } = await engagement();
    expect(alternatives.at(-1)).toMatchObject({ key, label: 'Stay smaller', kind: 'hybrid', version: 1, lines: [] });
  });

  it('one begins as a copy: its lines under keys of their own, its plan, and who follows which step', async () => {
    const original = await rival();
    const { id } = await add('The rival, cheaper', original.id);
    const copy = (await engagement()).alternatives.find((alternative) => alternative.id === id);
    expect(copy?.lines.map(({ line: { id: _, ...line } }) => line)).toEqual(
      original.lines.map(({ line: { id: _, ...line } }) => line),
    );
    const keys = [...(copy?.lines ?? []), ...original.lines].map(({ line }) => line.id);
    expect(new Set(keys).size).toBe(keys.length);
    expect(copy?.plan).toEqual(original.plan);
  });

  it('a line of the copy follows the copied step', async () => {
    const original = await rival();
    await asActor(x.advisor, async (tx) => {
      const [step] = await tx.select().from(planSteps).where(eq(planSteps.alternativeId, original.id));
      const [line] = await tx
        .select()
        .from(lines)
        .where(and(eq(lines.alternativeId, original.id), eq(lines.part, 'switching')));
      await tx
        .update(lines)
        .set({ followsStepId: step?.id ?? null, changedBy: x.advisor.userId })
        .where(eq(lines.id, line?.id ?? ''));
    });
    const { id } = await add('Following', original.id);
    const [follower] = await asActor(x.advisor, (tx) =>
      tx
        .select({ alternativeId: planSteps.alternativeId })
        .from(lines)
        .innerJoin(planSteps, eq(planSteps.id, lines.followsStepId))
        .where(eq(lines.alternativeId, id)),
    );
    expect(follower).toEqual({ alternativeId: id });
  });

  it('one is put together from others, workload by workload', async () => {
    const original = await rival();
    const [first] = original.lines;
    if (!first) throw new Error('no line');
    const { id: other } = await add('With another mail', original.id);
    await asActor(x.contributor, async (tx) => {
      const copied = (await engagement()).alternatives.find((one) => one.id === other)?.lines[0];
      const side = { kind: 'alternative', id: other } as const;
      const edit = { do: 'change', lineId: copied?.id ?? '', version: 1, change: { workload: 'mail' } } as const;
      await saveLines(tx, x.contributor, { engagementId: x.engagementId, side, edits: [edit] });
    });
    const parts = [
      { workload: 'mail', from: other },
      { workload: '', from: original.id },
    ];
    const { id } = await asActor(x.contributor, (tx) =>
      combineAlternatives(tx, x.contributor, { engagementId: x.engagementId, label: 'Combined', parts }),
    );
    const combined = (await engagement()).alternatives.find((one) => one.id === id);
    const untold = original.lines.filter(({ line }) => line.workload === undefined);
    expect(combined).toMatchObject({ label: 'Combined', kind: 'hybrid' });
    expect(combined?.lines.map(({ line }) => line.label)).toEqual([
      first.line.label,
      ...untold.map(({ line }) => line.label),
    ]);
    const foreign = [{ workload: '', from: '00000000-0000-4000-8000-000000000000' }];
    const refused = asActor(x.contributor, (tx) =>
      combineAlternatives(tx, x.contributor, { engagementId: x.engagementId, label: 'Theirs', parts: foreign }),
    );
    expect(await detailOf(refused)).toMatchObject({ code: 'not-found' });
  });

  it('a name is changed upon its version, and refused when stale', async () => {
    const { id } = await add('Old name');
    const change = (label: string) =>
      asActor(x.advisor, (tx) =>
        changeAlternative(tx, {
          engagementId: x.engagementId,
          alternativeId: id,
          version: 1,
          label,
          kind: 'competitor',
        }),
      );
    expect(await change('New name')).toMatchObject({ label: 'New name', kind: 'competitor', version: 2 });
    expect(await detailOf(change('Late name'))).toMatchObject({
      code: 'stale',
      current: { version: 2, value: { label: 'New name' } },
    });
  });

  it('one that is removed leaves the engagement, and its row stays for what rests on it', async () => {
    const { id } = await add('For a while');
    const input = { engagementId: x.engagementId, alternativeId: id, version: 1 };
    await asActor(x.contributor, (tx) => removeAlternative(tx, input));
    expect((await engagement()).alternatives.some((alternative) => alternative.id === id)).toBe(false);
    expect(await detailOf(asActor(x.contributor, (tx) => removeAlternative(tx, input)))).toMatchObject({
      code: 'not-found',
    });
  });

  it('the chosen one stays until another is chosen; choosing leaves an entry', async () => {
    const chosen = await rival();
    const input = { engagementId: x.engagementId, alternativeId: chosen.id, version: chosen.version };
    expect(await detailOf(asActor(x.advisor, (tx) => removeAlternative(tx, input)))).toMatchObject({ code: 'refused' });
    const { id, key } = await add('The better one');
    await asActor(x.executive, (tx) =>
      chooseAlternative(tx, x.executive, { engagementId: x.engagementId, alternativeId: id }),
    );
    expect((await engagement()).chosen).toBe(key);
    const trail = await asActor(x.observer, (tx) =>
      tx.select().from(activity).where(eq(activity.subject, id)).orderBy(asc(activity.number)),
    );
    expect(trail.map(({ kind }) => kind)).toEqual(['alternative.created', 'alternative.chosen']);
  });

  it('the database itself refuses a contributor’s choice, and a neighbour’s alternative is not there', async () => {
    const { id } = await add('Not theirs to choose');
    await expect(
      asActor(x.contributor, (tx) =>
        chooseAlternative(tx, x.contributor, { engagementId: x.engagementId, alternativeId: id }),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    const y = tenants().y;
    const theirs = { engagementId: x.engagementId, alternativeId: id };
    expect(await detailOf(asActor(y.advisor, (tx) => chooseAlternative(tx, y.advisor, theirs)))).toMatchObject({
      code: 'not-found',
    });
    const [made] = await asActor(y.advisor, (tx) => tx.select().from(choices).where(eq(choices.alternativeId, id)));
    expect(made).toBeUndefined();
  });
});
