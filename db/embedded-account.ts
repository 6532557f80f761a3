import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** PostgreSQL refuses to run as root: then it runs as another account of the machine. */
export type Account = { readonly uid: number; readonly gid: number };

/** Whose the data is already, where that is not root's: an ordinary user started it once. */
export function ownerOf(data: string): Account | null {
  if (!existsSync(data)) return null;
  const { uid, gid } = statSync(data);
  return uid === 0 ? null : { uid, gid };
}

/** postgres or nobody, whichever the machine has: initdb wants an account with a name. */
export function unprivilegedAccount(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  if (!found) throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody"');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether any account may walk down to a folder and into it. */
export function reachable(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/**
 * Where the other account can reach, when the project lies under a folder that only root may enter. Named after the
 * cluster's password: a fresh copy of the project at the same place is another cluster.
 */
export function reachableFolder(password: string): string {
  const all = '/var/lib/walk-position';
  const folder = join(all, createHash('sha256').update(password).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  for (const path of [all, folder]) chmodSync(path, 0o711);
  return folder;
}
