import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The port of the server that runs on this data, whoever started it; null where none does. A number in the pid file
 * that is another program's by now, or nobody's but not yet buried, would keep a server from starting: it is removed.
 */
export function runningPort(data: string): number | null {
  const pidFile = join(data, 'postmaster.pid');
  const [pid, , , port] = linesOf(pidFile);
  if (isPostgres(Number(pid))) return Number(port);
  rmSync(pidFile, { force: true });
  return null;
}

function linesOf(pidFile: string): string[] {
  try {
    return readFileSync(pidFile, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return /postgres/.test(describe(pid));
  } catch {
    return false;
  }
}

/** The program's name, empty for a process that has ended. */
function describe(pid: number): string {
  switch (process.platform) {
    case 'linux': {
      const [, name = '', state] = /\((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return state === 'Z' ? '' : name;
    }
    case 'win32':
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8', windowsHide: true });
    default: {
      const found = execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
      return found.startsWith('Z') ? '' : found;
    }
  }
}
