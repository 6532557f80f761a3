/** Finds a Chromium that starts, or gets one. Prints its path as the last line; "own" for Playwright's. */
import { installWithApt } from './apt';
import { browserCandidates, bundledBrowser, launchOptions, namedBrowser } from './chromium';

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

async function findOrGet(): Promise<string | undefined> {
  const chosen = namedBrowser();
  const lightest = chosen.length > 0 ? chosen : bundledBrowser();
  const found = await firstThatStarts([...lightest, ...browserCandidates()]);
  if (found) return found;
  installWithApt('chromium');
  return firstThatStarts(browserCandidates());
}

const path = await findOrGet();
if (path) {
  console.log(path);
} else {
  console.error('No Chromium starts here. Install Chromium or Google Chrome, or set PLAYWRIGHT_CHROMIUM to one.');
  process.exitCode = 1;
}
