import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

/** Stands for the browser that Playwright itself has downloaded. */
const own = 'own';
const bundle = resolve('.cache', 'chromium');

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
];

/** Where a browser may be, best first: Playwright's own, one that is named, one that is installed. */
export function browserCandidates(): readonly string[] {
  return [own, ...namedBrowser(), ...usual.filter((path) => existsSync(path))];
}

/** The one that somebody chose, if they did. */
export function namedBrowser(): readonly string[] {
  return process.env.PLAYWRIGHT_CHROMIUM ? [process.env.PLAYWRIGHT_CHROMIUM] : [];
}

/** How to start it. Playwright adds --no-sandbox itself: what it opens is the portal and nothing else. */
export function launchOptions(path: string): LaunchOptions {
  return {
    ...(path !== own && { executablePath: path }),
    ...(path.startsWith(bundle) && { env: bundledEnvironment() }),
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/**
 * Unpacks the Chromium of @sparticuz/chromium, with the libraries and fonts it may lack; none but on Linux on x64. It is
 * the headless shell: an installed Chromium draws its own window as well, for a third of two cores.
 */
export function bundledBrowser(): readonly string[] {
  return process.platform === 'linux' && process.arch === 'x64' ? [unpacked()] : [];
}

function unpacked(): string {
  const path = join(bundle, 'chromium');
  if (existsSync(path)) return path;
  const unpacking = `${bundle}.new`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  // It unpacks into the temporary folder; and the libraries only where it believes to be on its maker's machines.
  execFileSync(process.execPath, ['-e', "import('@sparticuz/chromium').then((it) => it.default.executablePath())"], {
    env: { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  writeFileSync(join(unpacking, 'fonts', 'fonts.conf'), fontSettings);
  renameSync(unpacking, bundle);
  return path;
}

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir>${join(bundle, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;

function bundledEnvironment(): Record<string, string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return { ...inherited, LD_LIBRARY_PATH: join(bundle, 'al2023', 'lib'), FONTCONFIG_PATH: join(bundle, 'fonts') };
}
