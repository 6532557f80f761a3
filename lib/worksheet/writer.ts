import 'server-only';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Asked, Written } from '@/lib/worksheet/writing';

/**
 * Writing a worksheet keeps a processor busy for half a second or more, so it is done on a thread of its own: whoever
 * else is served meanwhile does not wait for it. One thread, one after the other; it ends when nothing has been asked
 * of it for a minute.
 */

export const worksheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Waiting = { readonly done: (bytes: Uint8Array<ArrayBuffer>) => void; readonly fail: (error: Error) => void };

let thread: Worker | undefined;
let resting: NodeJS.Timeout | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** The bytes of the worksheet that is asked for. */
export function writeWorksheet(what: Asked): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(resting);
  thread ??= started();
  const id = ++asked;
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  waiting.set(id, { done: resolve, fail: reject });
  thread.ref();
  thread.postMessage({ id, what });
  return promise;
}

/** Written in TypeScript and outside the bundle, as commands are; so it is run as they are. */
function started(): Worker {
  const file = pathToFileURL(join(process.cwd(), 'lib', 'worksheet', 'writing.ts'));
  const running = new Worker(/* turbopackIgnore: true */ file, {
    execArgv: ['--import', 'tsx', '--import', './scripts/server-only.mjs'],
  });
  running.on('message', ({ id, bytes, problem }: Written) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (bytes) asker?.done(bytes);
    else asker?.fail(new Error(problem));
    if (waiting.size > 0) return;
    // A thread that waits keeps no process alive.
    running.unref();
    resting = setTimeout(() => {
      thread = undefined;
      void running.terminate();
    }, 60_000);
    resting.unref();
  });
  running.on('error', (error) => ended(running, error instanceof Error ? error : new Error(String(error))));
  running.on('exit', () => ended(running, new Error('The thread that writes worksheets ended')));
  return running;
}

function ended(running: Worker, error: Error): void {
  if (thread !== running) return;
  thread = undefined;
  for (const { fail } of waiting.values()) fail(error);
  waiting.clear();
}
