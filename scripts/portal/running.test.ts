import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claim, release, runningPortal, whereItRuns } from '@/scripts/portal/running';

let dir: string;
const address = 'http://localhost:1';
const leave = (pid: number) => writeFileSync(join(dir, 'running.json'), JSON.stringify({ pid, address }));

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'walk-position-running-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('one portal for one data folder', () => {
  it('is claimed once, and again when it was released', async () => {
    expect(await claim(dir, address)).toBe(true);
    release(dir);
    expect(await claim(dir, address)).toBe(true);
  });

  it('is free where the process that had it is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => gone.once('exit', done));
    leave(gone.pid ?? 0);
    expect(runningPortal(dir)).toBeNull();
    expect(await claim(dir, address)).toBe(true);
  });

  it('is free where its number belongs to another program now', async () => {
    leave(process.ppid);
    expect(runningPortal(dir)).toBeNull();
  });

  it('is free where the file says nothing', async () => {
    writeFileSync(join(dir, 'running.json'), '');
    expect(await claim(dir, address)).toBe(true);
  });

  it('says that it is on its way where nobody answers yet', async () => {
    leave(process.pid);
    expect(await whereItRuns(dir)).toBe(`Walk Position is already being started; it will be at ${address}`);
  });
});
