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

type Link = { engagementId: string; number: number; previousHash: string; hash: string; contentHash: string };
type End = { number: number; hash: string };

const beginning: End = { number: 0, hash: '0'.repeat(64) };

/**
 * Walks the trails of all engagements from their first row to where they end, each row's hash computed anew from
 * what it holds. Sees hashes alone.
 */
export async function verifyTrails(tx: JobTx, rowsPerPage = 2_000): Promise<Verification> {
  // One moment for rows and ends alike, however long the walk.
  await tx.execute(sql`set transaction isolation level repeatable read read only`);
  const ends = await endsOf(tx);
  const broken = new Map<string, BrokenLink>();
  const reached = new Map<string, End>();
  let entries = 0;
  for await (const link of linksOf(tx, rowsPerPage)) {
    entries += 1;
    const problem = problemOf(link, reached.get(link.engagementId) ?? beginning);
    reached.set(link.engagementId, link);
    if (problem && !broken.has(link.engagementId)) {
      broken.set(link.engagementId, { engagementId: link.engagementId, ...problem });
    }
  }
  for (const engagementId of new Set([...ends.keys(), ...reached.keys()])) {
    const last = reached.get(engagementId) ?? beginning;
    const end = ends.get(engagementId);
    if (broken.has(engagementId) || (end?.number === last.number && end.hash === last.hash)) continue;
    broken.set(engagementId, { engagementId, number: last.number + 1, problem: 'cut off' });
  }
  return { trails: ends.size, entries, broken: [...broken.values()] };
}

/** What is wrong with a link, given the one before it in its trail. */
function problemOf(link: Link, before: End): Pick<BrokenLink, 'number' | 'problem'> | null {
  if (link.number !== before.number + 1) return { number: before.number + 1, problem: 'missing' };
  if (link.previousHash !== before.hash) return { number: link.number, problem: 'out of line' };
  if (link.contentHash !== link.hash) return { number: link.number, problem: 'changed' };
  return null;
}

type LinkRow = { engagement_id: string; number: string; previous_hash: Buffer; hash: Buffer; content_hash: Buffer };

async function* linksOf(tx: JobTx, rowsPerPage: number): AsyncGenerator<Link> {
  let after = { engagementId: '00000000-0000-0000-0000-000000000000', number: 0 };
  for (;;) {
    const page = await tx.execute<LinkRow>(
      sql`select * from activity_links(${after.engagementId}::uuid, ${after.number}::bigint, ${rowsPerPage}::int)`,
    );
    for (const row of page) {
      const link = {
        engagementId: row.engagement_id,
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
  const rows = await tx.execute<{ engagement_id: string; number: string; hash: Buffer }>(
    sql`select * from activity_trail_ends()`,
  );
  return new Map(
    [...rows].map((row) => [row.engagement_id, { number: Number(row.number), hash: row.hash.toString('hex') }]),
  );
}
