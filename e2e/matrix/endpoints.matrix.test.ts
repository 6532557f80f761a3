import { describe, expect, it } from 'vitest';
import { actions, routes } from '@/lib/access/endpoints';
import { discoverActions } from './discover';
import { inputs, posts } from './inputs';

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** That the table knows every page, route and action of the sources is held beside it, in lib/access. */
describe('the matrix', () => {
  it('knows every action of the build', () => {
    const known = new Set(Object.keys(actions).map((name) => name.split(' ')[0]));
    expect(discoverActions().filter(({ key }) => !known.has(key))).toEqual([]);
  });

  it('has something to post to every route that is not only read', () => {
    const posted = Object.keys(routes).filter((route) => !/^(GET|HEAD) /.test(route));
    expect(sorted(Object.keys(posts))).toEqual(sorted(posted));
  });

  it('has an input for every action, which it accepts from whoever may call it', () => {
    expect(sorted(Object.keys(inputs))).toEqual(sorted(Object.keys(actions)));
  });
});
