import { execFileSync } from 'node:child_process';

/** Gets a package of Debian's, where there is an apt-get and one may use it. Says so; the caller looks what came of it. */
export function installWithApt(name: string): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  console.log(`Installing ${name} with apt-get …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options);
  } catch {
    console.log('apt-get could not install it.');
  }
}
