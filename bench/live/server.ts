/** Event streams over plain HTTP, in a process of its own: the portal's, or one LISTEN connection for each. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import postgres from 'postgres';
import { asSystem } from '@/db/doors';
import { users } from '@/db/schema/people';
import { engagementStream } from '@/lib/live/stream';

/** The portal's own: any member will do, as the database decides what is sent. */
async function shared(): Promise<(response: ServerResponse) => void> {
  const [person] = await asSystem((tx) => tx.select({ userId: users.id }).from(users).limit(1));
  if (!person) throw new Error('There is nobody in the database');
  const watcher = { userId: person.userId, sessionId: crypto.randomUUID() };
  const member = { role: 'observer', negotiator: false } as const;
  return (response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const stream = engagementStream(watcher, member, crypto.randomUUID(), { after: null, signal: gone.signal });
    Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]).pipe(response);
  };
}

function own(response: ServerResponse): void {
  const client = postgres(process.env.APP_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  void client
    .listen('activity', (payload) => response.write(`data: ${payload}\n\n`))
    .then(() => response.write(': ready\n\n'));
  response.on('close', () => void client.end({ timeout: 0 }));
}

const open = process.argv[2] === 'own' ? own : await shared();
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  open(response);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on('message', () => {
  for (let sweep = 0; sweep < 4; sweep++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
