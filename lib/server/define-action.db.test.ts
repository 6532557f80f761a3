import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { alternatives } from '@/db/schema/alternatives';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { changeAlternative } from '@/lib/alternatives/actions';
import { saveLines } from '@/lib/lines/actions';
import { defineAction } from '@/lib/server/define-action';
import { DomainError } from '@/lib/server/errors';
import { log } from '@/lib/server/logging';

/** The two edges of Next that a test has no request for: who is asking, and what is shown anew. */
let asking: Actor | null = null;
const { refreshed } = vi.hoisted(() => ({ refreshed: [] as string[] }));
vi.mock('@/lib/server/actor', () => ({
  actingPerson: async () => asking,
  keepRights: async () => {
    refreshed.push('rights');
  },
}));
vi.mock('next/cache', () => ({ revalidatePath: (path: string) => refreshed.push(path) }));

const logged = vi.spyOn(log, 'error').mockImplementation(() => {});

beforeEach(() => {
  asking = tenants().x.advisor;
});

afterEach(() => {
  refreshed.length = 0;
  logged.mockClear();
});

const nobodysEngagement = '00000000-0000-4000-8000-000000000000';

/** Renames every alternative, so that whatever it does can be seen in the table. */
const rename = defineAction({
  input: z.object({
    engagementId: z.uuid(),
    label: z.string().min(1, 'Give it a name'),
    problem: z.string().optional(),
  }),
  may: ({ engagementId }) => ({ engagementId, permission: 'alternative.write' }),
  run: async ({ tx, member, input: { engagementId, label, problem } }) => {
    await tx.update(alternatives).set({ label }).where(eq(alternatives.engagementId, engagementId));
    await recordActivity(tx, { engagementId, kind: 'alternative.changed', subject: engagementId, after: { label } });
    if (problem === 'refuse') throw new DomainError({ code: 'refused', message: 'That name is taken', field: 'label' });
    if (problem) throw new Error(`cannot go on with ${problem}\n    at ${problem}`, { cause: { code: 'XX000' } });
    return member?.role;
  },
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
});

const create = defineAction({
  input: z.object({}),
  may: () => ({ portal: 'engagement.create' }),
  run: async ({ member }) => member,
  refresh: () => [],
});

async function labelsAndEntries() {
  const { advisor, engagementId } = tenants().x;
  return asActor(advisor, async (tx) => ({
    labels: (await tx.select({ label: alternatives.label }).from(alternatives)).map(({ label }) => label).sort(),
    entries: (await tx.select({ id: activity.id }).from(activity).where(eq(activity.engagementId, engagementId)))
      .length,
  }));
}

/** Whatever the run is answered, it has left no trace. */
async function leavingNoTrace<T>(run: () => Promise<T>): Promise<T> {
  const before = await labelsAndEntries();
  const answer = await run();
  expect(await labelsAndEntries()).toEqual(before);
  expect(refreshed).toEqual([]);
  return answer;
}

const failure = (error: object) => ({ ok: false, errors: [error] });

