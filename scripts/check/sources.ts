import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is not ours to check: brought, built, or written while running. */
const foreign = new Set([
  'node_modules',
  '.git',
  '.next',
  '.data',
  '.cache',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
]);

/** Every file of the project, by its path inside it with forward slashes. */
export function projectFiles(root: string, folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !foreign.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .flatMap((entry: Dirent) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? projectFiles(root, path) : [path];
    });
}

const code = /\.(tsx?|mjs)$/;

/** The files that are written in TypeScript or JavaScript. */
export function codeFiles(root: string): readonly string[] {
  return projectFiles(root).filter((path) => code.test(path));
}

/** Tests may reach for more than what they test. */
export function isTest(path: string): boolean {
  return /\.test\.(tsx?|mjs)$/.test(path) || path.startsWith('e2e/') || path.includes('/testing/');
}

export function textAt(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
