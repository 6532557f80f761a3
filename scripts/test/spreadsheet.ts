/** Finds a LibreOffice, or gets one. Prints its path as the last line; "none" where there can be none. */
import { execFileSync } from 'node:child_process';
import { libreOffice } from '@/lib/worksheet/testing/libreoffice';

function installWithApt(): void {
  console.log('No LibreOffice here: installing it with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    const args = ['install', '-y', '-q', '--no-install-recommends', 'libreoffice-calc'];
    execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  } catch {
    console.log('apt-get could not install it.');
  }
}

if (!libreOffice() && process.platform === 'linux' && process.getuid?.() === 0) installWithApt();
console.log(libreOffice() ?? 'none');