describe('an action', () => {
  it('does what it is for, leaves its entry, and refreshes after that', async () => {
    const { x } = tenants();
    const { entries } = await labelsAndEntries();
    expect(await rename({ engagementId: x.engagementId, label: 'Renamed' })).toEqual({ ok: true, value: 'advisor' });
    expect(await labelsAndEntries()).toEqual({ labels: ['Renamed', 'Renamed'], entries: entries + 1 });
    // What is shown anew is shown under the rights that the action has left.
    expect(refreshed).toEqual(['rights', `/engagements/${x.engagementId}`]);
  });

  it('takes a form as it takes an object', async () => {
    const form = new FormData();
    form.set('engagementId', tenants().x.engagementId);
    form.set('label', 'From a form');
    expect(await rename(form)).toEqual({ ok: true, value: 'advisor' });
  });

  it('answers what does not parse at its fields', async () => {
    const answer = await leavingNoTrace(() => rename({ engagementId: 'x', label: '' }));
    expect(answer).toEqual({
      ok: false,
      errors: [
        { code: 'invalid', field: 'engagementId', message: 'Invalid UUID' },
        { code: 'invalid', field: 'label', message: 'Give it a name' },
      ],
    });
  });

  it.each([undefined, null, 7, 'text', [], () => 1])('refuses %s where an object is asked for', async (raw) => {
    const answer = await leavingNoTrace(() => rename(raw));
    expect(answer).toMatchObject({ ok: false, errors: [{ code: 'invalid' }] });
  });

  it('answers an input that cannot even be read by a reference', async () => {
    const unreadable = new Proxy(
      {},
      {
        get: () => {
          throw new Error('cannot be read here');
        },
      },
    );
    const answer = await leavingNoTrace(() => rename(unreadable));
    expect(answer).toMatchObject({ ok: false, errors: [{ code: 'unexpected' }] });
    expect(JSON.stringify(answer)).not.toContain('cannot be read here');
  });

  it('answers nobody, a stranger, an administrator and a missing engagement with the same words', async () => {
    const { x, y, administrator, outsider } = tenants();
    const answers = [];
    for (const person of [null, y.advisor, y.executive, administrator, outsider]) {
      asking = person;
      answers.push(await leavingNoTrace(() => rename({ engagementId: x.engagementId, label: 'Mine now' })));
    }
    asking = x.advisor;
    answers.push(await leavingNoTrace(() => rename({ engagementId: nobodysEngagement, label: 'Mine now' })));
    const notThere = failure({ code: 'not-found', message: 'There is nothing here, or it is not yours to see.' });
    expect(answers).toEqual(Array(6).fill(notThere));
    expect(logged).not.toHaveBeenCalled();
  });

  it('says to a member without the permission that it is not theirs to do', async () => {
    const { x } = tenants();
    for (const person of [x.executive, x.observer]) {
      asking = person;
      const answer = await leavingNoTrace(() => rename({ engagementId: x.engagementId, label: 'Mine now' }));
      expect(answer).toMatchObject({ ok: false, errors: [{ code: 'refused' }] });
    }
  });

  it('of the portal is refused like something that is not there', async () => {
    const { x, administrator, outsider } = tenants();
    for (const [person, code] of [
      [x.executive, 'not-found'],
      [administrator, 'not-found'],
      [null, 'not-found'],
    ] as const) {
      asking = person;
      expect(await create({})).toMatchObject({ ok: false, errors: [{ code }] });
    }
    asking = outsider;
    expect(await create({})).toEqual({ ok: true, value: null });
  });

  it('puts a domain error at its field and undoes everything, the entry too', async () => {
    const { x } = tenants();
    const answer = await leavingNoTrace(() =>
      rename({ engagementId: x.engagementId, label: 'Half done', problem: 'refuse' }),
    );
    expect(answer).toEqual(failure({ code: 'refused', message: 'That name is taken', field: 'label' }));
  });

  it('answers any other error by a reference alone, undoes everything, and logs neither message nor input', async () => {
    const { x } = tenants();
    const secret = 'the 8,642,173 we agreed on';
    const answer = await leavingNoTrace(() =>
      rename({ engagementId: x.engagementId, label: 'Half done', problem: secret }),
    );
    expect(answer).toMatchObject({
      ok: false,
      errors: [{ code: 'unexpected', reference: expect.stringMatching(/^[0-9a-f]{8}$/) }],
    });
    const { reference } = answer.ok ? {} : (answer.errors[0] ?? {});
    expect(JSON.stringify(answer)).not.toContain('8,642,173');
    expect(logged).toHaveBeenCalledTimes(1);
    const [line] = logged.mock.calls[0] ?? [];
    expect(line).toMatchObject({
      reference,
      err: { name: 'Error', code: 'XX000', stack: expect.stringContaining('    at ') },
    });
    expect(JSON.stringify(logged.mock.calls)).not.toContain('8,642,173');
    expect(JSON.stringify(logged.mock.calls)).not.toContain('Half done');
  });

  it('that the database refuses although the code allowed it is an error of ours', async () => {
    const { x } = tenants();
    const careless = defineAction({
      input: z.object({ engagementId: z.uuid() }),
      may: ({ engagementId }) => ({ engagementId, permission: 'engagement.read' }),
      run: ({ tx, input }) =>
        recordActivity(tx, {
          engagementId: input.engagementId,
          kind: 'threshold.proposed',
          subject: 's',
          wall: 'threshold',
        }),
      refresh: () => [],
    });
    asking = x.contributor;
    const answer = await leavingNoTrace(() => careless({ engagementId: x.engagementId }));
    expect(answer).toMatchObject({ ok: false, errors: [{ code: 'unexpected' }] });
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ err: { code: '42501' } });
  });
});

describe('a change based on an old version', () => {
  it('of an alternative is refused with what stands there now', async () => {
    const { x } = tenants();
    const [row] = await asOwner(
      (sql) =>
        sql`select id, version, kind from alternatives where engagement_id = ${x.engagementId} and key = 'smaller'`,
    );
    const change = { engagementId: x.engagementId, alternativeId: row?.id, kind: row?.kind };
    expect(await changeAlternative({ ...change, version: row?.version, label: 'First' })).toMatchObject({ ok: true });
    const answer = await changeAlternative({ ...change, version: row?.version, label: 'Second' });
    expect(answer).toMatchObject({
      ok: false,
      errors: [{ code: 'stale', current: { version: row?.version + 1, value: { label: 'First' } } }],
    });
  });

  it('of a line is refused with what stands there now, and of two at once one wins', async () => {
    const { x } = tenants();
    const [line] = await asOwner(
      (sql) =>
        sql`select id, version, alternative_id from lines where engagement_id = ${x.engagementId} and key = 'seats'`,
    );
    const save = (likely: number, version: number) =>
      saveLines({
        engagementId: x.engagementId,
        side: { kind: 'alternative', id: line?.alternative_id },
        edits: [{ do: 'change', lineId: line?.id, version, change: { low: likely, likely, high: likely } }],
      });
    const both = await Promise.all([save(41_000, line?.version), save(42_000, line?.version)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const late = await save(43_000, line?.version);
    expect(late).toMatchObject({ ok: false, errors: [{ code: 'stale' }] });
    const [now] = await asOwner((sql) => sql`select version from lines where id = ${line?.id}`);
    expect(late.ok ? null : late.errors[0]?.current?.version).toBe(now?.version);
  });
});
