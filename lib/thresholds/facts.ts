import 'server-only';
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import { approvals, thresholdApprovers, thresholdMoves, thresholds } from '@/db/schema/thresholds';
import type { ThresholdFacts } from '@/lib/thresholds/standing';

/** A threshold with everything that became of it. */
export type ThresholdRecord = typeof thresholds.$inferSelect &
  Omit<ThresholdFacts, 'decisions' | 'moves'> & {
    readonly alternativeLabel: string;
    /** Who wrote it down. */
    readonly writer: string;
    readonly named: readonly Named[];
    readonly decisions: readonly Decided[];
    readonly moves: readonly Moved[];
  };

/** A named approver; `member` while they are an executive of the engagement. */
export type Named = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly member: boolean;
};
export type Decided = typeof approvals.$inferSelect & { readonly name: string };
type Moved = typeof thresholdMoves.$inferSelect & { readonly name: string | null };

const former = 'A former member';

/** The thresholds of some engagements, newest first. For those who may see them: the database gives nobody else a row. */
export async function thresholdsOf(tx: ActorTx, engagementIds: readonly string[]): Promise<ThresholdRecord[]> {
  const ids = [...engagementIds];
  if (ids.length === 0) return [];
  const [rows, named, words, moves] = await Promise.all([
    tx
      .select({ threshold: thresholds, alternativeLabel: alternatives.label, writer: users.name })
      .from(thresholds)
      .leftJoin(users, eq(users.id, thresholds.proposedBy))
      .innerJoin(alternatives, eq(alternatives.id, thresholds.alternativeId))
      .where(inArray(thresholds.engagementId, ids))
      .orderBy(desc(thresholds.proposedAt), desc(thresholds.id)),
    namedIn(tx, ids),
    tx
      .select({ word: approvals, name: users.name })
      .from(approvals)
      .leftJoin(users, eq(users.id, approvals.userId))
      .where(inArray(approvals.engagementId, ids))
      .orderBy(asc(approvals.decidedAt), asc(approvals.id)),
    tx
      .select({ move: thresholdMoves, name: users.name })
      .from(thresholdMoves)
      .leftJoin(users, eq(users.id, thresholdMoves.by))
      .where(inArray(thresholdMoves.engagementId, ids))
      .orderBy(asc(thresholdMoves.at), asc(thresholdMoves.id)),
  ]);
  const wordsOn = Map.groupBy(words, ({ word }) => word.thresholdId);
  const movesOf = Map.groupBy(moves, ({ move }) => move.thresholdId);
  return rows.map(({ threshold, alternativeLabel, writer }) => {
    const people = named.get(threshold.id) ?? [];
    return {
      ...threshold,
      alternativeLabel,
      writer: writer ?? former,
      named: people,
      approvers: people.map(({ userId }) => userId),
      decisions: (wordsOn.get(threshold.id) ?? []).map(({ word, name }) => ({ ...word, name: name ?? former })),
      moves: (movesOf.get(threshold.id) ?? []).map(({ move, name }) => ({
        ...move,
        name: move.by === null ? null : (name ?? former),
      })),
    };
  });
}

/** Whether how the deal ends is recorded: then nothing is added to its thresholds any more. */
export async function dealHasEnded(tx: ActorTx, engagementId: string): Promise<boolean> {
  const [row] = await tx.execute<{ ended: boolean }>(sql`select deal_has_ended(${engagementId}) as ended`);
  return row?.ended === true;
}

async function namedIn(tx: ActorTx, engagementIds: string[]): Promise<Map<string, Named[]>> {
  const [named, executives] = await Promise.all([
    tx
      .select({
        thresholdId: thresholdApprovers.thresholdId,
        engagementId: thresholdApprovers.engagementId,
        userId: thresholdApprovers.userId,
        name: users.name,
        email: users.email,
      })
      .from(thresholdApprovers)
      .leftJoin(users, eq(users.id, thresholdApprovers.userId))
      .where(inArray(thresholdApprovers.engagementId, engagementIds))
      .orderBy(asc(users.name), asc(thresholdApprovers.userId)),
    tx
      .select({ engagementId: members.engagementId, userId: members.userId, role: members.role })
      .from(members)
      .where(inArray(members.engagementId, engagementIds)),
  ]);
  const here = new Set(
    executives.filter(({ role }) => role === 'executive').map((row) => `${row.engagementId} ${row.userId}`),
  );
  const people = named.map(({ thresholdId, engagementId, userId, name, email }) => ({
    thresholdId,
    userId,
    name: name ?? email ?? former,
    email: email ?? '',
    member: here.has(`${engagementId} ${userId}`),
  }));
  return Map.groupBy(people, ({ thresholdId }) => thresholdId);
}
