import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from '@/lib/sign-in/local-path';

describe('where to go after signing in', () => {
  it('is a path of this site, with its query', () => {
    expect(localPath('/engagements/42/people?sort=name')).toBe('/engagements/42/people?sort=name');
    expect(localPath('/account')).toBe('/account');
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    'https://evil.example',
    'HTTPS:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '@evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/x/..//evil.example',
    '/./\\evil.example',
    '/\u202emoc.live',
    '/é',
    '',
  ])('is the page of today instead of %j', (asked) => {
    expect(localPath(asked)).toBe('/today');
  });

  it.each(['/sign-in', '/sign-in?next=/sign-in', '/sign-in/renew', '/sign-out', '/api/health'])(
    'is never %s: that would go round in circles',
    (asked) => {
      expect(localPath(asked)).toBe('/today');
    },
  );

  it('is the page of today for what is no single text', () => {
    for (const asked of [undefined, null, 7, ['/account', '/account'], {}, `/${'x'.repeat(600)}`]) {
      expect(localPath(asked)).toBe('/today');
    }
  });

  it('never leaves the site, whatever is asked', () => {
    const here = 'https://portal.example';
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      'evil.example',
      'http:',
      '\t',
      'a',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (asked) => {
          for (const text of [asked, `/${asked}`]) {
            const path = localPath(text);
            expect(new URL(path, here).origin).toBe(here);
            expect(path).toMatch(/^\/(?![/\\])/);
          }
        },
      ),
    );
  });
});
