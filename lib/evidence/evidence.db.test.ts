import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { evidence, filePieces } from '@/db/schema/evidence';
import { lines } from '@/db/schema/lines';
import { aPdf, aPicture, arriving } from '@/db/testing/attached';
import { attempt } from '@/db/testing/attempt';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { fileResponse } from '@/lib/evidence/download';
import { addFile, addLink, addNote, removeEvidence } from '@/lib/evidence/mutations';
import { openFile } from '@/lib/evidence/open-file';
import { limits } from '@/lib/evidence/policy';
import { evidenceOf } from '@/lib/evidence/queries';
import { receiving } from '@/lib/evidence/received-file';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
let lineId: string;
beforeAll(async () => {
  x = tenants().x;
  lineId = await lineCalled(x, 'seats');
});

const lineCalled = (tenant: Tenant, key: string) =>
  asActor(tenant.advisor, async (tx) => {
    const [line] = await tx.select({ id: lines.id }).from(lines).where(eq(lines.key, key));
    if (!line) throw new Error('no line');
    return line.id;
  });
const on = (id = lineId) => ({ engagementId: x.engagementId, subject: { kind: 'line', id } as const });
const attach = (actor: Actor, name: string, ...chunks: Uint8Array[]) =>
  receiving(arriving(...chunks), (file) => asActor(actor, (tx) => addFile(tx, actor, on(), name, file)));
const refusalOf = (attempted: Promise<unknown>) =>
  attempted.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail.code : error),
  );
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a file', () => {
  it('comes back byte for byte, however it was cut on its way: 700,000 bytes are three pieces', async () => {
    const content = new Uint8Array([...aPdf(), ...randomBytes(700_000)]);
    const id = await attach(
      x.contributor,
      '../../Quote.PDF',
      content.slice(0, 10),
      content.slice(10, 300_000),
      content.slice(300_000),
    );
    const file = await openFile(x.observer, x.engagementId, id);
    expect(file).toEqual({ title: 'Quote.pdf', mediaType: 'application/pdf', size: content.length });
    if (!file) return;
    const response = fileResponse(x.observer, id, file, 'attachment');
    expect(Buffer.compare(await bytesOf(response), content)).toBe(0);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(await asActor(x.advisor, (tx) => tx.$count(filePieces, eq(filePieces.evidenceId, id)))).toBe(3);
  });

  it('is what its content is, not what it is called', async () => {
    const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    expect(await refusalOf(attach(x.advisor, 'page.html', html))).toBe('invalid');
    expect(await refusalOf(attach(x.advisor, 'setup.pdf', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)))).toBe(
      'invalid',
    );
    const id = await attach(x.advisor, 'invoice.html', new Uint8Array([...aPicture, 1]));
    expect(await openFile(x.advisor, x.engagementId, id)).toMatchObject({
      title: 'invoice.html.png',
      mediaType: 'image/png',
    });
  });

  it('is refused where it is empty, one byte over 20 MB, or there already', async () => {
    expect(await refusalOf(attach(x.advisor, 'a.txt', new Uint8Array(0)))).toBe('invalid');
    const half = new Uint8Array(limits.file / 2).fill(97);
    expect(await refusalOf(attach(x.advisor, 'a.txt', half, half, Uint8Array.of(97)))).toBe('invalid');
    await attach(x.advisor, 'twice.txt', new TextEncoder().encode('Twice.'));
    expect(await refusalOf(attach(x.advisor, 'again.txt', new TextEncoder().encode('Twice.')))).toBe('refused');
  });

  it('is not there for another client, nor for somebody of another line of business', async () => {
    const id = await attach(x.advisor, 'ours.txt', new TextEncoder().encode('Ours.'));
    for (const stranger of [tenants().y.advisor, tenants().outsider, tenants().administrator]) {
      expect(await openFile(stranger, x.engagementId, id)).toBeNull();
    }
    expect(await openFile(tenants().y.advisor, tenants().y.engagementId, id)).toBeNull();
    const pieces = await attempt(tenants().y.advisor, (sql) => sql`select from file_pieces where evidence_id = ${id}`);
    expect(pieces).toEqual({ refused: false, rows: [] });
  });

  it('takes nothing more in once it is there', async () => {
    const id = await attach(x.advisor, 'sealed.txt', new TextEncoder().encode('Sealed.'));
    const added = await attempt(
      x.advisor,
      (sql) => sql`
        insert into file_pieces (engagement_id, evidence_id, number, content)
        values (${x.engagementId}, ${id}, 1, 'more') returning 1`,
    );
    expect(added).toEqual({ refused: true });
  });
});

describe('evidence', () => {
  it('of a row that is not there, or another engagement’s, is not taken, by either gate', async () => {
    const theirs = await lineCalled(tenants().y, 'seats');
    expect(await refusalOf(asActor(x.advisor, (tx) => addNote(tx, x.advisor, { ...on(theirs), note: 'Whose?' })))).toBe(
      'not-found',
    );
    const added = await attempt(
      x.advisor,
      (sql) => sql`
        insert into evidence (engagement_id, subject_kind, subject_id, kind, title, added_by)
        values (${x.engagementId}, 'line', ${theirs}, 'note', 'Whose?', ${x.advisor.userId}) returning 1`,
    );
    expect(added).toEqual({ refused: true });
  });

  it('is taken away by whoever added it or an advisor, and the trail keeps what it was', async () => {
    const { executive, contributor, advisor, engagementId } = x;
    const ofExecutive = await asActor(executive, (tx) =>
      addLink(tx, executive, { ...on(), url: 'https://supplier.example/quote/12', title: '' }),
    );
    const remove = (actor: Actor, evidenceId: string) =>
      asActor(actor, (tx) => removeEvidence(tx, { engagementId, evidenceId }));
    expect(await refusalOf(remove(contributor, ofExecutive))).toBe('refused');
    expect(await refusalOf(remove(x.observer, ofExecutive))).toBe('refused');
    const mayRemove = async (actor: Actor, role: 'contributor' | 'advisor') => {
      const found = await asActor(actor, (tx) =>
        evidenceOf(tx, actor, { role, negotiator: false }, { engagementId, kind: 'line' }),
      );
      return found[lineId]?.find(({ id }) => id === ofExecutive);
    };
    expect(await mayRemove(contributor, 'contributor')).toMatchObject({ mayRemove: false });
    expect(await mayRemove(advisor, 'advisor')).toMatchObject({ mayRemove: true, title: 'supplier.example/quote/12' });
    await remove(advisor, ofExecutive);
    const trail = await asActor(x.observer, (tx) =>
      tx.select({ before: activity.before }).from(activity).where(eq(activity.kind, 'evidence.removed')),
    );
    expect(trail.map(({ before }) => before)).toContainEqual(
      expect.objectContaining({
        evidence: ofExecutive,
        url: 'https://supplier.example/quote/12',
        label: 'Rival seats',
      }),
    );
  });

  it('outlives its line’s removal, so that a line brought back has it again', async () => {
    const id = await asActor(x.advisor, (tx) => addNote(tx, x.advisor, { ...on(), note: 'Stays.' }));
    await asActor(x.advisor, async (tx) => {
      const [line] = await tx.select().from(lines).where(eq(lines.id, lineId));
      if (!line) throw new Error('no line');
      await tx.delete(lines).where(eq(lines.id, lineId));
      await tx.insert(lines).values(line);
    });
    const found = await asActor(x.observer, (tx) => tx.select().from(evidence).where(eq(evidence.id, id)));
    expect(found).toHaveLength(1);
  });
});
