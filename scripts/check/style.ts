import { z } from 'zod';
import type { Check } from './check';
import { installed, runProgram } from './program';

const report = z.object({
  summary: z.object({ changed: z.number(), unchanged: z.number() }),
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }).optional() }),
    }),
  ),
});

/** Lint and format, warnings included. `npm run format` mends what can be mended. */
export const style: Check = {
  name: 'lint and format',
  async run(root) {
    const args = ['check', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings', '.'];
    const biome = await runProgram(root, installed('@biomejs/biome/bin/biome'), args);
    const parsed = report.safeParse(jsonIn(biome.output));
    if (!parsed.success) throw new Error(`biome failed:\n${biome.output}${biome.errors}`);
    if (parsed.data.summary.unchanged === 0) throw new Error('biome saw no file');
    return parsed.data.diagnostics.map(({ category, message, location }) => ({
      file: location.path,
      ...(location.start && { line: location.start.line }),
      law: category,
      message: category === 'format' ? 'is not formatted: npm run format' : message,
    }));
  },
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
