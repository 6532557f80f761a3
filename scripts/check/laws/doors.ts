import type { Problem } from '../check';
import { codeFiles, isTest } from '../sources';
import { nameOf, syntaxOf, walk } from '../syntax';

const law = 'doors';

/** Doors that open on more than one person's own: who may use them, by the beginning of the path. */
const wide: Readonly<Record<string, readonly string[]>> = {
  asSystem: [
    'app/(auth)/',
    'lib/sign-in/',
    'lib/invitations/',
    'lib/server/actor.ts',
    'lib/live/rights-stream.ts',
    'lib/live/stream.ts',
  ],
  asJob: ['lib/mail/', 'lib/operations/', 'lib/server/rate-limits.ts'],
  limitStore: ['lib/server/rate-limits.ts'],
};

/** A room opens its own people's door; the wide ones are for sign-in and for what works in the background. */
export function doors(root: string): Problem[] {
  return codeFiles(root)
    .filter((path) => /^(app|components|lib)\//.test(path) && !isTest(path))
    .flatMap((file) => {
      const { module, lineOf } = syntaxOf(root, file);
      return [...walk(module)].flatMap(([node]): Problem[] => {
        if (node.type !== 'ImportSpecifier') return [];
        const name = nameOf(node.imported) || nameOf(node.local);
        const allowed = wide[name];
        if (!allowed || allowed.some((place) => file.startsWith(place))) return [];
        return [{ file, line: lineOf(node), law, message: `${name} is not for this room` }];
      });
    });
}
