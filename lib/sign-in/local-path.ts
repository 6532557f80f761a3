import type { Route } from 'next';

const home: Route = '/today';

/**
 * Where on this site somebody wants to go, for a redirect. Anything that could lead elsewhere, or back into signing
 * in, becomes the first page, what is due today: `//host`, `/\host`, other schemes, control characters, lists of values.
 */
export function localPath(asked: unknown): Route {
  if (typeof asked !== 'string' || asked.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return home;
  const here = 'https://here.invalid';
  if (!URL.canParse(asked, here)) return home;
  const { origin, pathname, search } = new URL(asked, here);
  const path = `${pathname}${search}`;
  return origin !== here || /^\/\/|^\/(sign-in|sign-out|api)(\/|$)/.test(pathname) ? home : (path as Route);
}
