import type { Problem } from '../check';
import { codeFiles, textAt } from '../sources';

const law = 'lengths';
const lines = 320;

/** Files that are longer because they do one thing that is long, each with what that is. */
const long: Readonly<Record<string, string>> = {
  'lib/lines/bench.test.ts': 'every way in which a draft meets what the server holds',
  'lib/lines/lines.db.test.ts': 'every way in which lines are written, by either gate',
  'e2e/alternative.spec.ts': 'every journey through one room',
};

/** A file past about three hundred lines is asking to be two. */
export function lengths(root: string): Problem[] {
  return codeFiles(root)
    .map((file) => ({ file, count: textAt(root, file).trimEnd().split('\n').length }))
    .filter(({ file, count }) => count > lines && !(file in long))
    .map(({ file, count }) => ({ file, law, message: `${count} lines, and ${lines} are plenty` }));
}
