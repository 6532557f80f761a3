import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { describeError, withoutSecrets } from './logging';

describe('an error in the log', () => {
  it('has its kind, code, digest and frames, and not its message', () => {
    const error = Object.assign(new TypeError('the threshold is 8642173', { cause: { code: '23505' } }), {
      digest: '123456789@E394',
    });
    const described = describeError(error);
    expect(described).toMatchObject({ name: 'TypeError', code: '23505', digest: '123456789@E394' });
    expect(described.stack).toMatch(/^ {4}at /);
    expect(inspect(described)).not.toContain('8642173');
  });

  it('may be anything that was thrown', () => {
    for (const thrown of [undefined, null, 'the threshold is 8642173', 8642173, { amount: 8642173 }]) {
      expect(inspect(describeError(thrown))).not.toContain('8642173');
    }
  });

  it('takes no sentence for a code', () => {
    const error = Object.assign(new Error('x'), { code: 'the threshold is 8642173', digest: { at: 8642173 } });
    expect(inspect(describeError(error))).not.toContain('8642173');
  });
});

describe('words in the log', () => {
  it.each([
    ['mail to ada.lovelace@client.example failed', 'mail to [address] failed'],
    ['params: 8642173', 'params: [number]'],
    ['EUR 8.642.173,00 a year', 'EUR [number] a year'],
    ['walk-session=0123456789abcdef0123456789abcdef', 'walk-session=[token]'],
    ['/sign-in/confirm?token=abcdefghijklmnopqrstuvwxyz', '/sign-in/confirm?token=[token]'],
    ['✓ Ready in 312ms', '✓ Ready in 312ms'],
    ['Body exceeded 10 MB limit.', 'Body exceeded 10 MB limit.'],
  ])('%j become %j', (words, expected) => {
    expect(withoutSecrets(words)).toBe(expected);
  });
});
