import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { asOwner } from '@/db/testing/owner';
import type { Actor } from '@/lib/access/permissions';
import { exportedModel } from '@/lib/engagements/export';
import { loadEngagement } from '@/lib/engagements/queries';
import type { EngagementRecord } from '@/lib/engagements/record';
import { modelOf } from '@/lib/engagements/record';
import { allInCost } from '@/lib/model/totals';
import { serialiseModel } from '@/lib/model-file/serialise';
import { pointsOf, whatItShows } from '@/lib/outcomes/evidence';
import { loadOutcomes } from '@/lib/outcomes/queries';
import { askedBy } from '@/lib/portfolio/asked';
import { portfolioPage } from '@/lib/portfolio/queries';
import { todayIn } from '@/lib/server/today';
import { emptyDemo } from '@/scripts/demo/empty';
import { seedDemoOnce } from '@/scripts/demo/seed';

const ownerUrl = () => process.env.OWNER_DATABASE_URL ?? '';

async function personCalled(name: string): Promise<Actor> {
  return asOwner(async (sql) => {
    const [user] = await sql<{ id: string }[]>`select id from users where name = ${name}`;
    if (!user) throw new Error(`${name} is not there`);
    const roles = await sql<{ role: 'advisor' | 'administrator' }[]>`
      select role from portal_roles where user_id = ${user.id}`;
    return { userId: user.id, portalRoles: roles.map(({ role }) => role) };
  });
}

async function portfolio(name: string) {
  const actor = await personCalled(name);
  return (await asActor(actor, (tx) => portfolioPage(tx, actor, askedBy({ sort: 'client' }), todayIn))).rows;
}

async function engagementOf(name: string, client: string): Promise<EngagementRecord> {
  const actor = await personCalled(name);
  const row = (await portfolio(name)).find((engagement) => engagement.client === client);
  const engagement = row && (await asActor(actor, (tx) => loadEngagement(tx, actor, row.id, todayIn)));
  if (!engagement) throw new Error(`${name} does not see ${client}`);
  return engagement;
}

