// The serving process: Next behind one HTTP server. Its parent tells it where; a parent that is gone ends it.
import type { RequestListener } from 'node:http';
import next from 'next';
import { createPortalServer, type Edge } from './edge.ts';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT);
const dev = process.env.NODE_ENV !== 'production';
const edge: Edge = {
  origin: new URL(process.env.AUTH_URL ?? `http://localhost:${port}`),
  port,
  proxies: Number(process.env.TRUST_PROXY ?? 0),
};

// After an action that leads elsewhere Next fetches that page from itself: from here, not by way of the proxy.
const within = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host;
if (!dev) process.env.__NEXT_PRIVATE_ORIGIN = `http://${within.includes(':') ? `[${within}]` : within}:${port}`;

let handle: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '1' }).end('Starting');
const server = createPortalServer(edge, (request, response) => handle(request, response));
server.on('error', (error: NodeJS.ErrnoException) => {
  const failed = error.code === 'EADDRINUSE' ? `Port ${port} is in use by something else.` : error.message;
  process.send?.({ failed }, () => process.exit(1));
});

// Listening comes first: a port that is taken is known before anything is loaded.
await new Promise<void>((done) => server.listen(port, host, done));
const app = next({
  dev,
  dir: process.cwd(),
  hostname: host === '127.0.0.1' ? 'localhost' : host,
  port,
  httpServer: server,
  quiet: true,
});
await app.prepare();
handle = app.getRequestHandler();
process.send?.({ ready: true });

/** What the bundle asked to be waited for (lib/server/stopping.ts): event streams end, jobs under way finish. */
function stopsOfTheBundle(): Promise<void>[] {
  const registered = (globalThis as { [name: symbol]: Set<() => Promise<void>> | undefined })[
    Symbol.for('walk-position.stops')
  ];
  return [...(registered ?? [])].map((end) => end());
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const stops = stopsOfTheBundle();
  // Requests under way get a moment; streams would keep the process for ever.
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
  await closed;
  await Promise.race([Promise.allSettled(stops), new Promise((done) => setTimeout(done, 5_000))]);
  await Promise.race([app.close(), new Promise((done) => setTimeout(done, 1_000))]);
  process.exit(0);
}
process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', () => {});
