import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { asActor, closeDoors } from '@/db/doors';
import { startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import type { Actor } from '@/lib/access/permissions';
import { type AskedPortfolio, askedBy } from '@/lib/portfolio/asked';
import { portfolioPage } from '@/lib/portfolio/queries';
import { todayIn } from '@/lib/server/today';
import { p95 } from './measuring/alternate';
import { type Row, rowOf } from './measuring/rows';
import { firstEngagement, many } from './portfolio/many';

const few = 10;
const lots = 10_000;
const rounds = 60;

/** The first pages an advisor asks for: as it comes, what needs them, a filter, and words. */
const pages: readonly (readonly [name: string, asked: AskedPortfolio])[] = [
  ['as it comes', askedBy({})],
  ['what needs one first', askedBy({ sort: 'needs' })],
  ['filtered by its reading', askedBy({ reading: 'press' })],
  ['found by words', { ...askedBy({}), words: 'client 7' }],
];

/**
 * The first page of an advisor with ten engagements and with ten thousand, 60 lines each: 95 of 100 come within the
 * time that is compared. All of them are the same advisor's own, which is the harder half.
 */
export async function measure(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-bench-'));
  // PostgreSQL runs as another account where this runs as root: it must reach its data.
  chmodSync(dir, 0o711);
  const database = await startDatabase(dir, { throwAway: true });
  const owner = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    process.env.APP_DATABASE_URL = (await prepareDatabase({ ownerUrl: database.url, secret: 's'.repeat(32) })).appUrl;
    const advisor = await firstEngagement(owner);
    await many(owner, 2, few);
    const withFew = await times(owner, advisor);
    await many(owner, few + 1, lots);
    const withLots = await times(owner, advisor);
    return pages.map(([name], index) =>
      rowOf({
        name: `First page of ${lots.toLocaleString('en-GB')} engagements, ${name} (p95)`,
        unit: 'ms',
        ours: withLots[index] ?? Number.NaN,
        peer: withFew[index] ?? Number.NaN,
        peerName: `of ${few}`,
        aim: 0.5,
      }),
    );
  } finally {
    await owner.end();
    await closeDoors();
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** How long each first page takes at most in 95 of 100 cases, in milliseconds. */
async function times(owner: postgres.Sql, advisor: Actor): Promise<number[]> {
  const page = (asked: AskedPortfolio) => asActor(advisor, (tx) => portfolioPage(tx, advisor, asked, todayIn));
  // What the copies have left behind is derived as always, by whoever reads first.
  const { total } = await page(askedBy({}));
  await owner`vacuum analyze`;
  console.log(`${total} engagements settled`);
  const found: number[] = [];
  for (const [, asked] of pages) {
    const taken: number[] = [];
    for (let round = -5; round < rounds; round++) {
      const started = performance.now();
      await page(asked);
      if (round >= 0) taken.push(performance.now() - started);
    }
    found.push(p95(taken));
  }
  return found;
}
