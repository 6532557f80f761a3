import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What there is to call, found in the sources and in the build; never by a list. */

const files = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

/** app/(portal)/engagements/[engagementId]/page.tsx → /engagements/[engagementId] */
const pathOfFile = (file: string) =>
  file
    .replace(/^app/, '')
    .replace(/\/\([^/]+\)/g, '')
    .replace(/\/(page|route)(\.tsx?)?$/, '') || '/';

/** A path with its parameters filled in. */
export const pathOf = (pattern: string, engagementId: string, others: Readonly<Record<string, string>> = {}) =>
  pattern.replace('[engagementId]', engagementId).replace(/\[(\w+)\]/g, (parameter, name) => others[name] ?? parameter);

export function discoverPages(): string[] {
  return files('app', /^page\.tsx$/).map(pathOfFile);
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** The routes as "GET /path", by what their files export. */
export function discoverRoutes(): string[] {
  return files('app', /^route\.tsx?$/).flatMap((file) => {
    const exported = [...readFileSync(file, 'utf8').matchAll(/^export .*$/gm)].map(([line]) => line).join('\n');
    const offered = methods.filter((method) => new RegExp(`\\b${method}\\b`).test(exported));
    if (offered.length === 0) throw new Error(`${file} exports no method that this test can see`);
    return offered.map((method) => `${method} ${pathOfFile(file)}`);
  });
}

export type ActionEndpoint = {
  /** lib/people/actions.ts#changeMember */
  readonly key: string;
  readonly id: string;
  /** A page that offers it. */
  readonly page: string;
};

type Manifest = {
  readonly node: Record<string, { workers: Record<string, unknown>; filename?: string; exportedName?: string }>;
};

/** The actions of the build: what a request can reach. */
export function discoverActions(): ActionEndpoint[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest;
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => {
    const [worker] = Object.keys(workers).sort();
    if (!worker || !filename || !exportedName) throw new Error(`The build does not say what action ${id} is`);
    return { id, key: `${filename}#${exportedName}`, page: pathOfFile(worker) };
  });
}

/** Every export of every file that says 'use server': what a request could reach, once a page offers it. */
export function discoverActionExports(): string[] {
  return [...files('lib', /\.tsx?$/), ...files('app', /\.tsx?$/), ...files('components', /\.tsx?$/)]
    .map((file) => ({ file, source: readFileSync(file, 'utf8') }))
    .filter(({ source }) => /^['"]use server['"]/m.test(source))
    .flatMap(({ file, source }) =>
      [...source.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(([, name]) => `${file}#${name}`),
    );
}