/** How many rows each table holds. */
async function counts(): Promise<Record<string, number>> {
  return asOwner(async (sql) => {
    const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
    const counted: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(name)}`;
      counted[name] = row?.rows ?? 0;
    }
    return counted;
  });
}

describe('a database with people of its own', () => {
  it('is neither seeded nor emptied', async () => {
    const before = await counts();
    await expect(seedDemoOnce(ownerUrl())).rejects.toThrow('This database is no demo');
    await expect(emptyDemo(ownerUrl())).rejects.toThrow('This database is no demo');
    expect(await counts()).toEqual(before);
    expect(before.users).toBeGreaterThan(10);
  });
});

describe('the demo', () => {
  beforeAll(async () => {
    // The tenants of the other tests are people of their own.
    await asOwner((sql) => sql`comment on schema public is 'The demo is complete.'`);
    await emptyDemo(ownerUrl());
    expect(await seedDemoOnce(ownerUrl())).toBe(true);
  });

  it('is seeded once', async () => {
    const before = await counts();
    expect(await seedDemoOnce(ownerUrl())).toBe(false);
    expect(await counts()).toEqual(before);
  });

  it('gives the advisor a portfolio with every reading there is', async () => {
    const rows = await portfolio('Ines Halder');
    const open = rows.filter(({ standing }) => standing?.outcome === null);
    expect(Object.fromEntries(open.map(({ client, standing }) => [client, standing?.reading]))).toEqual({
      'City of Munich': 'walk',
      'Averna Industries': 'press',
      'Brackwater Borough Council': 'sign',
      'Tessaro Logistics': 'revisit',
      'Helvia Clinics': 'incomplete',
    });
  });

  it('tells how six deals ended: those that were prepared moved further', async () => {
    const advisor = await personCalled('Ines Halder');
    const { outcomes } = await asActor(advisor, (tx) => loadOutcomes(tx, advisor, todayIn));
    const told = outcomes.map(({ client, ending, movement, prepared }) => [
      client,
      ending,
      prepared?.real,
      Math.round((movement?.share ?? 0) * 1000) / 1000,
    ]);
    expect(told.toSorted()).toEqual([
      ['Calder Mutual', 'sign', 5, -0.24],
      ['Corvo Media', 'sign', 3, -0.08],
      ['Lindau Foods', 'extend', 1, -0.02],
      ['Merrow University', 'sign', 2, -0.043],
      ['Norwick Rail', 'leave', 6, -0.109],
      ['Ostra Glass', 'sign', 6, -0.316],
    ]);
    expect(whatItShows(pointsOf(outcomes))).toContain('fell by 24 % in the middle of 3 deals');
  });

  it('shows each role what is theirs, and the administrator no engagement', async () => {
    const seen = async (name: string) =>
      (await portfolio(name)).map(({ client, role, standing }) => [client, role, standing !== undefined]);
    const two = (role: string, reading: boolean) => [
      ['Averna Industries', role, reading],
      ['City of Munich', role, reading],
    ];
    for (const name of ['Marta Lindqvist', 'Paul Okafor']) expect(await seen(name)).toEqual(two('executive', true));
    expect(await seen('Jonas Weber')).toEqual(two('contributor', false));
    expect(await seen('Sofia Duarte')).toEqual(two('observer', false));
    expect(await seen('Ruth Tanaka')).toEqual([]);
  });

  it('holds Munich as published: leaving 34,082,000 − 22,800,000 in the city’s figures, 60,600,000 in the study’s', async () => {
    const engagement = await engagementOf('Jonas Weber', 'City of Munich');
    const model = modelOf(engagement);
    const limux = model.alternatives.find(({ id }) => id === model.chosen);
    expect(allInCost(model.offer.lines, model, 'likely')).toBe(34_082_000);
    expect(allInCost(limux?.lines ?? [], model, 'likely')).toBe(22_800_000);
    expect(allInCost(limux?.lines ?? [], model, 'vendor')).toBe(60_600_000);
    expect(serialiseModel(exportedModel(engagement), { threshold: true })).not.toContain('threshold');
    for (const source of engagement.sources) expect(source.url).toMatch(/^https?:\/\/[\w.-]+\/.+/);
  });

  it('tells Averna by falling offers, the last of them near the line and above the alternative', async () => {
    const engagement = await engagementOf('Marta Lindqvist', 'Averna Industries');
    const costs = engagement.offers.map((offer) =>
      allInCost(
        offer.lines.map(({ line }) => line),
        { ...modelOf(engagement), offer: { ...offer, lines: offer.lines.map(({ line }) => line) } },
        'likely',
      ),
    );
    const line = engagement.threshold?.amount ?? 0;
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(costs.map((cost) => cost > line)).toEqual([true, true, true, false]);
    expect(Math.abs((costs.at(-1) ?? 0) / line - 1)).toBeLessThan(0.02);
    expect(engagement.threshold?.approvedBy.map(({ name }) => name)).toEqual(['Marta Lindqvist', 'Paul Okafor']);
    for (const alternative of engagement.alternatives) {
      for (const { basis, basisOn, source } of alternative.lines) {
        expect(basis && basisOn).toBeTruthy();
        expect(source).toMatch(/ictitious|published/);
      }
    }
  });

  it.each(['Averna Industries', 'City of Munich'])(
    'tells nobody of %s’s threshold who may not see it',
    async (client) => {
      const { threshold } = await engagementOf('Marta Lindqvist', client);
      if (!threshold) throw new Error('no threshold in force');
      for (const name of ['Jonas Weber', 'Sofia Duarte']) {
        const told = JSON.stringify(await engagementOf(name, client));
        expect(told).not.toContain(threshold.amount);
        expect(told).not.toContain(threshold.amount.toLocaleString('en-GB'));
        expect(told).not.toContain((threshold.amount / 1e6).toFixed(1));
        expect(told).not.toContain(threshold.statement);
      }
    },
  );

  it('is written by the people themselves, as the trail says', async () => {
    const { id } = await engagementOf('Ines Halder', 'Averna Industries');
    const rows = await asActor(await personCalled('Ines Halder'), (tx) =>
      tx.select().from(activity).where(eq(activity.engagementId, id)).orderBy(asc(activity.number)),
    );
    const by = async (kind: string, name: string) => {
      const { userId } = await personCalled(name);
      return rows.filter((row) => row.kind === kind && row.actorId === userId).length;
    };
    expect(await by('engagement.created', 'Ines Halder')).toBe(1);
    expect(await by('offer.created', 'Ines Halder')).toBe(3);
    expect(await by('line.added', 'Jonas Weber')).toBeGreaterThan(40);
    expect(await by('alternative.chosen', 'Marta Lindqvist')).toBe(1);
    expect(await by('threshold.approved', 'Paul Okafor')).toBe(1);
  });

  it('is finished where a seeding was cut short', async () => {
    const trails = ['activity', 'activity_ends'];
    const whole = await counts();
    await asOwner((sql) => sql`comment on schema public is null`);
    expect(await seedDemoOnce(ownerUrl())).toBe(true);
    const again = await counts();
    // Trails are only added to: those of the removed half stay.
    for (const name of Object.keys(whole)) {
      if (trails.includes(name)) expect(again[name]).toBeGreaterThan(whole[name] ?? 0);
      else expect([name, again[name]]).toEqual([name, whole[name]]);
    }
  });

  it('can be emptied and told again', async () => {
    await emptyDemo(ownerUrl());
    expect(Object.values(await counts()).every((rows) => rows === 0)).toBe(true);
    expect(await seedDemoOnce(ownerUrl())).toBe(true);
    expect(await portfolio('Ines Halder')).toHaveLength(11);
  });
});
