import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { alternatives } from '@/db/schema/alternatives';
import { lines } from '@/db/schema/lines';
import { offers } from '@/db/schema/offers';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { addAlternative } from '@/lib/alternatives/mutations';
import { loadEngagement } from '@/lib/engagements/queries';
import { modelOf } from '@/lib/engagements/record';
import { benchAfter, benchOf } from '@/lib/lines/bench';
import { blankFields, type LineFields } from '@/lib/lines/fields';
import { figuresOf, modelOnBench } from '@/lib/lines/live';
import { saveLines } from '@/lib/lines/mutations';
import { linesById } from '@/lib/lines/queries';
import type { LineEdit, Side } from '@/lib/lines/schema';
import { benchView } from '@/lib/lines/view';
import { recalculate } from '@/lib/model/recalculate';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
let alternative: Side;
let offer: Side;

beforeAll(async () => {
  x = tenants().x;
  await asActor(x.advisor, async (tx) => {
    const [rival] = await tx.select().from(alternatives).where(eq(alternatives.engagementId, x.engagementId));
    const [first] = await tx.select().from(offers).where(eq(offers.engagementId, x.engagementId));
    alternative = { kind: 'alternative', id: rival?.id ?? '' };
    offer = { kind: 'offer', id: first?.id ?? '' };
  });
});

const about = { currency: 'EUR', renewalDate: '2099-06-30', horizonMonths: 36 };
const fields = (label: string, likely: number): LineFields => ({
  ...blankFields('alternative', about),
  label,
  category: 'licences',
  quantity: 2,
  endMonth: 12,
  low: likely,
  likely,
  high: likely,
});
const save = (
  edits: readonly LineEdit[],
  as: Actor = x.contributor,
  side = alternative,
  engagementId = x.engagementId,
) => asActor(as, (tx) => saveLines(tx, as, { engagementId, side, edits }));
const add = async (label: string, likely = 10) => {
  const lineId = randomUUID();
  await save([{ do: 'add', lineId, fields: fields(label, likely) }]);
  return lineId;
};
const rowOf = async (lineId: string) => {
  const [row] = await asActor(x.advisor, (tx) => tx.select().from(lines).where(eq(lines.id, lineId)));
  return row;
};
const trailOf = (lineId: string) =>
  asActor(x.advisor, (tx) =>
    tx
      .select({ kind: activity.kind, before: activity.before, after: activity.after })
      .from(activity)
      .where(and(eq(activity.engagementId, x.engagementId), eq(activity.subject, lineId)))
      .orderBy(asc(activity.number)),
  );
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );

describe('the owner of a line', () => {
  it('is a member of the engagement, and naming one is a change in the trail', async () => {
    const lineId = await add('Owned');
    const owner = (ownerId: string) => save([{ do: 'change', lineId, version: 1, change: { ownerId } }]);
    expect(await detailOf(owner(tenants().y.contributor.userId))).toMatchObject({ field: `${lineId}.ownerId` });
    expect(await detailOf(owner(tenants().outsider.userId))).toMatchObject({ code: 'invalid' });
    await owner(x.executive.userId);
    expect(await rowOf(lineId)).toMatchObject({ ownerId: x.executive.userId, version: 2 });
    expect((await trailOf(lineId)).at(-1)).toMatchObject({ after: { ownerId: x.executive.userId } });
    await save([{ do: 'change', lineId, version: 2, change: { quantity: 3 } }]);
    expect(await rowOf(lineId)).toMatchObject({ ownerId: x.executive.userId });
  });
});

