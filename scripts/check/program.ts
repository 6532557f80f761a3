import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string };

/** A script of an installed package, by its path in node_modules. */
export function installed(path: string): string {
  return join(resolve('node_modules'), path);
}

/** Runs a JavaScript program on this Node, in `root`, and waits for it. */
export function runProgram(root: string, script: string, args: readonly string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => errors.push(chunk));
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }),
    );
  });
}
