import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import { attempt } from '@/db/testing/attempt';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor, MemberRole } from '@/lib/access/permissions';
import { saveLines } from '@/lib/lines/mutations';
import type { LineEdit } from '@/lib/lines/schema';
import { reviewLines } from '@/lib/reviews/mutations';
import { reviewsOf } from '@/lib/reviews/queries';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
});

const seats = () =>
  asActor(x.advisor, async (tx) => {
    const [line] = await tx.select().from(lines).where(eq(lines.key, 'seats'));
    if (!line) throw new Error('no line');
    return line;
  });

type Change = Extract<LineEdit, { do: 'change' }>['change'];

async function change(actor: Actor, what: Change): Promise<void> {
  const { id: lineId, version, alternativeId } = await seats();
  const side = { kind: 'alternative', id: alternativeId ?? '' } as const;
  await asActor(actor, (tx) =>
    saveLines(tx, actor, {
      engagementId: x.engagementId,
      side,
      edits: [{ do: 'change', lineId, version, change: what }],
    }),
  );
}

async function review(actor: Actor, materialVersion?: number): Promise<string | null> {
  const line = await seats();
  const seen = { lineId: line.id, materialVersion: materialVersion ?? line.materialVersion };
  return asActor(actor, (tx) => reviewLines(tx, actor, { engagementId: x.engagementId, lines: [seen] })).then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail.code : String(error)),
  );
}

async function standing(actor: Actor, role: MemberRole = 'contributor') {
  const found = await asActor(actor, (tx) => reviewsOf(tx, actor, { role, negotiator: false }, x.engagementId));
  return found[(await seats()).id];
}

describe('a review', () => {
  it('is somebody else’s than whose the last change is, at both gates', async () => {
    await change(x.contributor, { quantity: 2 });
    expect(await standing(x.contributor)).toMatchObject({ mayReview: false, reviewed: null });
    expect(await review(x.contributor)).toBe('refused');
    const { id, materialVersion } = await seats();
    const straight = await attempt(
      x.contributor,
      (sql) => sql`
        insert into reviews (engagement_id, line_id, material_version, reviewed_by)
        values (${x.engagementId}, ${id}, ${materialVersion}, ${x.contributor.userId}) returning 1`,
    );
    expect(straight).toEqual({ refused: true });
    expect(await review(x.executive)).toBeNull();
    expect((await standing(x.observer, 'observer'))?.reviewed).toMatchObject({ by: 'x.executive' });
  });

  it.each<[string, Change]>([
    ['a figure', { low: 39_000 }],
    ['the quantity', { quantity: 3 }],
    ['the timing', { startMonth: 1 }],
    ['the basis', { basis: 'quote' }],
    ['its date', { basisOn: '2026-11-01' }],
    ['the source', { source: 'Quote 12' }],
    ['the category', { category: 'other licences' }],
  ])('falls away when somebody changes %s', async (_, what) => {
    expect(await review(x.executive)).toBeNull();
    await change(x.contributor, what);
    expect(await standing(x.executive)).toMatchObject({ reviewed: null, fellAway: true, mayReview: true });
  });

  it('stays when the line is only renamed or owned by somebody else, and whoever renamed it may review what they did not make', async () => {
    await change(x.contributor, { quantity: 4 });
    expect(await review(x.executive)).toBeNull();
    await change(x.advisor, { label: 'Seats of the rival', workload: 'productivity', ownerId: x.observer.userId });
    expect(await standing(x.contributor)).toMatchObject({ changed: { by: 'x.contributor' } });
    expect((await standing(x.contributor))?.reviewed).not.toBeNull();
    expect(await review(x.contributor)).toBe('refused');
    expect(await review(x.advisor)).toBeNull();
  });

  it('is of what was seen: a line that changed meanwhile is refused, and so is all that came with it', async () => {
    const { materialVersion } = await seats();
    await change(x.contributor, { quantity: 5 });
    expect(await review(x.executive, materialVersion)).toBe('stale');
    const { id } = await seats();
    const straight = await attempt(
      x.executive,
      (sql) => sql`
        insert into reviews (engagement_id, line_id, material_version, reviewed_by)
        values (${x.engagementId}, ${id}, ${materialVersion}, ${x.executive.userId}) returning 1`,
    );
    expect(straight).toEqual({ refused: true });
  });

  it('of a line of another engagement is none', async () => {
    const { y } = tenants();
    const { id: lineId, materialVersion } = await seats();
    const attempted = asActor(y.executive, (tx) =>
      reviewLines(tx, y.executive, { engagementId: x.engagementId, lines: [{ lineId, materialVersion }] }),
    );
    await expect(attempted).rejects.toThrow(DomainError);
  });

  it('cannot be had by saying that somebody else has changed the line', async () => {
    const { id } = await seats();
    const forged = await attempt(
      x.contributor,
      (sql) => sql`
        update lines set quantity = 9, changed_by = ${x.contributor.userId}, material_by = ${x.advisor.userId}, material_version = 1
        where id = ${id} returning material_by, material_version`,
    );
    expect(forged).toMatchObject({ rows: [{ material_by: x.contributor.userId }] });
    expect(forged.refused ? 1 : forged.rows[0]?.material_version).toBeGreaterThan(1);
  });
});