describe('lines are added, changed and removed', () => {
  it('each with one entry in the trail, before and after', async () => {
    const lineId = await add('Suite');
    await save([{ do: 'change', lineId, version: 1, change: { likely: 12, high: 15, basis: 'quote' } }]);
    await save([{ do: 'remove', lineId, version: 2 }]);
    expect(await rowOf(lineId)).toBeUndefined();
    expect(await trailOf(lineId)).toMatchObject([
      { kind: 'line.added', before: null, after: { label: 'Suite', likely: 10, alternative: alternative.id } },
      {
        kind: 'line.changed',
        before: { likely: 10, high: 10, basis: null },
        after: { likely: 12, high: 15, basis: 'quote', version: 2 },
      },
      { kind: 'line.removed', before: { label: 'Suite', likely: 12, high: 15 }, after: null },
    ]);
  });

  it('a new line stands last and is named in the file by its label', async () => {
    const row = await rowOf(await add('Première étape: E5!'));
    expect(row?.key).toMatch(/^premiere-etape-e5-[0-9a-f]{8}$/);
    const others = await asActor(x.advisor, (tx) =>
      tx.select({ position: lines.position }).from(lines).where(eq(lines.alternativeId, alternative.id)),
    );
    expect(row?.position).toBe(Math.max(...others.map(({ position }) => position)));
  });

  it('the same line sent twice is added once', async () => {
    const lineId = randomUUID();
    const edit = { do: 'add', lineId, fields: fields('Twice', 5) } as const;
    await save([edit]);
    expect(await save([edit])).toMatchObject([{ lineId, line: { version: 1 } }]);
    expect(await trailOf(lineId)).toHaveLength(1);
  });

  it('a change that changes nothing is no change', async () => {
    const lineId = await add('Same');
    expect(await save([{ do: 'change', lineId, version: 1, change: { likely: 10 } }])).toMatchObject([
      { line: { version: 1 } },
    ]);
    expect(await trailOf(lineId)).toHaveLength(1);
  });

  it('a change of kind leaves nothing of the other kind behind', async () => {
    const lineId = await add('Changed kind');
    const change = { kind: 'commitment', of: ['licences'], low: 900, likely: 900, high: 900 } as const;
    await save([{ do: 'change', lineId, version: 1, change }]);
    expect(await rowOf(lineId)).toMatchObject({
      kind: 'commitment',
      quantity: null,
      per: null,
      billed: null,
      escalator: null,
    });
  });

  it('what makes no line is refused at its cell, and nothing of the batch is kept', async () => {
    const lineId = await add('Kept');
    const other = randomUUID();
    const refused = await detailOf(
      save([
        { do: 'add', lineId: other, fields: fields('Not kept', 5) },
        { do: 'change', lineId, version: 1, change: { low: 99 } },
      ]),
    );
    expect(refused).toMatchObject({ code: 'invalid', field: `${lineId}.low` });
    expect(await rowOf(other)).toBeUndefined();
  });

  it('a key that the file has already is refused', async () => {
    const refused = await detailOf(
      save([{ do: 'add', lineId: randomUUID(), key: 'move', fields: fields('Again', 5) }]),
    );
    expect(refused).toMatchObject({ code: 'refused' });
  });
});

describe('two people at one line', () => {
  it('the second is refused with what the first wrote, and who', async () => {
    const lineId = await add('Disputed');
    await save([{ do: 'change', lineId, version: 1, change: { label: 'Theirs' } }], x.advisor);
    const refused = await detailOf(save([{ do: 'change', lineId, version: 1, change: { label: 'Mine' } }]));
    expect(refused).toMatchObject({
      code: 'stale',
      field: lineId,
      current: { version: 2, value: { by: 'x.advisor', line: { version: 2, line: { label: 'Theirs' } } } },
    });
    expect((await rowOf(lineId))?.label).toBe('Theirs');
  });

  it('of many at the same moment one is kept, and every other is told', async () => {
    const lineId = await add('Crowded');
    const attempts = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        detailOf(save([{ do: 'change', lineId, version: 1, change: { label: `Writer ${index}` } }])),
      ),
    );
    expect(attempts.filter((detail) => detail === null)).toHaveLength(1);
    expect(attempts.filter((detail) => (detail as { code?: string } | null)?.code === 'stale')).toHaveLength(7);
    expect(await rowOf(lineId)).toMatchObject({ version: 2 });
  });

  it('a line that was removed is refused as gone', async () => {
    const lineId = await add('Gone');
    await save([{ do: 'remove', lineId, version: 1 }], x.advisor);
    const refused = await detailOf(save([{ do: 'change', lineId, version: 1, change: { label: 'Late' } }]));
    expect(refused).toMatchObject({ code: 'stale', current: { value: { line: null } } });
  });
});

