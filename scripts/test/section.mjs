// Running the parts of `npm test`: node: imports only, on any Node from 20 on.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const children = new Set();

/** Runs a program with its output shown line by line under its name. Resolves with its exit code and what it wrote. */
export function runUnder(name, program, args, options) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (stream === child.stdout) output += `${line}\n`;
        console.log(`${name.padStart(9)} │ ${line}`);
      });
    }
    child.on('error', (error) => {
      console.log(`${name.padStart(9)} │ ${error.message}`);
      children.delete(child);
      done({ code: 1, output });
    });
    child.on('close', (code) => {
      children.delete(child);
      done({ code, output });
    });
  });
}

/** Asks every running part to stop, and waits until it has. */
export async function stopEverything() {
  await Promise.all(
    [...children].map((child) => {
      const gone = new Promise((done) => child.once('close', done));
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      return gone.finally(() => clearTimeout(late));
    }),
  );
}

/** The shell's environment without what would turn the tests to another database, address or mode. */
export function environmentForTests(more = {}) {
  const portals =
    /^(NODE_ENV|NODE_OPTIONS|FORCE_COLOR|DATABASE_URL|DEMO|HOST|PORT|AUTH_.*|OIDC_.*|SMTP_URL|MAIL_FROM|JOBS|TRUST_PROXY|LOG_LEVEL|WALK_DATA_DIR)$/;
  const kept = Object.entries(process.env).filter(([name]) => !portals.test(name));
  return { ...Object.fromEntries(kept), ...more, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
}

/** A loopback port that nobody listens on. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
