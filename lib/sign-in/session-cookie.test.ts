import { beforeEach, describe, expect, it, vi } from 'vitest';

let origin = '';
const jar = new Map<string, { value: string; options: object }>();

vi.mock('@/lib/server/environment', () => ({ environment: () => ({ origin }) }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: object) => jar.set(name, { value, options }),
  }),
}));

const { dropSession, keepSession, presentedToken } = await import('@/lib/sign-in/session-cookie');

const token = 'a1'.repeat(32);
const opened = { token, expiresAt: new Date('2026-12-02T00:00:00Z') };

beforeEach(() => jar.clear());

describe('the session’s cookie', () => {
  it('behind TLS is bound to this very host, and travels safely only', async () => {
    origin = 'https://portal.example';
    await keepSession(opened);
    expect(jar.get('__Host-walk-session')).toEqual({
      value: token,
      options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/', expires: opened.expiresAt },
    });
    expect(await presentedToken()).toBe(token);
  });

  it('on loopback without TLS does without the prefix, which a browser would refuse', async () => {
    origin = 'http://localhost:3000';
    await keepSession(opened);
    expect(jar.get('walk-session')?.options).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
      path: '/',
    });
  });

  it('behind TLS is not taken from a cookie that anybody could have set', async () => {
    origin = 'https://portal.example';
    jar.set('walk-session', { value: token, options: {} });
    expect(await presentedToken()).toBeUndefined();
  });

  it.each(['', 'x', `${token}a`, token.toUpperCase(), `${token.slice(1)}'`])(
    'is nothing when it holds %j',
    async (value) => {
      origin = 'http://localhost:3000';
      jar.set('walk-session', { value, options: {} });
      expect(await presentedToken()).toBeUndefined();
    },
  );

  it('is emptied at the end, under the same name', async () => {
    origin = 'https://portal.example';
    await keepSession(opened);
    await dropSession();
    expect(jar.get('__Host-walk-session')).toMatchObject({
      value: '',
      options: { maxAge: 0, secure: true, path: '/' },
    });
  });
});