describe('whose lines they are', () => {
  it('the lines of a neighbour are answered like none at all', async () => {
    const y = tenants().y;
    const [theirs] = await asActor(y.advisor, (tx) =>
      tx.select().from(lines).where(eq(lines.engagementId, y.engagementId)),
    );
    const edit = { do: 'change', lineId: theirs?.id ?? '', version: 1, change: { label: 'Mine' } } as const;
    const side = { kind: 'alternative', id: theirs?.alternativeId ?? theirs?.offerId ?? '' } as const;
    expect(await detailOf(save([edit], x.advisor, side, y.engagementId))).toMatchObject({ code: 'not-found' });
    expect(await detailOf(save([edit], x.advisor))).toMatchObject({
      code: 'stale',
      current: { value: { line: null } },
    });
  });

  it('the database itself refuses a contributor on the offer, and an executive or observer anywhere', async () => {
    const edit = () => ({ do: 'add', lineId: randomUUID(), fields: { ...fields('Sneaked', 1), part: null } }) as const;
    const privilege = { cause: { code: '42501' } };
    await expect(save([edit()], x.contributor, offer)).rejects.toMatchObject(privilege);
    for (const reader of [x.executive, x.observer]) {
      await expect(save([{ ...edit(), fields: fields('Sneaked', 1) }], reader)).rejects.toMatchObject(privilege);
    }
    expect(await save([edit()], x.advisor, offer)).toHaveLength(1);
  });
});

describe('the figures of the browser and of the server', () => {
  it('are identical, before and after what was typed is saved', async () => {
    const lineId = await add('Compared', 17.345);
    const load = async () => {
      const record = await asActor(x.advisor, (tx) =>
        loadEngagement(tx, x.advisor, x.engagementId, () => '2026-11-25'),
      );
      if (!record) throw new Error('no engagement');
      return record;
    };
    const record = await load();
    const view = benchView(record, { offers: 'standing', people: [] });
    const change = { low: 15.005, likely: 19.995, high: 31, quantity: 333.25 };
    const sides = view.alternatives.map(({ id, lines: own }) => ({ kind: 'alternative' as const, id, lines: own }));
    const standing = view.offers.map(({ id, lines: own }) => ({ kind: 'offer' as const, id, lines: own }));
    const typed = benchAfter(benchOf(view, [...standing, ...sides]), {
      does: 'type',
      sideId: alternative.id,
      typed: [{ id: lineId, change }],
    });
    const terms = view.offers[0] ?? { termMonths: 36, renewalUplift: 0 };
    const browser = figuresOf(
      modelOnBench(typed, view, { offerId: view.offers[0]?.id ?? null, terms, typing: null }),
    ).totals;
    await save([{ do: 'change', lineId, version: 1, change }]);
    const server = recalculate(modelOf(await load()));
    expect(browser.offer).toEqual(server.offer);
    expect(browser.alternatives.map(({ id: _, ...rest }) => rest)).toEqual(
      server.alternatives.map(({ id: _, ...rest }) => rest),
    );
  });
});

