import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '@/lib/model/types';
import { smallFile } from '@/lib/model-file/testing/files';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'walk position '));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

type Ran = { readonly code: number; readonly out: readonly string[]; readonly errors: readonly string[] };

/** As typed: through npm, whose own words --silent keeps away. */
function assess(...args: readonly string[]): Promise<Ran> {
  const lines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  return new Promise((done) => {
    const command = ['run', '--silent', 'assess', '--', ...args];
    execFile('npm', command, { cwd: root, shell: process.platform === 'win32' }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), out: lines(stdout), errors: lines(stderr) }),
    );
  });
}

const vector = (name: string) =>
  JSON.parse(readFileSync(new URL(`../lib/model/vectors/${name}.json`, import.meta.url), 'utf8')) as {
    model: object;
    expected: Assessment;
  };
const walk = vector('06-reading-walk');
const press = vector('07-reading-press');

describe('npm run --silent assess', { timeout: 60_000 }, () => {
  it('prints one line of JSON for each file, in order, in the shape of the worked cases', async () => {
    const { code, out, errors } = await assess(written('walk.json', walk.model), written('press.json', press.model));
    expect({ code, errors, lines: out.length }).toEqual({ code: 0, errors: [], lines: 2 });
    for (const [index, { expected }] of [walk, press].entries()) {
      const got = JSON.parse(out[index] ?? '') as Assessment;
      expect(shapeOf(got)).toEqual(shapeOf(expected));
      expect(got.reading).toEqual(expected.reading);
      expect(got.offer).toEqual(expected.offer);
    }
  });

  it('prints a page for people with --pretty', async () => {
    const { code, out, errors } = await assess('--pretty', written('walk.json', walk.model));
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    const page = out.join('\n');
    expect(page).toContain('The line: present values in EUR at 8 % over 36 months');
    expect(page).toMatch(/Offer 1 +1,903,753\.09 +[·─]+●/);
    expect(page).toMatch(/Walk\. Leaving is the right decision/);
    expect(page).toMatch(/In Microsoft’s version: Revisit\./);
    expect(page).toMatch(/Leverage: staying less leaving +597,863\.28/);
  });

  it('takes the example that the README names, the published case, and says months in words', async () => {
    const { code, out, errors } = await assess('--pretty', 'examples/munich-2012.walk-position.json');
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(JSON.parse(readFileSync(join(root, 'examples/munich-2012.walk-position.json'), 'utf8'))).toEqual(
      vector('14-munich-limux-2012').model,
    );
    expect(out.filter((line) => /^ +month +/.test(line)).join()).not.toContain('-24');
  });

  it('says how it is used where no file is named', async () => {
    expect(await assess()).toEqual({
      code: 2,
      out: [],
      errors: ['Usage: npm run --silent assess -- [--pretty] FILE…'],
    });
  });
});

describe('files that are no models', { timeout: 60_000 }, () => {
  const small = (change: object) => ({ ...smallFile(), ...change });
  const step = (id: string, after: string) => ({ id, label: id, months: 1, after: [after] });
  const circle = smallFile();
  Object.assign(circle.alternatives[0] as object, { plan: [step('a', 'b'), step('b', 'a')] });

  const bad: readonly (readonly [name: string, content: unknown, problem: string])[] = [
    [
      'misspelt.json',
      small({ discuontRate: 0.1 }),
      'discuontRate: expected no key “discuontRate”; did you mean “discountRate”?',
    ],
    [
      'february.json',
      small({ renewalDate: '2027-02-30' }),
      'renewalDate: expected a date that exists, found "2027-02-30"',
    ],
    ['circle.json', circle, 'alternatives[0].plan[0].after: expected no circle, but a → b → a wait for each other'],
    [
      'nan.json',
      JSON.stringify(smallFile()).replace('0.08', 'NaN'),
      'discountRate: expected a number, text in quotes, true, false or null, found "NaN" (line 1, column 113)',
    ],
    [
      'infinity.json',
      JSON.stringify(smallFile()).replace('0.08', '1e999'),
      'discountRate: expected a number, found Infinity',
    ],
    ['nothing.json', '', 'the file: expected JSON, but the file is empty'],
    [
      'half.json',
      JSON.stringify(smallFile()).slice(0, 40),
      'curre: expected a closing quote, found "\\"curre" (line 1, column 35)',
    ],
    [
      'garbage.json',
      Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919 + 128) % 256),
      'the file: expected text in UTF-8',
    ],
    ['zeros.json', new Uint8Array(4096), 'the file: expected a number, text in quotes, true, false or null'],
    ['deep.json', '['.repeat(1_000_000), 'the file: expected brackets at most 50 deep (line 1, column 51)'],
    ['case.json', walk, 'the file: expected a model, found one under “model”: save that part as a file of its own'],
    ['list.json', [], 'the file: expected an object, found a list'],
    [
      'two.json',
      small({ currency: 'EUX', discountRate: 6 }),
      'currency: expected an ISO 4217 currency code such as EUR, found "EUX" (and 1 more)',
    ],
  ];
  let ran: Ran;
  let paths: readonly string[];

  beforeAll(async () => {
    const huge = written('huge.json', '{');
    truncateSync(huge, 60 * 1024 * 1024);
    mkdirSync(join(folder, 'folder.json'), { recursive: true });
    paths = [
      ...bad.map(([name, content]) => written(name, content)),
      huge,
      join(folder, 'folder.json'),
      join(folder, 'none.json'),
    ];
    ran = await assess(written('good.json', smallFile()), ...paths, written('walk.json', walk.model));
  }, 60_000);

  it('make the exit code 1, and the others are still assessed', () => {
    expect(ran.code).toBe(1);
    expect(ran.out.map((line) => (JSON.parse(line) as Assessment).reading.verdict)).toEqual(['incomplete', 'walk']);
  });

  it('get one line each on stderr, never a stack', () => {
    expect(ran.errors.map((line) => line.slice(0, line.indexOf('.json') + 5))).toEqual(paths);
  });

  it.each<readonly [string, string]>([
    ...bad.map(([name, , problem]) => [name, problem] as const),
    ['huge.json', 'the file: expected at most 8 MB'],
    ['folder.json', 'the file: expected a file, found a folder'],
    ['none.json', 'the file: expected a file, there is none of that name'],
  ])('%s: %s', (name, problem) => {
    const line = ran.errors.find((error) => error.startsWith(join(folder, name)));
    expect(line?.slice(join(folder, name).length + 2)).toMatch(startOf(problem));
  });
});

/** The keys of a result and the kinds of its values, in lists by their first. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
