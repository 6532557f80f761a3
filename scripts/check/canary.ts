import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Breach, breaches } from './breaches';
import type { Check, Problem } from './check';
import { importLaws } from './import-laws';
import { importsAgainst } from './imports';
import { laws } from './laws';
import { roomEdges } from './room-edges';
import { projectFiles } from './sources';

/**
 * Plants a breach of every law in a copy of the project and demands that its check names it; then shows each check
 * an empty folder, because a checker that sees nothing passes everything. Returns what went unnoticed.
 */
export async function canary(root: string, checks: readonly Check[]): Promise<readonly string[]> {
  const copy = temporaryFolder();
  const empty = temporaryFolder();
  copyProject(root, copy);
  symlinkSync(join(root, 'node_modules'), join(empty, 'node_modules'), 'junction');
  const planted = Object.values(breaches).flat();
  for (const breach of planted) plant(copy, breach);
  const unnoticed = await Promise.all(
    checks.map(async (check) => {
      const wanted = breaches[check.name] ?? [];
      if (wanted.length === 0) return [`${check.name}: no breach is planted for it`];
      const found = await check.run(copy);
      return [
        ...wanted
          .filter((breach) => !names(found, breach))
          .map(({ law, file }) => `${check.name}: ${law} let ${file} pass`),
        ...((await isContentWith(check, empty)) ? [`${check.name}: saw nothing, and passed it`] : []),
      ];
    }),
  );
  return [...unnoticed.flat(), ...unplantedLaws(), ...(await staleEdge(root))];
}

function names(found: readonly Problem[], { law, file }: Breach): boolean {
  // A cycle is named once, from wherever it was entered.
  return found.some((problem) => problem.law === law && (problem.file === file || problem.message.includes(file)));
}

async function isContentWith(check: Check, folder: string): Promise<boolean> {
  try {
    return (await check.run(folder)).length === 0;
  } catch {
    return false;
  }
}

/** A law of ours that nobody breaks here has not been seen to fail. */
function unplantedLaws(): string[] {
  const planted = new Set(Object.values(breaches).flatMap((list) => list.map(({ law }) => law)));
  const known = [...importLaws.map(({ name }) => String(name)), ...Object.keys(laws)];
  return known.filter((law) => !planted.has(law)).map((law) => `no breach is planted of ${law}`);
}

/** An edge on the map that nobody goes is as wrong as one that is missing. */
async function staleEdge(root: string): Promise<string[]> {
  const found = await importsAgainst({ ...roomEdges, canary: ['model'] }).run(root);
  return found.some(({ message }) => message.startsWith('canary → model')) ? [] : ['import laws: a stale edge passed'];
}

function copyProject(root: string, copy: string): void {
  for (const path of projectFiles(root)) {
    if (path.startsWith('lib/model/vectors/')) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(resolve(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
}

function plant(copy: string, { file, text, appended, beside = {} }: Breach): void {
  for (const [path, content] of Object.entries({ ...beside, ...(appended ? {} : { [file]: text }) })) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  }
  if (appended) appendFileSync(join(copy, file), text);
}

const folders: string[] = [];

/** Gone when the process is, also after Ctrl-C. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'walk-position-canary-'));
  folders.push(folder);
  return folder;
}

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
