// node scripts/run.mjs FILE ARGS…: a TypeScript file on the installed Node, installing first where that is due.
import { spawn } from 'node:child_process';
import { ensureInstalled, installedNode, root } from './install.mjs';

const parent = process.ppid;
await ensureInstalled();
const [file, ...args] = process.argv.slice(2);
const child = spawn(installedNode(), ['--import', 'tsx', '--import', './scripts/server-only.mjs', file, ...args], {
  cwd: root,
  stdio: 'inherit',
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // On Windows every process of the console hears Ctrl-C itself, and a signal sent on would be a kill.
  process.on(signal, () => process.platform !== 'win32' && child.kill(signal));
}
// A parent that was killed passes no signal on.
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();

child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
