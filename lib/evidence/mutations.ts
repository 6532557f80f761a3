import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { evidence, filePieces } from '@/db/schema/evidence';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { labelOfSubject, wallOfSubject } from '@/lib/activity/subject';
import { fileKindOf } from '@/lib/evidence/file-kinds';
import { cleanFileName } from '@/lib/evidence/file-name';
import { limits, quotaProblem, type Stored } from '@/lib/evidence/policy';
import type { ReceivedFile } from '@/lib/evidence/received-file';
import type { EvidenceSubject } from '@/lib/evidence/schema';
import { DomainError, notFound } from '@/lib/server/errors';

type On = { readonly engagementId: string; readonly subject: EvidenceSubject };

/** Attaches a file. Throws where it is not what is taken, has no room, or is there already. Returns its id. */
export async function addFile(
  tx: ActorTx,
  actor: Actor,
  on: On,
  typedName: string,
  file: ReceivedFile,
): Promise<string> {
  const kind = await fileKindOf(file.beginning, typedName);
  if (!kind) {
    throw new DomainError({
      code: 'invalid',
      message:
        'This kind of file is not taken: a PDF, an image, an office document without macros, a mail or a text is.',
    });
  }
  const problem = quotaProblem(file.size, await storedIn(tx, actor, on.engagementId));
  if (problem) throw new DomainError({ code: 'refused', message: problem });
  const [same] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(ofSubject(on), eq(evidence.sha256, file.sha256)));
  if (same) throw new DomainError({ code: 'refused', message: 'This very file is attached here already.' });
  const { size, sha256 } = file;
  const about = { title: cleanFileName(typedName, kind), mediaType: kind.mediaType, size, sha256 };
  const id = await attach(tx, actor, on, { kind: 'file', ...about });
  let number = 0;
  for await (const content of file.pieces()) {
    await tx.insert(filePieces).values({ engagementId: on.engagementId, evidenceId: id, number: number++, content });
  }
  return id;
}

export async function addLink(
  tx: ActorTx,
  actor: Actor,
  { url, title, ...on }: On & { readonly url: string; readonly title: string },
): Promise<string> {
  return attach(tx, actor, on, { kind: 'link', url, title: title || titleOf(url) });
}

export async function addNote(tx: ActorTx, actor: Actor, { note, ...on }: On & { readonly note: string }) {
  return attach(tx, actor, on, { kind: 'note', title: note });
}

/** Takes evidence away, a file with its content. The trail keeps what it was, and a file's digest. */
export async function removeEvidence(
  tx: ActorTx,
  { engagementId, evidenceId }: { readonly engagementId: string; readonly evidenceId: string },
): Promise<void> {
  const here = and(eq(evidence.engagementId, engagementId), eq(evidence.id, evidenceId));
  const [found] = await tx.select().from(evidence).where(here);
  if (!found) throw notFound();
  const [removed] = await tx.delete(evidence).where(here).returning({ id: evidence.id });
  if (!removed) {
    throw new DomainError({ code: 'refused', message: 'Whoever added this may take it away, and so may an advisor.' });
  }
  const { kind, title, url, mediaType, size, sha256 } = found;
  const subject = { kind: found.subjectKind, id: found.subjectId };
  const label = await labelOfSubject(tx, engagementId, subject);
  await recordActivity(tx, {
    engagementId,
    kind: 'evidence.removed',
    subject: found.subjectId,
    before: { label, evidence: evidenceId, kind, title, url, mediaType, size, sha256 },
    wall: await wallOfSubject(tx, engagementId, subject),
  });
}

type Attached = Pick<typeof evidence.$inferInsert, 'kind' | 'title' | 'url' | 'mediaType' | 'size' | 'sha256'>;

async function attach(tx: ActorTx, { userId }: Actor, on: On, what: Attached): Promise<string> {
  const { engagementId, subject } = on;
  const label = await labelOfSubject(tx, engagementId, subject);
  if (label === null) throw notFound();
  if ((await tx.$count(evidence, ofSubject(on))) >= limits.row) {
    throw new DomainError({ code: 'refused', message: `There are ${limits.row} pieces of evidence here already.` });
  }
  const id = randomUUID();
  await tx
    .insert(evidence)
    .values({ ...what, id, engagementId, subjectKind: subject.kind, subjectId: subject.id, addedBy: userId });
  await recordActivity(tx, {
    engagementId,
    kind: 'evidence.added',
    subject: subject.id,
    after: { label, evidence: id, ...what },
    wall: await wallOfSubject(tx, engagementId, subject),
  });
  return id;
}

/** Bytes stored so far; whoever asks next waits until this transaction is over. */
async function storedIn(tx: ActorTx, { userId }: Actor, engagementId: string): Promise<Stored> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`evidence ${engagementId}`}, 0))`);
  const [stored] = await tx
    .select({
      ofEngagement: sql<number>`coalesce(sum(${evidence.size}), 0)::float8`,
      ofPerson: sql<number>`coalesce(sum(${evidence.size}) filter (where ${evidence.addedBy} = ${userId}), 0)::float8`,
    })
    .from(evidence)
    .where(eq(evidence.engagementId, engagementId));
  return stored ?? { ofEngagement: 0, ofPerson: 0 };
}

const ofSubject = ({ engagementId, subject }: On) =>
  and(
    eq(evidence.engagementId, engagementId),
    eq(evidence.subjectKind, subject.kind),
    eq(evidence.subjectId, subject.id),
  );

/** A link without words is called by where it leads. */
function titleOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`.slice(0, 200);
}
