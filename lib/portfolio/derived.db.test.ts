import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { milestones } from '@/db/schema/milestones';
import { portfolioEntries, portfolioStandings } from '@/db/schema/portfolio';
import { pillarStates } from '@/db/schema/readiness';
import { asOwner } from '@/db/testing/owner';
import { readingOf } from '@/lib/model/reading';
import { amountsOf, settlePortfolio } from '@/lib/portfolio/settle';
import { levelOf, levels } from '@/lib/readiness/level';
import { nowOf } from '@/lib/thresholds/now';
import { standingOf } from '@/lib/thresholds/standing';
import {
  approve,
  type Boardroom,
  engagementFor,
  give,
  openBoardroom,
  propose,
  thresholdsIn,
  today,
  todayIn,
  wordOf,
} from '@/lib/thresholds/testing/boardroom';

let room: Boardroom;
beforeAll(async () => {
  Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:4270', DEMO: '1' });
  room = await openBoardroom();
});

/** As anybody might write it, past every form: what is stored must follow from the rows, not from who wrote them. */
const changes = {
  'a line costs more': (engagement: string, by: number) =>
    asOwner(
      (sql) => sql`
      update lines set likely = likely * ${1 + by / 50}, high = greatest(high, likely * ${1 + by / 50})
      where id = (select id from lines where engagement_id = ${engagement} order by key offset ${by % 3} limit 1)`,
    ),
  'a line costs less': (engagement: string, by: number) =>
    asOwner(
      (sql) => sql`
      update lines set likely = likely * ${1 - by / 50}, low = least(low, likely * ${1 - by / 50})
      where id = (select id from lines where engagement_id = ${engagement} order by key desc offset ${by % 3} limit 1)`,
    ),
  'a line goes': (engagement: string, by: number) =>
    asOwner(
      (sql) => sql`
      delete from lines where id = (select id from lines where engagement_id = ${engagement} and not exists (
        select from reviews where line_id = lines.id) order by key offset ${by} limit 1)`,
    ),
  'an offer arrives': (engagement: string, by: number) =>
    asOwner(async (sql) => {
      const id = randomUUID();
      await sql`insert into offers (id, engagement_id, number, label, term_months, renewal_uplift)
        select ${id}, ${engagement}, max(number) + 1, 'Another', 36, 0 from offers where engagement_id = ${engagement}`;
      await sql`insert into lines (id, engagement_id, offer_id, key, position, label, category, kind, quantity, low, likely,
          high, start_month, end_month, changed_by, material_by)
        values (${randomUUID()}, ${engagement}, ${id}, 'one', 1, 'One', 'licences', 'one-time', 1, ${by * 60_000},
          ${by * 90_000}, ${by * 90_000}, 0, 1, ${room.advisor.userId}, ${room.advisor.userId})`;
    }),
  'the rate changes': (engagement: string, by: number) =>
    asOwner((sql) => sql`update engagements set discount_rate = ${by / 100} where id = ${engagement}`),
  'an alternative is off the table': (engagement: string, by: number) =>
    asOwner(
      (sql) =>
        sql`update alternatives set removed_at = ${by % 2 ? new Date() : null} where engagement_id = ${engagement}`,
    ),
  'the pillars are judged otherwise': (engagement: string, by: number) =>
    asOwner(
      (sql) => sql`update pillar_states set alternative = ${by % 3 ? 'real' : 'absent'},
      leadership = ${by % 2 ? 'real' : 'forming'} where engagement_id = ${engagement}`,
    ),
  'a milestone is done': (engagement: string, by: number) =>
    asOwner(
      (sql) => sql`
      update milestones set done_on = current_date, done_by = ${room.advisor.userId}, evidence = 'Seen'
      where id = (select id from milestones where engagement_id = ${engagement} order by due_on offset ${by} limit 1)`,
    ),
  'a threshold is proposed': async (_: string, by: number) => {
    await propose(room, { amount: 1_000_000 + by * 100_000 }).catch(() => {});
  },
  'somebody approves': async (_: string, by: number) => {
    const threshold = (await thresholdsIn(room))[0];
    if (threshold) await approve(room, by % 2 ? room.cfo : room.cio, threshold).catch(() => {});
  },
  'somebody declines': async (_: string, by: number) => {
    const threshold = (await thresholdsIn(room))[0];
    const who = by % 2 ? room.cfo : room.cio;
    if (threshold && by > 8)
      await give(who, await wordOf(room, who, threshold, { decision: 'decline' })).catch(() => {});
  },
} satisfies Record<string, (engagement: string, by: number) => Promise<unknown>>;

const names = Object.keys(changes) as (keyof typeof changes)[];

