import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDoors } from '@/db/doors';
import { startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import { seedDemoOnce } from '@/scripts/demo/seed';
import { type Row, rowOf } from './measuring/rows';

const secret = 's'.repeat(32);

/** What an open event stream costs the serving process while nothing happens. */
export async function measure(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-bench-'));
  // PostgreSQL runs as another account where this runs as root: it must reach its data.
  chmodSync(dir, 0o711);
  const database = await startDatabase(dir);
  try {
    const { appUrl, authUrl, jobUrl } = await prepareDatabase({ ownerUrl: database.url, secret });
    const addresses = { APP_DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, JOB_DATABASE_URL: jobUrl };
    Object.assign(process.env, addresses);
    await seedDemoOnce(database.url);
    await closeDoors();
    return [
      rowOf({
        name: 'Memory of an idle event stream',
        unit: 'KB',
        ours: await kilobytesPerStream('shared', 500),
        peer: await kilobytesPerStream('own', 40),
        peerName: 'a LISTEN connection for each stream, as postgres.js shows it',
        aim: 2,
      }),
    ];
  } finally {
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Opens streams to a server in a process of its own, and asks it before and after what it holds once swept. */
async function kilobytesPerStream(kind: 'shared' | 'own', streams: number): Promise<number> {
  const server = fork('bench/live/server.ts', [kind], {
    execArgv: ['--expose-gc', '--import', 'tsx', '--import', './scripts/server-only.mjs'],
    env: { ...process.env, AUTH_SECRET: secret, AUTH_URL: 'http://localhost:3000' },
  });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  const held = async () => {
    server.send('measure');
    return ((await once(server, 'message')) as [number])[0];
  };
  const open = async () => {
    const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
    await once(response, 'data');
    return response;
  };
  // The first ones load what all share.
  const warm = await Promise.all([open(), open(), open()]);
  const before = await held();
  const opened: IncomingMessage[] = [];
  while (opened.length < streams) opened.push(...(await Promise.all([open(), open(), open(), open()])));
  const after = await held();
  for (const response of [...warm, ...opened]) response.destroy();
  server.kill();
  await once(server, 'exit');
  return (after - before) / opened.length / 1024;
}
