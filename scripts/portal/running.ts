import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Who serves from this data folder, so that a second start can say where. */
type Running = { readonly pid: number; readonly address: string };

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/** The portal that runs already, if one does: its process lives, and it is not merely a number used again. */
export function runningPortal(dataDir: string): Running | null {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return null;
  try {
    const running = JSON.parse(readFileSync(file, 'utf8')) as Running;
    process.kill(running.pid, 0);
    const commandLine = `/proc/${running.pid}/cmdline`;
    const ours = !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('portal.ts');
    return ours && running.pid !== process.pid ? running : null;
  } catch {
    return null;
  }
}

/** Claims the data folder for this process. False where another start was quicker. */
export function claim(dataDir: string, address: string): boolean {
  const file = fileIn(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  if (!runningPortal(dataDir)) rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, address } satisfies Running), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

export function release(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}
