import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { expect, inject, it } from 'vitest';
import { prepareJobQueue } from '@/db/job-queue';
import { prepareDatabase } from '@/db/prepare';

/** The last migration of a release that holds people's data: what comes after it must be able to take that along. */
const released = '0037_request_walls';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));

/** The migrations as that release had them. */
function migrationsUntil(last: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-migrations-'));
  cpSync(folder, dir, { recursive: true });
  const file = join(dir, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag === last) + 1;
  expect(end).toBeGreaterThan(0);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return dir;
}

it('a database of an earlier release, with a trail on both sides of its walls, is taken along unbroken', async () => {
  const template = new URL(inject('templateUrl'));
  const name = `upgrade_${randomUUID().slice(0, 8)}`;
  const url = (database: string) => Object.assign(new URL(template), { pathname: `/${database}` }).href;
  const maintenance = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  await maintenance`create database ${maintenance(name)}`.finally(() => maintenance.end());
  const dir = migrationsUntil(released);
  const sql = postgres(url(name), { max: 1, onnotice: () => {} });
  try {
    await migrate(drizzle(sql), { migrationsFolder: dir });
    await prepareJobQueue(sql, url(name));
    const [person, engagement] = [randomUUID(), randomUUID()];
    await sql`insert into users (id, name, email) values (${person}, 'Lead', 'lead@upgrade.example')`;
    await sql`insert into engagements (id, client, story, currency, renewal_date, horizon_months, discount_rate, correlation, time_zone, created_by)
      values (${engagement}, 'Earlier', '', 'EUR', '2099-06-30', 60, 0.05, 0.2, 'UTC', ${person})`;
    await sql`insert into members (engagement_id, user_id, role, added_by) values (${engagement}, ${person}, 'advisor', ${person})`;
    for (const [kind, wall] of [
      ['engagement.created', 'engagement'],
      ['threshold.proposed', 'threshold'],
      ['line.added', 'engagement'],
      ['threshold.approved', 'threshold'],
    ] as const) {
      await sql`insert into activity (engagement_id, actor_id, kind, subject, before, after, wall, salt)
        values (${engagement}, ${person}, ${kind}, '', null, '{"a": 1}', ${wall}, decode(repeat('ab', 32), 'hex'))`;
    }
    await prepareDatabase({ ownerUrl: url(name), secret: inject('secret') });
    const numbers =
      await sql`select number::int, wall from activity where engagement_id = ${engagement} order by number`;
    expect(numbers.map((row) => [row.number, row.wall])).toEqual([
      [1_000_000, 'engagement'],
      [1_000_001, 'threshold'],
      [2_000_000, 'engagement'],
      [2_000_001, 'threshold'],
    ]);
    const [state] = await sql.begin(async (tx) => {
      await tx`select set_config('app.actor', ${person}, true)`;
      return tx`select entries::int, broken from activity_state(${engagement})`;
    });
    expect(state).toEqual({ entries: 4, broken: null });
    const [place] = await sql`select client, knows from portfolio_places where user_id = ${person}`;
    expect(place).toEqual({ client: 'earlier', knows: true });
  } finally {
    await sql.end();
    rmSync(dir, { recursive: true, force: true });
  }
});
