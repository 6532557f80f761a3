// node scripts/run.mjs FILE ARGS…: a TypeScript file on the installed Node, installing first where that is due.
import { spawn } from 'node:child_process';
import { ensureInstalled, installedNode, root } from './install.mjs';

await ensureInstalled();
const [file, ...args] = process.argv.slice(2);
const child = spawn(installedNode(), ['--conditions=react-server', '--import', 'tsx', file, ...args], {
  cwd: root,
  stdio: 'inherit',
});

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
// npm does not pass a SIGTERM on: a parent that is gone means the same.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();

child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
