import { describe, expect, it } from 'vitest';
import { settingsFrom } from '@/scripts/portal/settings';

const secret = 'x'.repeat(32);
const settings = (env: Record<string, string>) => settingsFrom({ NODE_ENV: 'test', AUTH_SECRET: secret, ...env });

describe('settings', () => {
  it('is the demo on loopback, port 3000, where nothing is said', () => {
    expect(settings({})).toMatchObject({ demo: true, host: '127.0.0.1', port: 3000, origin: 'http://localhost:3000' });
  });

  it.each(['off', 'OFF', '0', 'no', 'false'])('has no demo with DEMO=%s', (DEMO) => {
    expect(settings({ DEMO }).demo).toBe(false);
  });

  it('has no demo on a PostgreSQL of one’s own', () => {
    const DATABASE_URL = 'postgres://owner@db.example/portal';
    expect(settings({ DATABASE_URL, AUTH_URL: 'https://portal.example/' })).toMatchObject({
      demo: false,
      databaseUrl: DATABASE_URL,
      origin: 'https://portal.example',
    });
  });

  it.each([{ HOST: '0.0.0.0' }, { HOST: '::' }, { HOST: '192.0.2.7' }, { AUTH_URL: 'https://portal.example' }])(
    'refuses the demo at a public address: %o',
    (env) => {
      expect(() => settings(env)).toThrow('refuses a public address');
      expect(settings({ ...env, DEMO: 'off' }).demo).toBe(false);
    },
  );

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: 'three' }, 'PORT'],
    [{ AUTH_URL: 'nowhere' }, 'AUTH_URL'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
    [{ DATABASE_URL: 'mysql://somewhere/else' }, 'DATABASE_URL'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '-1' }, 'TRUST_PROXY'],
  ])('names the variable that cannot be: %o', (env, variable) => {
    expect(() => settings(env)).toThrow(variable);
  });
});
