import { describe, expect, it } from 'vitest';
import { actions, pages, routes } from '@/lib/access/endpoints';
import { discoverActionExports, discoverActions, discoverPages, discoverRoutes } from './discover';
import { inputs, posts } from './inputs';

const keyOf = (name: string) => name.split(' ')[0] ?? '';
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('what answers over HTTP is known to lib/access/endpoints.ts', () => {
  it('every page of the sources, and no other', () => {
    expect(sorted(discoverPages())).toEqual(sorted(Object.keys(pages)));
  });

  it('every route of the sources, and no other', () => {
    expect(sorted(discoverRoutes())).toEqual(sorted(Object.keys(routes)));
  });

  it('every action of the build', () => {
    const known = new Set(Object.keys(actions).map(keyOf));
    expect(discoverActions().filter(({ key }) => !known.has(key))).toEqual([]);
  });

  it('every export of a file of actions, and no other', () => {
    expect(sorted(discoverActionExports())).toEqual(sorted(Object.keys(actions).map(keyOf)));
  });

  it('every route that is not only read has something to post to it', () => {
    expect(sorted(Object.keys(posts))).toEqual(
      sorted(Object.keys(routes).filter((route) => !/^(GET|HEAD) /.test(route))),
    );
  });

  it('every action has an input that it accepts from whoever may call it', () => {
    expect(sorted(Object.keys(inputs))).toEqual(sorted(Object.keys(actions)));
  });
});
