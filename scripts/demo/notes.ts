import { and, eq, inArray, like } from 'drizzle-orm';
import { type ActorTx, asActor } from '@/db/doors';
import { planSteps } from '@/db/schema/alternatives';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';
import { demoPeople, otherPeople, type PersonKey } from '@/db/seed/people';
import type { StoryNotes, StoryRow } from '@/db/seed/story';
import { addFile, addNote } from '@/lib/evidence/mutations';
import { receiving } from '@/lib/evidence/received-file';
import { reviewLines } from '@/lib/reviews/mutations';
import { settleThread, writeComment } from '@/lib/talk/mutations';
import type { Cast } from '@/scripts/demo/people';

/** Evidence, talk and reviews, each by whose it is. */
export async function attachNotes(cast: Cast, engagementId: string, notes: StoryNotes): Promise<void> {
  for (const piece of notes.evidence) {
    const actor = cast[piece.by];
    const add = (run: (tx: ActorTx, on: { engagementId: string; subject: Row }) => Promise<unknown>) =>
      asActor(actor, async (tx) => run(tx, { engagementId, subject: await rowOf(tx, engagementId, piece.about) }));
    if ('note' in piece) await add((tx, on) => addNote(tx, actor, { ...on, note: piece.note }));
    else {
      const { name, text } = piece.file;
      await receiving(whole(text), (file) => add((tx, on) => addFile(tx, actor, on, name, file)));
    }
  }
  for (const { about, says, settledBy } of notes.threads) {
    let threadId: string | null = null;
    for (const [by, body] of says) {
      threadId = await asActor(cast[by], async (tx): Promise<string> => {
        const subject = await subjectOf(tx, engagementId, about);
        const id = await writeComment(tx, writer(cast, by), { engagementId, subject, threadId, body });
        return threadId ?? id;
      });
    }
    if (!settledBy || threadId === null) continue;
    const settled = { engagementId, threadId, resolved: true };
    await asActor(cast[settledBy], (tx) => settleThread(tx, writer(cast, settledBy), settled));
  }
  for (const { by, lines: keys } of notes.reviews) {
    await asActor(cast[by], async (tx) => {
      const seen = await tx
        .select({ lineId: lines.id, materialVersion: lines.materialVersion })
        .from(lines)
        .where(and(eq(lines.engagementId, engagementId), inArray(lines.key, [...keys])));
      await reviewLines(tx, cast[by], { engagementId, lines: seen });
    });
  }
}

type Row = { readonly kind: 'line' | 'claim' | 'step'; readonly id: string };

async function* whole(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function writer(cast: Cast, key: PersonKey) {
  const name = [...demoPeople, ...otherPeople].find((person) => person.key === key)?.name ?? key;
  return { userId: cast[key].userId, name };
}

async function subjectOf(tx: ActorTx, engagementId: string, about: StoryRow | 'threshold') {
  return about === 'threshold' ? { kind: about, id: engagementId } : rowOf(tx, engagementId, about);
}

async function rowOf(tx: ActorTx, engagementId: string, about: StoryRow): Promise<Row> {
  const kind = 'line' in about ? 'line' : 'step' in about ? 'step' : 'claim';
  const [row] = await rowsOf(tx, engagementId, about);
  if (!row) throw new Error(`There is no row for ${JSON.stringify(about)}`);
  return { kind, id: row.id };
}

function rowsOf(tx: ActorTx, engagementId: string, about: StoryRow): PromiseLike<{ id: string }[]> {
  if ('line' in about) {
    const here = and(eq(lines.engagementId, engagementId), eq(lines.key, about.line));
    return tx.select({ id: lines.id }).from(lines).where(here);
  }
  if ('step' in about) {
    const here = and(eq(planSteps.engagementId, engagementId), eq(planSteps.key, about.step));
    return tx.select({ id: planSteps.id }).from(planSteps).where(here);
  }
  const here = and(eq(claims.engagementId, engagementId), like(claims.statement, `${about.claim}%`));
  return tx.select({ id: claims.id }).from(claims).where(here);
}
