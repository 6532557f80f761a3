/** npm run check: everything that can be said about the sources without running them. Ends with a sum. */
import { canary } from './check/canary';
import { type Check, textOf } from './check/check';
import { imports } from './check/imports';
import { ownLaws } from './check/laws';
import { style } from './check/style';
import { types } from './check/types';
import { unused } from './check/unused';

const checks: readonly Check[] = [types, style, unused, imports, ownLaws];
const root = process.cwd();

let passed = 0;
let failed = 0;

async function report(name: string, run: () => Promise<readonly string[]>): Promise<void> {
  const began = Date.now();
  const lines = await run().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
  console.log(`${lines.length === 0 ? '✓' : '✗'} ${seconds} s  ${name}`);
  for (const line of lines) console.log(`    ${line}`);
  if (lines.length === 0) passed++;
  else failed++;
}

for (const check of checks) {
  await report(check.name, async () => (await check.run(root)).map(textOf));
}
await report('canary: each law has been seen to fail', () => canary(root, checks));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
