import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { looks } from '@/db/schema/looks';
import { attempt, reached } from '@/db/testing/attempt';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { loadEngagement } from '@/lib/engagements/queries';
import { movedSince } from '@/lib/looks/figures';
import { loadMoved, noteLook } from '@/lib/looks/looks';

const here = () => tenants().x;
const as = <T>(who: Actor, run: (...args: Parameters<typeof loadMoved>) => Promise<T>) =>
  asActor(who, async (tx) => {
    const engagement = await loadEngagement(tx, who, here().engagementId, () => '2026-11-25');
    if (!engagement) throw new Error('no engagement');
    return run(tx, who, engagement);
  });

const told = async (who: Actor) => (await as(who, loadMoved))?.moved.join(' ').replaceAll('\u00a0', ' ');

describe('what moved since a person last looked', () => {
  it('is told each person by what was before them, and the threshold only to those who see it', async () => {
    const { executive, contributor } = here();
    expect(await as(executive, loadMoved)).toBeNull();
    for (const who of [executive, contributor]) await as(who, noteLook);
    expect((await as(executive, loadMoved))?.moved).toEqual([]);
    await asOwner(
      (sql) => sql`
      update lines set low = 70000, likely = 70000, high = 70000 where engagement_id = ${here().engagementId} and key = 'seats'`,
    );
    expect(await told(executive)).toMatch(
      /^Leaving rose by EUR .* no longer in force\. The reading turned from press to incomplete\.$/,
    );
    expect(await told(contributor)).toMatch(/^Leaving rose by EUR [\d.]+k, [\d.]+ %, to EUR [\d.]+M\.$/);
    const [kept] = await asActor(contributor, (tx) => tx.select({ figures: looks.figures }).from(looks));
    expect(Object.keys(kept?.figures as object)).not.toContain('reading');
    await as(executive, noteLook);
    expect((await as(executive, loadMoved))?.moved).toEqual([]);
  });

  it('is one’s own: nobody else reads or writes it, and whoever leaves keeps none of it', async () => {
    const { executive, advisor, observer, engagementId } = here();
    await as(executive, noteLook);
    const seen = (who: Actor) =>
      attempt(who, (sql) => sql`select user_id from looks where user_id = ${executive.userId}`);
    expect(reached(await seen(executive))).toBe(1);
    for (const who of [advisor, observer, tenants().administrator, tenants().y.executive]) {
      expect(reached(await seen(who))).toBe(0);
    }
    const forged = attempt(
      advisor,
      (sql) =>
        sql`insert into looks (engagement_id, user_id, figures) values (${engagementId}, ${observer.userId}, '{}') returning 1`,
    );
    expect(await forged).toEqual({ refused: true });
    await asOwner((sql) => sql`update members set role = 'observer' where user_id = ${executive.userId}`);
    expect(await asOwner((sql) => sql`select from looks where user_id = ${executive.userId}`)).toHaveLength(0);
  });

  it('is said in sentences: an offer that fell from 1,000,000 to 900,000 fell by 10 %', () => {
    const before = { offer: 1_000_000, offerLabel: 'First', alternative: 1, alternativeLabel: 'A', line: null };
    expect(movedSince(before, { ...before, offer: 900_000, offerLabel: 'Second', line: 950_000 }, 'EUR')).toEqual([
      'A new offer: Second.',
      'The offer fell by EUR\u00a0100k, 10\u00a0%, to EUR\u00a0900k.',
      'A walk threshold of EUR\u00a0950k is in force.',
    ]);
  });
});
