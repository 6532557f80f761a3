import { sql } from 'drizzle-orm';
import type { JobTx } from '@/db/doors';

/** A snapshot that is not what was kept, or a decision without the one it rests on. */
export type BrokenSnapshot = {
  readonly engagementId: string;
  readonly what: string;
  readonly problem: 'changed' | 'missing' | 'about something else';
};

type Kept = { engagement_id: string; hash: string; content_hash: string };
type Rests = { engagement_id: string; kind: string; id: string; hash: string | null; names_it: boolean | null };

/** Computes every snapshot's hash anew from what is stored, and looks whether each decision has its own. Sees hashes alone. */
export async function verifySnapshots(tx: JobTx): Promise<{
  readonly snapshots: number;
  readonly decisions: number;
  readonly broken: readonly BrokenSnapshot[];
}> {
  const kept = [...(await tx.execute<Kept>(sql`select * from kept_snapshots()`))];
  const rests = [...(await tx.execute<Rests>(sql`select * from kept_decisions()`))].filter(({ hash }) => hash !== null);
  const broken: BrokenSnapshot[] = kept
    .filter(({ hash, content_hash }) => hash !== content_hash)
    .map(({ engagement_id, hash }) => ({ engagementId: engagement_id, what: `snapshot ${hash}`, problem: 'changed' }));
  for (const { engagement_id: engagementId, kind, id, names_it } of rests) {
    if (names_it) continue;
    const problem = names_it === null ? 'missing' : 'about something else';
    broken.push({ engagementId, what: `the snapshot of ${kind} ${id}`, problem });
  }
  return { snapshots: kept.length, decisions: rests.length, broken };
}
