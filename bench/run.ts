/**
 * `npm run bench` measures every part, each a file beside this one; `npm run bench -- engine` measures one. Prints a
 * table and writes bench/results.json.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Row, tableOf } from './measuring/rows';

/** What a file of this folder exports: its rows, measured in the same run as their peers. */
type Part = { readonly measure: () => Promise<readonly Row[]> };

const folder = new URL('./', import.meta.url);
const results = new URL('results.json', folder);
const parts = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !parts.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no part called ${unknown.join(', ')}; there are: ${parts.join(', ')}`);
    return 2;
  }
  const [cpu] = cpus();
  console.log(`Node ${process.version} on ${cpus().length} × ${cpu?.model ?? 'an unknown processor'}`);
  const rows: Row[] = [];
  for (const name of wanted.length > 0 ? wanted : parts) {
    const { measure } = (await import(new URL(`${name}.ts`, folder).href)) as Part;
    const measured = await measure();
    rows.push(...measured);
    console.log(`\n${name}\n${tableOf(measured)}`);
  }
  const kept = wanted.length > 0 ? earlier().filter((old) => !rows.some(({ name }) => name === old.name)) : [];
  writeFileSync(results, `${JSON.stringify([...kept, ...rows], null, 1)}\n`);
  return 0;
}

/** The rows of the parts that are not measured this time. */
function earlier(): Row[] {
  return existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Row[]) : [];
}

process.exitCode = await main(process.argv.slice(2));
