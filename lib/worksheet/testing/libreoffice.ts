import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The LibreOffice of this machine, which recalculates worksheets in tests; undefined where there is none. */
export function libreOffice(): string | undefined {
  return [
    process.env.LIBREOFFICE,
    '/usr/bin/soffice',
    '/usr/bin/libreoffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ]
    .filter((path) => path !== undefined && path !== '')
    .find((path) => existsSync(path as string));
}

/** Every formula anew on loading, whatever the file says it came to. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Opens workbooks, recalculates all of them, and saves each as LibreOffice saves it. By name. */
export function recalculated(program: string, books: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'worksheet-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
    mkdirSync(join(folder, 'out'));
    const files = [...books].map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'out'),
    ];
    execFileSync(program, [...args, ...files], { stdio: 'ignore', timeout: 240_000 });
    return new Map(
      [...books.keys()].map((name) => [name, new Uint8Array(readFileSync(join(folder, 'out', `${name}.xlsx`)))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
