import { describe, expect, it } from 'vitest';
import { discoverActionExports, discoverPages, discoverRoutes } from '@/e2e/matrix/discover';
import { actions, pages, routes } from './endpoints';

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const functionsOf = (names: readonly string[]) => names.map((name) => name.split(' ')[0] ?? '');

describe('what answers over HTTP', () => {
  it('is, of the pages, what the sources hold', () => {
    expect(sorted(Object.keys(pages))).toEqual(sorted(discoverPages()));
  });

  it('is, of the routes, what the sources hold', () => {
    expect(sorted(Object.keys(routes))).toEqual(sorted(discoverRoutes()));
  });

  it('is, of the actions, every export of every file of actions', () => {
    expect(sorted(functionsOf(Object.keys(actions)))).toEqual(sorted(discoverActionExports()));
  });
});
