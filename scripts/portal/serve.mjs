// The serving process: Next behind one HTTP server. Its parent tells it where; a parent that is gone ends it.
import { createServer } from 'node:http';
import next from 'next';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT);
const dev = process.env.NODE_ENV !== 'production';

let handle = (_, response) => response.writeHead(503, { 'retry-after': '1' }).end('Starting');
const server = createServer((request, response) => handle(request, response));
server.on('error', (error) => {
  const failed = error.code === 'EADDRINUSE' ? `Port ${port} is in use by something else.` : error.message;
  process.send?.({ failed }, () => process.exit(1));
});

// Listening comes first: a port that is taken is known before anything is loaded.
await new Promise((done) => server.listen(port, host, done));
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

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  // What lib/server/stopping.ts was told of: event streams end, jobs under way finish.
  const stops = [...(globalThis[Symbol.for('walk-position.stops')] ?? [])].map((end) => end());
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