describe('lines stand in an order', () => {
  const order = async (alternativeId = alternative.id) => {
    const rows = await asActor(x.advisor, (tx) =>
      tx
        .select({ id: lines.id })
        .from(lines)
        .where(eq(lines.alternativeId, alternativeId))
        .orderBy(asc(lines.position), asc(lines.key)),
    );
    return rows.map(({ id }) => id);
  };

  it('a new one where it is asked for', async () => {
    const before = await add('Before');
    const after = await add('After');
    const lineId = randomUUID();
    await save([{ do: 'add', lineId, after: before, fields: fields('Between', 1) }]);
    const now = await order();
    expect(now.slice(now.indexOf(before))).toEqual([before, lineId, after]);
  });

  it('one moves up or down without a new version, and its neighbours keep who changed them', async () => {
    const first = await add('Moves first');
    const second = await add('Moves second');
    await save([{ do: 'place', lineId: second, after: null }], x.advisor);
    expect((await order())[0]).toBe(second);
    expect(await rowOf(second)).toMatchObject({ version: 1, changedBy: x.contributor.userId });
    expect(await rowOf(first)).toMatchObject({ version: 1, changedBy: x.contributor.userId });
    expect((await trailOf(second)).at(-1)).toMatchObject({ kind: 'line.moved', after: { after: null } });
    await save([{ do: 'place', lineId: second, after: first }]);
    const now = await order();
    expect(now.indexOf(second)).toBe(now.indexOf(first) + 1);
  });

  it('one that should stand after a line that is gone stays where it is', async () => {
    const lineId = await add('Stays');
    const before = await order();
    await save([{ do: 'place', lineId, after: randomUUID() }]);
    expect(await order()).toEqual(before);
    expect(await trailOf(lineId)).toHaveLength(1);
  });

  it('one goes to another alternative under its own key, as a change of the line', async () => {
    const lineId = await add('Goes over');
    const key = (await rowOf(lineId))?.key;
    const other = await asActor(x.contributor, (tx) =>
      addAlternative(tx, x.contributor, {
        engagementId: x.engagementId,
        label: 'Over there',
        kind: 'hybrid',
        from: null,
      }),
    );
    const side = { kind: 'alternative', id: other.id } as const;
    const take = { do: 'take', lineId, version: 1, from: alternative.id } as const;
    expect(await save([take], x.contributor, side)).toMatchObject([{ line: { version: 2 } }]);
    expect(await order(other.id)).toEqual([lineId]);
    expect(await rowOf(lineId)).toMatchObject({ key, version: 2 });
    expect((await trailOf(lineId)).at(-1)).toMatchObject({
      kind: 'line.changed',
      before: { alternative: alternative.id },
      after: { alternative: other.id, version: 2 },
    });
    // The same request again, because the answer was lost.
    expect(await save([take], x.contributor, side)).toMatchObject([{ line: { version: 2 } }]);
    expect(await detailOf(save([take], x.advisor, offer))).toMatchObject({ code: 'refused' });
  });

  it('whoever hears of it asks where it stands now', async () => {
    const [first] = await order();
    const lineId = await add('Asked about');
    await save([{ do: 'place', lineId, after: first ?? null }]);
    const found = await asActor(x.observer, (tx) => linesById(tx, x.engagementId, [lineId, randomUUID()]));
    expect(found).toMatchObject([
      { lineId, sideId: alternative.id, after: first },
      { line: null, sideId: null },
    ]);
  });

  it('nobody signs a change with another’s name', async () => {
    const lineId = await add('Signed');
    const forge = asActor(x.advisor, (tx) =>
      tx.update(lines).set({ label: 'Forged', changedBy: x.contributor.userId }).where(eq(lines.id, lineId)),
    );
    await expect(forge).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('a line quoted in another currency', () => {
  it('keeps its own amount, the rate, and the rate’s date and source beside the converted figure', async () => {
    const lineId = await add('Quoted');
    const quoted = {
      quotedCurrency: 'USD',
      quotedLow: 55,
      quotedLikely: 60,
      quotedHigh: 70,
      exchangeRate: 0.9125,
      rateOn: '2026-11-24',
      rateSource: 'Central bank',
    };
    await save([{ do: 'change', lineId, version: 1, change: quoted }]);
    expect(await rowOf(lineId)).toMatchObject({ ...quoted, low: 50.1875, likely: 54.75, high: 63.875, version: 2 });
  });

  it('a new rate converts again and is a change of the line', async () => {
    const lineId = await add('Requoted');
    const quoted = { quotedCurrency: 'USD', quotedLow: 60, quotedLikely: 60, quotedHigh: 60, exchangeRate: 0.9 };
    await save([{ do: 'change', lineId, version: 1, change: quoted }]);
    await save([{ do: 'change', lineId, version: 2, change: { exchangeRate: 0.95 } }]);
    expect(await rowOf(lineId)).toMatchObject({ likely: 57, version: 3 });
    expect((await trailOf(lineId)).at(-1)).toMatchObject({
      before: { exchangeRate: 0.9, likely: 54 },
      after: { exchangeRate: 0.95, likely: 57, version: 3 },
    });
  });

  it('without a rate is refused, and one that ends leaves the converted figure', async () => {
    const lineId = await add('Unquoted');
    const refused = await detailOf(
      save([{ do: 'change', lineId, version: 1, change: { quotedCurrency: 'USD', quotedLikely: 5 } }]),
    );
    expect(refused).toMatchObject({ code: 'invalid', field: `${lineId}.exchangeRate` });
    const quoted = { quotedCurrency: 'USD', quotedLow: 6, quotedLikely: 6, quotedHigh: 6, exchangeRate: 2 };
    await save([{ do: 'change', lineId, version: 1, change: quoted }]);
    await save([{ do: 'change', lineId, version: 2, change: { quotedCurrency: null } }]);
    expect(await rowOf(lineId)).toMatchObject({
      likely: 12,
      quotedCurrency: null,
      quotedLikely: null,
      exchangeRate: null,
    });
  });
});
