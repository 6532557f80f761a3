import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What the request itself may do, and what waits until its answer has gone out. */
const later: (() => unknown)[] = [];
const lookedUp: string[] = [];

vi.mock('next/server', () => ({ after: (work: () => unknown) => later.push(work) }));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error('redirected'), { to });
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Error && 'to' in error) throw error;
  },
}));
vi.mock('@/lib/sign-in/mail', () => ({ mailSignInLink: ({ email }: { email: string }) => lookedUp.push(email) }));
vi.mock('@/lib/sign-in/oidc', () => ({}));
vi.mock('@/lib/server/rate-limits', () => ({ takeFromLimit: async () => {} }));
vi.mock('@/db/doors', () => ({
  asSystem: () => {
    throw new Error('the database was asked');
  },
}));

const { requestSignIn } = await import('@/lib/sign-in/actions');

beforeEach(() => {
  later.length = 0;
  lookedUp.length = 0;
});

const form = (fields: readonly (readonly [string, string])[]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const answerTo = (fields: readonly (readonly [string, string])[]) =>
  requestSignIn(form(fields)).catch((error: { to?: string }) => error.to);

describe('asking for a sign-in link', () => {
  it('answers everybody alike, and looks nobody up before the answer has gone out', async () => {
    for (const email of ['marta@averna.example', 'stranger@elsewhere.example']) {
      expect(
        await answerTo([
          ['email', email],
          ['next', '/account'],
        ]),
      ).toBe('/sign-in/check');
    }
    expect(lookedUp).toEqual([]);
    for (const work of later) await work();
    expect(lookedUp).toEqual(['marta@averna.example', 'stranger@elsewhere.example']);
  });

  it('takes an address as typed, and tells at its field what is none', async () => {
    expect(await answerTo([['email', '  Marta@Averna.EXAMPLE ']])).toBe('/sign-in/check');
    for (const typed of [
      '',
      'marta',
      'marta@',
      'a@b.example\nbcc: c@d.example',
      `${'m'.repeat(10_000_000)}@averna.example`,
      '\u202emarta@averna.example',
    ]) {
      expect(await answerTo([['email', typed]])).toMatchObject({
        ok: false,
        errors: [{ code: 'invalid', field: 'email' }],
      });
    }
    expect(await answerTo([])).toMatchObject({ errors: [{ field: 'email', message: 'Write one e-mail address' }] });
  });

  it('refuses a field that was sent twice instead of choosing one', async () => {
    const twice = [
      ['email', 'marta@averna.example'],
      ['email', 'paul@averna.example'],
    ] as const;
    expect(await answerTo(twice)).toMatchObject({ errors: [{ field: 'email', message: 'Write one e-mail address' }] });
    expect(later).toEqual([]);
  });

  it('is not led astray by fields nobody asked for', async () => {
    expect(
      await answerTo([
        ['email', 'marta@averna.example'],
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ).toBe('/sign-in/check');
  });
});
