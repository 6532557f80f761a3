import 'server-only';
import { sql } from 'drizzle-orm';
import type { JobTx } from '@/db/doors';

/** Where a trail is not what was written, counting from its first row. */
export type BrokenLink = {
  readonly engagementId: string;
  /** The row's number in the trail of its engagement. */
  readonly number: number;
  readonly problem: 'changed' | 'missing' | 'out of line' | 'cut off';
};

export type Verification = {
  readonly trails: number;
  readonly entries: number;
  /** The first broken link of every trail that has one. */
  readonly broken: readonly BrokenLink[];
};

type Link = {
  engagementId: string;
  wall: string;
  number: number;
  previousHash: string;
  hash: string;
  contentHash: string;
};
type End = { number: number; hash: string };

const beginning: End = { number: 0, hash: '0'.repeat(64) };
/** In front of the walls, rows are numbered by the million; about posture, by the thousand in between; else by one. */
const steps = [1_000_000, 1_000, 1] as const;
const multipleAfter = (number: number, step: number) => (Math.floor(number / step) + 1) * step;

/**
 * Walks the trails of all engagements, on every side of their walls, from their first row to where they end, each row's
 * hash computed anew from what it holds. Sees hashes alone.
 */
export async function verifyTrails(tx: JobTx, rowsPerPage = 2_000): Promise<Verification> {
  // One moment for rows and ends alike, however long the walk.
  await tx.execute(sql`set transaction isolation level repeatable read read only`);
  const ends = await endsOf(tx);
  const broken = new Map<string, BrokenLink>();
  const reached = new Map<string, End>();
  const last = new Map<string, number>();
  let entries = 0;
  for await (const link of linksOf(tx, rowsPerPage)) {
    entries += 1;
    const side = sideOf(link);
    const newest = last.get(link.engagementId) ?? 0;
    const problem = problemOf(link, { before: reached.get(side) ?? beginning, newest });
    reached.set(side, link);
    last.set(link.engagementId, link.number);
    if (problem && !broken.has(link.engagementId)) {
      broken.set(link.engagementId, { engagementId: link.engagementId, ...problem });
    }
  }
  for (const side of new Set([...ends.keys(), ...reached.keys()].sort())) {
    const [engagementId = '', wall] = side.split(' ');
    const newest = reached.get(side) ?? beginning;
    const end = ends.get(side);
    if (broken.has(engagementId) || (end?.number === newest.number && end.hash === newest.hash)) continue;
    const number = wall === 'engagement' ? multipleAfter(newest.number, steps[0]) : (end?.number ?? newest.number);
    broken.set(engagementId, { engagementId, number, problem: 'cut off' });
  }
  return {
    trails: new Set([...ends.keys()].map((side) => side.split(' ', 1)[0])).size,
    entries,
    broken: [...broken.values()],
  };
}

const sideOf = ({ engagementId, wall }: { engagementId: string; wall: string }) => `${engagementId} ${wall}`;

/** What is wrong with a link, given the one before it on its side of the walls and the newest number on any. */
function problemOf(
  link: Link,
  { before, newest }: { before: End; newest: number },
): Pick<BrokenLink, 'number' | 'problem'> | null {
  // The row that a number stands upon comes before it: 5,001,002 comes after 5,000,000, 5,001,000 and 5,001,001.
  const expected = steps.map((step) => multipleAfter(newest, step)).find((next) => next <= link.number) ?? newest + 1;
  if (link.number !== expected) return { number: expected, problem: 'missing' };
  if (link.previousHash !== before.hash) return { number: link.number, problem: 'out of line' };
  if (link.contentHash !== link.hash) return { number: link.number, problem: 'changed' };
  return null;
}

type LinkRow = {
  engagement_id: string;
  wall: string;
  number: string;
  previous_hash: Buffer;
  hash: Buffer;
  content_hash: Buffer;
};

async function* linksOf(tx: JobTx, rowsPerPage: number): AsyncGenerator<Link> {
  let after = { engagementId: '00000000-0000-0000-0000-000000000000', number: 0 };
  for (;;) {
    const page = await tx.execute<LinkRow>(
      sql`select * from activity_links(${after.engagementId}::uuid, ${after.number}::bigint, ${rowsPerPage}::int)`,
    );
    for (const row of page) {
      const link = {
        engagementId: row.engagement_id,
        wall: row.wall,
        number: Number(row.number),
        previousHash: row.previous_hash.toString('hex'),
        hash: row.hash.toString('hex'),
        contentHash: row.content_hash.toString('hex'),
      };
      after = link;
      yield link;
    }
    if (page.length < rowsPerPage) return;
  }
}

async function endsOf(tx: JobTx): Promise<Map<string, End>> {
  const rows = await tx.execute<{ engagement_id: string; wall: string; number: string; hash: Buffer }>(
    sql`select * from activity_trail_ends()`,
  );
  return new Map(
    [...rows].map((row) => [
      sideOf({ engagementId: row.engagement_id, wall: row.wall }),
      { number: Number(row.number), hash: row.hash.toString('hex') },
    ]),
  );
}
