import type { Problem } from '../check';
import { codeFiles, textAt } from '../sources';

const law = 'marks';

/** Spelt with brackets, so that this file does not find itself. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/, 'work left for later'],
  [/@ts-(ignor[e]|expect-erro[r]|nochec[k])/, 'silences the compiler'],
  [/(biome-ignor[e]|eslint-disabl[e])/, 'silences the linter'],
  [
    /\b(describe|it|test)(\.\w+)*\.(ski[p]|onl[y]|tod[o]|fixm[e]|skipI[f]|runI[f]|fail[s]?)\b/,
    'a test that does not run',
  ],
  [/\b(xi[t]|xdescrib[e]|fi[t]|fdescrib[e])\(/, 'a test that does not run'],
];

/** Nothing is put off, nothing is silenced, no test is left out. */
export function marks(root: string): Problem[] {
  return codeFiles(root).flatMap((file) =>
    textAt(root, file)
      .split('\n')
      .flatMap((text, index) =>
        forbidden
          .filter(([pattern]) => pattern.test(text))
          .map(([pattern, message]) => ({
            file,
            line: index + 1,
            law,
            message: `${message}: ${pattern.exec(text)?.[0]}`,
          })),
      ),
  );
}
