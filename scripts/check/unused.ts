import { z } from 'zod';
import type { Check } from './check';
import { installed, runProgram } from './program';

const named = z.array(z.object({ name: z.string(), line: z.number().optional() }));
const report = z.object({
  issues: z.array(z.looseObject({ file: z.string() })),
});

/** What nothing uses: files, exports, packages; and what is used without being there. */
export const unused: Check = {
  name: 'unused code',
  async run(root) {
    const knip = await runProgram(root, installed('knip/bin/knip.js'), ['--reporter', 'json', '--no-config-hints']);
    if (knip.code !== 0 && knip.code !== 1) throw new Error(`knip failed:\n${knip.output}${knip.errors}`);
    return report.parse(JSON.parse(knip.output)).issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, entries]) =>
        named.parse(entries).map(({ name, line }) => ({
          file,
          ...(line && { line }),
          law: `unused/${kind}`,
          message: name,
        })),
      ),
    );
  },
};