/** What a portfolio reads: the stored row, once it is settled by somebody who may not see a threshold. */
async function stored() {
  await asActor(room.contributor, (tx) => settlePortfolio(tx, room.contributor, todayIn));
  return asActor(room.advisor, async (tx) => {
    const [entry] = await tx
      .select()
      .from(portfolioEntries)
      .where(eq(portfolioEntries.engagementId, room.engagementId));
    const [standing] = await tx
      .select()
      .from(portfolioStandings)
      .where(eq(portfolioStandings.engagementId, room.engagementId));
    if (!entry || !standing) throw new Error('nothing is stored');
    return { entry, standing };
  });
}

/** The same, by the portal's own rules. */
async function derived(day: string) {
  const engagement = await engagementFor(room, room.advisor);
  const now = nowOf(engagement, day);
  const all = (await thresholdsIn(room)).map((threshold) => ({ threshold, standing: standingOf(threshold, now) }));
  const find = (...states: string[]) => all.find(({ standing }) => states.includes(standing.state));
  const shown = find('approved') ?? find('stale') ?? find('drafted', 'proposed') ?? all[0];
  const { offer, alternative, firstOffer, measuredCost } = amountsOf(engagement);
  const threshold = shown?.standing.state === 'approved' ? shown.threshold.amount : null;
  return {
    amounts: { offer, alternative, firstOffer, measuredCost },
    state: shown?.standing.state ?? 'none',
    reading: readingOf({ offer, alternative, threshold }),
  };
}

/** The first undone milestone that everybody may know of, the first of all, and the level, straight from their rows. */
async function dueAndLevel() {
  return asActor(room.advisor, async (tx) => {
    const undone = await tx
      .select({ dueOn: milestones.dueOn, wall: milestones.wall })
      .from(milestones)
      .where(and(eq(milestones.engagementId, room.engagementId), isNull(milestones.doneOn)))
      .orderBy(asc(milestones.dueOn));
    const [states] = await tx.select().from(pillarStates).where(eq(pillarStates.engagementId, room.engagementId));
    if (!states) throw new Error('nobody has judged it');
    return [
      undone.find(({ wall }) => wall === 'engagement')?.dueOn ?? null,
      undone[0]?.dueOn ?? null,
      levels.indexOf(levelOf(states)),
    ];
  });
}

describe('what a portfolio stores', () => {
  it('is in force with its reading once both have approved, and stale once leaving costs more than was agreed', async () => {
    const threshold = await propose(room, { amount: 1_700_000 });
    expect((await stored()).standing).toMatchObject({ state: 'proposed', until: null, reading: 'incomplete' });
    for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
    expect((await stored()).standing).toMatchObject({ state: 'approved', until: '2027-06-30', reading: 'walk' });
    await asOwner(
      (sql) => sql`update lines set low = low * 2, likely = likely * 2, high = high * 2
      where engagement_id = ${room.engagementId} and alternative_id is not null`,
    );
    expect((await stored()).standing).toMatchObject({ state: 'stale', until: null, reading: 'incomplete' });
    await asOwner(
      (sql) => sql`update lines set low = low / 2, likely = likely / 2, high = high / 2
      where engagement_id = ${room.engagementId} and alternative_id is not null`,
    );
    expect((await stored()).standing).toMatchObject({ state: 'approved', reading: 'walk' });
  });

  it('equals a fresh derivation after whatever happened, today and on the days on which a word runs out', async () => {
    const steps = fc.array(fc.record({ what: fc.constantFrom(...names), by: fc.integer({ min: 1, max: 12 }) }), {
      minLength: 3,
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        for (const { what, by } of taken) {
          await changes[what](room.engagementId, by);
          const { entry, standing } = await stored();
          expect([entry.dueOn, standing.dueOn, entry.level]).toEqual(await dueAndLevel());
          for (const day of [today, '2027-06-30', '2027-07-01']) {
            const fresh = await derived(day);
            const over = standing.state === 'approved' && standing.until !== null && standing.until < day;
            const { offer, alternative, firstOffer, measuredCost, stale } = entry;
            expect({ stale, amounts: { offer, alternative, firstOffer, measuredCost } }).toEqual({
              stale: false,
              amounts: fresh.amounts,
            });
            expect([what, over ? 'stale' : standing.state, over ? 'incomplete' : standing.reading]).toEqual([
              what,
              fresh.state,
              fresh.reading,
            ]);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is left behind by a change in the change’s own transaction, and by nothing that changes no amount', async () => {
    const left = async () =>
      asOwner(async (sql) => {
        const [row] = await sql`select stale from portfolio_entries where engagement_id = ${room.engagementId}`;
        return row?.stale;
      });
    await stored();
    expect(await left()).toBe(false);
    await asOwner((sql) => sql`update milestones set label = label where engagement_id = ${room.engagementId}`);
    expect(await left()).toBe(false);
    await changes['the rate changes'](room.engagementId, 3);
    expect(await left()).toBe(true);
  });
});
