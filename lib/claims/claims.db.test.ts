import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';
import { type Tenant, tenants } from '@/db/testing/tenants';
import { addClaim, carryClaim, changeClaim, removeClaim } from '@/lib/claims/mutations';
import { type ClaimForm, claimForm, newClaim } from '@/lib/claims/schema';
import { saveLines } from '@/lib/lines/mutations';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
});

const form = (facts: Partial<ClaimForm> = {}): ClaimForm => ({
  kind: 'switching cost',
  statement: 'Moving the mail costs a million.',
  saidBy: 'Account executive',
  saidTo: 'CIO',
  saidOn: '2026-10-01',
  lineId: null,
  about: '',
  claimedAmount: 1_000_000,
  claimedMonths: null,
  honestAmount: 300_000,
  honestMonths: null,
  verdict: null,
  answer: '',
  ...facts,
});
const claimOf = (id: string) =>
  asActor(x.observer, async (tx) => (await tx.select().from(claims).where(eq(claims.id, id)))[0]);
const line = () =>
  asActor(x.advisor, async (tx) => {
    const [found] = await tx.select().from(lines).where(eq(lines.key, 'move'));
    if (!found) throw new Error('no line');
    return found;
  });
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );

describe('the register of claims', () => {
  it('takes a claim of a contributor’s, and says what it is about by the line it speaks of', async () => {
    const { id: lineId, label } = await line();
    const id = await asActor(x.contributor, (tx) => addClaim(tx, x.engagementId, form({ lineId })));
    expect(await claimOf(id)).toMatchObject({ lineId, about: label, claimedAmount: 1_000_000, version: 1 });
  });

  it('refuses another engagement’s line, and more decimals than the currency has, at the field', async () => {
    const theirs = await asActor(tenants().y.advisor, (tx) => tx.select().from(lines).where(eq(lines.key, 'move')));
    const attempt = (facts: Partial<ClaimForm>) =>
      detailOf(asActor(x.advisor, (tx) => addClaim(tx, x.engagementId, form(facts))));
    expect(await attempt({ lineId: theirs[0]?.id ?? '' })).toMatchObject({ field: 'lineId' });
    expect(await attempt({ honestAmount: 0.005 })).toMatchObject({ field: 'honestAmount' });
  });

  it('refuses $200 in an engagement that reckons in euros, at the field, and takes € 200', async () => {
    const attempt = (facts: Partial<ClaimForm>) =>
      detailOf(asActor(x.advisor, (tx) => addClaim(tx, x.engagementId, form(facts))));
    const typed = (text: string) => claimForm.shape.claimedAmount.parse(text);
    expect(await attempt({ claimedAmount: typed('$200') })).toMatchObject({
      field: 'claimedAmount',
      message: 'Written in $, but claims are kept in EUR: convert it first',
    });
    expect(await attempt({ honestAmount: typed('200 GBP') })).toMatchObject({ field: 'honestAmount' });
    const id = await asActor(x.advisor, (tx) =>
      addClaim(tx, x.engagementId, form({ claimedAmount: typed('€ 200'), honestAmount: typed('150') })),
    );
    expect(await claimOf(id)).toMatchObject({ claimedAmount: 200, honestAmount: 150 });
  });

  it('refuses a stale change with what it says now', async () => {
    const id = await asActor(x.advisor, (tx) => addClaim(tx, x.engagementId, form()));
    const on = { engagementId: x.engagementId, claimId: id, version: 1 };
    await asActor(x.contributor, (tx) => changeClaim(tx, on, form({ verdict: 'manufactured' })));
    const detail = await detailOf(asActor(x.advisor, (tx) => changeClaim(tx, on, form({ verdict: 'genuine' }))));
    expect(detail).toMatchObject({ code: 'stale', current: { version: 2, value: { verdict: 'manufactured' } } });
    expect((await claimOf(id))?.verdict).toBe('manufactured');
  });

  it('carries 1,000,000 into a line of one: the vendor’s version then reckons with it', async () => {
    const before = await line();
    const id = await asActor(x.advisor, (tx) => addClaim(tx, x.engagementId, form({ lineId: before.id })));
    await asActor(x.contributor, (tx) =>
      carryClaim(tx, x.contributor, {
        engagementId: x.engagementId,
        claimId: id,
        version: 1,
        lineVersion: before.version,
      }),
    );
    expect(await line()).toMatchObject({ claimed: 1_000_000, version: before.version + 1, likely: before.likely });
  });

  it('keeps the claim when its line is removed', async () => {
    const gone = await line();
    const id = await asActor(x.advisor, (tx) => addClaim(tx, x.engagementId, form({ lineId: gone.id })));
    await asActor(x.advisor, (tx) =>
      saveLines(tx, x.advisor, {
        engagementId: x.engagementId,
        side: { kind: 'alternative', id: gone.alternativeId ?? '' },
        edits: [{ do: 'remove', lineId: gone.id, version: gone.version }],
      }),
    );
    expect(await claimOf(id)).toMatchObject({ lineId: null, about: gone.label, engagementId: x.engagementId });
  });

  it('is closed to observers and executives by the database too, and not there for another tenant', async () => {
    const id = await asActor(x.advisor, (tx) => addClaim(tx, x.engagementId, form()));
    const on = { engagementId: x.engagementId, claimId: id, version: 1 };
    for (const other of [x.observer, x.executive, tenants().y.advisor]) {
      expect(await detailOf(asActor(other, (tx) => removeClaim(tx, on)))).not.toBeNull();
      expect(await detailOf(asActor(other, (tx) => addClaim(tx, x.engagementId, form())))).not.toBeNull();
    }
    expect(await claimOf(id)).toBeDefined();
  });
});

describe('a claim as typed', () => {
  const typed = {
    engagementId: '3f0f9d5e-7a35-4f0f-9a0b-0d9b5c1f2a11',
    kind: 'integration',
    statement: 'It cannot be done.',
    saidBy: 'Specialist',
    saidTo: '',
    saidOn: '2026-02-28',
    lineId: '',
    about: '',
    claimedAmount: '',
    claimedMonths: '',
    honestAmount: '1.234,56',
    honestMonths: '9',
    verdict: '',
    answer: 'Line one\r\nline two',
  };

  it('knows a blank from a zero, and reads 1.234,56', () => {
    expect(newClaim.parse(typed)).toMatchObject({
      claimedAmount: null,
      claimedMonths: null,
      honestAmount: 1234.56,
      honestMonths: 9,
      lineId: null,
      verdict: null,
      answer: 'Line one\nline two',
    });
  });

  it.each([
    ['claimedAmount', 'about a million'],
    ['claimedAmount', '12 %'],
    ['claimedMonths', '1.5'],
    ['saidOn', '2026-02-30'],
    ['statement', '  '],
    ['saidBy', 'A\u202eB'],
    ['kind', 'insult'],
    ['verdict', 'false'],
  ])('is answered at the field: %s “%s”', (field, value) => {
    const result = newClaim.safeParse({ ...typed, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
