import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A server whose parent was killed takes a moment to notice. */
const patienceMs = 6_000;

/** Waits until the port can be listened on. Throws, in a sentence, where it stays taken. */
export async function waitForPort(
  { host, port }: { readonly host: string; readonly port: number },
  report: (message: string) => void,
): Promise<void> {
  for (let waited = 0; !(await isFree(host, port)); waited += 200) {
    if (waited === 0) report(`Port ${port} is taken; waiting a moment …`);
    if (waited >= patienceMs) {
      throw new Error(`Port ${port} is in use by something else. Choose another: PORT=${port + 1} npm start`);
    }
    await pause(200);
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error)));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
}
