import { and, eq, sql } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { addFile, addNote } from '@/lib/evidence/mutations';
import { receiving } from '@/lib/evidence/received-file';
import { reviewLines } from '@/lib/reviews/mutations';
import { settleThread, writeComment } from '@/lib/talk/mutations';

/** The beginning of a PDF, which is what a file of that name is known by. */
export const aPdf = (text = 'A quote') => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF`);

/** One transparent pixel. */
export const aPicture = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A body as it arrives, in chunks. */
export async function* arriving(...chunks: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

type People = Readonly<Record<'advisor' | 'executive' | 'contributor' | 'negotiator', Actor>>;

/** Evidence of everybody's, two threads of which one is behind the threshold's wall, and a line reviewed as it stands. */
export async function attachToTenant(engagementId: string, { advisor, executive, contributor, negotiator }: People) {
  const line = await asActor(contributor, async (tx) => {
    const [moved] = await tx
      .update(lines)
      .set({ source: 'Three quotes', changedBy: contributor.userId, version: sql`${lines.version} + 1` })
      .where(and(eq(lines.engagementId, engagementId), eq(lines.key, 'move')))
      .returning({ id: lines.id, materialVersion: lines.materialVersion });
    if (!moved) throw new Error('the tenant’s line is not there');
    return moved;
  });
  const subject = { kind: 'line', id: line.id } as const;
  for (const person of [advisor, executive, contributor, negotiator]) {
    await asActor(person, (tx) => addNote(tx, person, { engagementId, subject, note: 'Said by the supplier.' }));
  }
  for (const [name, content] of [
    ['quote.pdf', aPdf()],
    ['screen.png', aPicture],
  ] as const) {
    await receiving(arriving(content), (file) =>
      asActor(advisor, (tx) => addFile(tx, advisor, { engagementId, subject }, name, file)),
    );
  }
  const talks = [
    { writer: { ...contributor, name: 'Contributor' }, about: subject, body: 'Is this with the archive?' },
    {
      writer: { ...executive, name: 'Executive' },
      about: { kind: 'threshold', id: engagementId } as const,
      body: 'Is this where we would go?',
    },
  ];
  for (const { writer, about, body } of talks) {
    await asActor(writer, async (tx) => {
      const threadId = await writeComment(tx, writer, { engagementId, subject: about, threadId: null, body });
      await settleThread(tx, writer, { engagementId, threadId, resolved: true });
    });
  }
  const { id: lineId, materialVersion } = line;
  await asActor(executive, (tx) => reviewLines(tx, executive, { engagementId, lines: [{ lineId, materialVersion }] }));
}
