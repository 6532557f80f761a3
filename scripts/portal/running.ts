import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who serves from this data folder, so that a second start can say where. */
type Running = { readonly pid: number; readonly address: string };

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

function written(dataDir: string): Running | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Running;
  } catch {
    return null;
  }
}

/** The other portal that runs already, if one does: its process lives, and it is not merely a number used again. */
export function runningPortal(dataDir: string): Running | null {
  const running = written(dataDir);
  if (!running || running.pid === process.pid) return null;
  try {
    process.kill(running.pid, 0);
  } catch (error) {
    // Somebody else's process is alive all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  const commandLine = `/proc/${running.pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('portal.ts') ? running : null;
}

/** Claims the data folder for this process. False where another start was quicker. */
export async function claim(dataDir: string, address: string): Promise<boolean> {
  const file = fileIn(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  if (!runningPortal(dataDir)) rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, address } satisfies Running), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  // Two that find the same leftover may both have removed it: the last to write has the folder.
  await pause(50);
  return written(dataDir)?.pid === process.pid;
}

export function release(dataDir: string): void {
  if (written(dataDir)?.pid === process.pid) rmSync(fileIn(dataDir), { force: true });
}

/** A sentence for whoever starts it a second time. */
export async function whereItRuns(dataDir: string): Promise<string> {
  const address = written(dataDir)?.address ?? 'another address';
  const serves = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
  return serves
    ? `Walk Position is already running at ${address}`
    : `Walk Position is already being started; it will be at ${address}`;
}
