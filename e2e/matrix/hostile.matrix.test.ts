import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { tenants } from '@/db/testing/tenants';
import { actions } from '@/lib/access/endpoints';
import { ask, call, codeOf } from './ask';
import { type ActionEndpoint, discoverActions } from './discover';
import { inputs } from './inputs';
import { admits, everybody, fresh, type Who } from './people';
import { amountsIn } from './secrets';

/** Every action called as no page calls it, by somebody whom the table lets in. */

const here = () => tenants().y;
const there = () => tenants().x;

const offered = new Map(discoverActions().map((action) => [action.key, action]));
const reachable = Object.entries(actions).flatMap(([name, rule]) => {
  const action = offered.get(name.split(' ')[0] ?? '');
  const who = everybody.find((one) => admits(rule, one));
  return action && who ? [{ name, action, who }] : [];
});

async function prepared(name: string, who: Who, tenant = here()) {
  const caller = await fresh(who, { here: here(), elsewhere: there() });
  const { person } = caller;
  if (!person) throw new Error('Somebody signed in was asked for');
  const input = await inputs[name]?.({ tenant, person });
  if (!input) throw new Error(`There is no input for ${name}`);
  return { caller, input: input.with };
}

const calmly = async (action: ActionEndpoint, input: unknown, caller: Parameters<typeof call>[2]) => {
  const answer = await call(action, input, caller, here());
  // An error of ours is one we had not thought of.
  expect(['unexpected', 'no answer']).not.toContain(codeOf(answer));
  expect(answer.status).toBeLessThan(500);
  return answer;
};

type Path = readonly (string | number)[];

/** The places in an input where somebody could have typed a text. */
function texts(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}

describe.each(reachable)('$name', ({ name, action, who }) => {
  it('is not called from a page of another site', async () => {
    const { caller, input } = await prepared(name, who);
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const answer = await call(action, input, caller, { ...here(), headers });
    expect(answer.result).toBeNull();
    expect(answer.leadsTo).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a number', 7],
    ['a list', [[]]],
    ['a key nobody asked for', { __proto__: { polluted: true }, constructor: 1 }],
  ])('refuses %s', async (_, input) => {
    const { caller } = await prepared(name, who);
    expect(codeOf(await calmly(action, input, caller))).not.toBe('not-found');
  });

  it('refuses control characters, halves of characters and overrides of the writing direction in any text', async () => {
    const { caller, input } = await prepared(name, who);
    for (const path of texts(input)) {
      for (const hidden of ['a\u0000b', 'a\u202eb', 'a\ud800b']) {
        expect(codeOf(await calmly(action, withAt(input, path, hidden), caller)), path.join('.')).not.toBe('ok');
      }
    }
  });

  it('refuses a text of 200,000 characters, and lists and objects where a text belongs', async () => {
    const { caller, input } = await prepared(name, who);
    for (const path of texts(input)) {
      for (const put of ['x'.repeat(200_000), ['x'], { x: 'x' }]) {
        expect(codeOf(await calmly(action, withAt(input, path, put), caller)), path.join('.')).not.toBe('ok');
      }
    }
  });

  it('answers the ids of another engagement as it answers ids that are nowhere', async () => {
    const { caller, input } = await prepared(name, who, there());
    if (typeof input !== 'object' || input === null || !('engagementId' in input)) return;
    const mixed = JSON.stringify({ ...input, engagementId: here().engagementId });
    const foreign = new Set(mixed.match(uuids)?.filter((id) => id !== here().engagementId));
    if (foreign.size === 0) return;
    const nowhere = [...foreign].reduce((text, id) => text.replaceAll(id, randomUUID()), mixed);
    const answers = [];
    for (const asked of [mixed, nowhere]) {
      const { result } = await calmly(action, JSON.parse(asked), caller);
      answers.push(JSON.stringify(result).replace(uuids, 'ID'));
    }
    expect(answers[0]).toBe(answers[1]);
  });
});

const uuids = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

describe('a request', () => {
  it('of eleven megabytes is refused before it is read', async () => {
    const caller = await fresh(everybody[0] as Who, { here: here(), elsewhere: there() });
    const action = offered.get('lib/engagements/actions.ts#importEngagement') as ActionEndpoint;
    const answer = await call(action, { client: 'Large', file: 'x'.repeat(11_000_000) }, caller, here());
    expect(answer.result).toBeNull();
  });

  it('for an action that is not there does nothing', async () => {
    const caller = await fresh(everybody[0] as Who, { here: here(), elsewhere: there() });
    const action = { key: '', page: '/engagements', id: '40'.padEnd(42, '0') };
    const answer = await call(action, {}, caller, here());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.result).toBeNull();
  });

  it('that posts a form from another site signs nobody in or out', async () => {
    const caller = await fresh(everybody[0] as Who, { here: here(), elsewhere: there() });
    const headers = {
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    };
    for (const path of ['/sign-out', '/sign-in/demo']) {
      const answer = await ask(path, caller, {
        method: 'POST',
        headers,
        body: 'email=ines.halder@northgate-advisory.example',
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect((await ask('/account', caller)).status).toBe(200);
  });
});

describe('the log of all this', () => {
  it('holds no amount, no address, no token and nothing that was typed', () => {
    const written = readFileSync(inject('portal').log, 'utf8');
    expect(amountsIn(written, here())).toEqual([]);
    expect(amountsIn(written, there())).toEqual([]);
    expect(written).not.toMatch(/@(matrix|tenants)\.example|[0-9a-f]{64}|A new client|Another line/);
  });
});
