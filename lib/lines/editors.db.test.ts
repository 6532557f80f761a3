import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import { createPerson, tenants } from '@/db/testing/tenants';
import { edit } from '@/lib/lines/testing/editors';
import { faultsOf, linesOf, trailAfter } from '@/lib/lines/testing/replay';
import { latestEventNumber } from '@/lib/live/queries';

/** A small sample of what `npm run bench -- editors` does with twenty people. */
describe('several people in the same lines at once', () => {
  it('lose nothing of what was confirmed, are told why of every refusal, and leave what the trail leads to', async () => {
    const { advisor, engagementId } = tenants().x;
    const alternativeId = await asActor(advisor, async (tx) => {
      const [row] = await tx.select().from(alternatives).where(eq(alternatives.engagementId, engagementId));
      return row?.id ?? '';
    });
    const editors = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => createPerson(undefined, `editor-${number}`)));
    await asActor(advisor, (tx) =>
      tx.insert(members).values(
        editors.map(({ userId }) => ({
          engagementId,
          userId,
          role: 'contributor' as const,
          addedBy: advisor.userId,
        })),
      ),
    );
    const about = { currency: 'EUR', renewalDate: '2099-06-30', horizonMonths: 36 };
    const side = { kind: 'alternative', id: alternativeId } as const;
    const before = await linesOf(advisor, alternativeId);
    const began = await asActor(advisor, (tx) => latestEventNumber(tx, engagementId));

    const courses = await Promise.all(
      editors.map((editor, seed) => edit({ engagementId, side, about }, editor, [...before.keys()], 20, seed + 1)),
    );

    expect(courses.flatMap(({ unexplained }) => unexplained)).toEqual([]);
    expect(courses.map(({ leftUnsaved }) => leftUnsaved)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(courses.flatMap(({ confirmed }) => confirmed).length).toBeGreaterThan(60);
    const after = await linesOf(advisor, alternativeId);
    const trail = await trailAfter(advisor, engagementId, began);
    expect(faultsOf(before, trail, after, courses)).toEqual([]);
    // And a trail that leaves one entry out is found out.
    expect(faultsOf(before, trail.slice(1), after, courses)).not.toEqual([]);
  });
});
