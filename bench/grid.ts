import { type Browser, chromium, type Page } from '@playwright/test';
import { importEngagement } from '../e2e/own-engagement';
import { signInAs } from '../e2e/sign-in';
import { browserCandidates, launchOptions } from '../scripts/test/chromium';
import { modelWithLines } from './grid/lines';
import { toOtherScreen } from './grid/other-screen';
import { startPortal } from './measuring/portal';
import { type Row, rowOf } from './measuring/rows';

const few = 100;
const many = 10_000;
const keys = 60;
const entries = 20;

/**
 * How long it takes from a key to the screen while somebody types in the grid, in a real browser on the real portal:
 * with 10,000 lines against the same with 100. Every figure is a median.
 */
export async function measure(): Promise<Row[]> {
  const portal = await startPortal();
  const browser = await chromium.launch(launchOptions(browserCandidates()[1] ?? 'own'));
  try {
    const page = await browser.newPage({ baseURL: portal.origin, viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await signInAs(page, 'Ines Halder');
    const small = await measureWith(page, few);
    const large = await measureWith(page, many);
    const peerName = `the same grid with ${few} lines`;
    // 1.5 times as long is the most that is still as smooth.
    const aim = Number((1 / 1.5).toFixed(3));
    return [
      rowOf({
        name: 'From a key to the screen, 10,000 lines',
        unit: 'ms',
        ours: large.key,
        peer: small.key,
        peerName,
        aim,
      }),
      rowOf({
        name: 'From Enter to the next cell, 10,000 lines',
        unit: 'ms',
        ours: large.enter,
        peer: small.enter,
        peerName,
        aim,
      }),
      rowOf({
        name: 'One frame while scrolling, 10,000 lines',
        unit: 'ms',
        ours: large.frame,
        peer: small.frame,
        peerName,
        aim,
      }),
      rowOf({
        name: 'From Enter to the other person’s screen, 95 of 100 edits',
        unit: 'ms',
        ours: await betweenTwo(browser, portal.origin, page),
        peer: 1_000,
        peerName: 'the second that is asked for',
        aim: 1,
      }),
    ];
  } finally {
    await browser.close();
    await portal.stop();
  }
}

async function betweenTwo(browser: Browser, baseURL: string, page: Page): Promise<number> {
  const path = await importEngagement(page, 'Bench of two', modelWithLines(few));
  const other = await (await browser.newContext({ baseURL })).newPage();
  await signInAs(other, 'Ines Halder');
  for (const each of [page, other]) {
    await each.goto(`${path}/alternative`);
    await each.getByRole('grid').waitFor();
    await each.waitForTimeout(1_000);
  }
  return toOtherScreen(page, other, 40);
}

async function measureWith(page: Page, lines: number) {
  const path = await importEngagement(page, `Bench of ${lines}`, modelWithLines(lines));
  await page.goto(`${path}/alternative`);
  const cell = page.locator('td[data-column=likely]').nth(2);
  await cell.click();
  await page.waitForTimeout(1_000);
  await page.evaluate(watchKeys);
  const key = await medianOf(page, keys, async (index) => {
    await page.keyboard.press(String(index % 10));
  });
  await page.keyboard.press('Escape');
  const enter = await medianOf(page, entries, async (index) => {
    await page.keyboard.press(String(1 + (index % 9)));
    await page.waitForTimeout(150);
    await page.evaluate(() => {
      (window as unknown as Watched).measured.length = 0;
    });
    await page.keyboard.press('Enter');
  });
  return { key, enter, frame: await page.evaluate(scrollAndWatch) };
}

type Watched = { measured: number[] };

/** From the moment a key goes down to the first moment after the next frame is on the screen. */
function watchKeys(): void {
  const watched = window as unknown as Watched;
  watched.measured = [];
  window.addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => watched.measured.push(performance.now() - event.timeStamp);
        painted.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

async function medianOf(page: Page, times: number, press: (index: number) => Promise<void>): Promise<number> {
  const measured: number[] = [];
  for (let index = 0; index < times; index++) {
    await page.evaluate(() => {
      (window as unknown as Watched).measured.length = 0;
    });
    await press(index);
    await page.waitForFunction(() => (window as unknown as Watched).measured.length > 0);
    measured.push(...(await page.evaluate(() => (window as unknown as Watched).measured.slice(-1))));
    await page.waitForTimeout(60);
  }
  return median(measured);
}

/** The median frame while the grid scrolls by a screen's height each frame. */
async function scrollAndWatch(): Promise<number> {
  const scroller = document.querySelector('table[role=grid]')?.parentElement;
  const frames: number[] = [];
  let before = performance.now();
  for (let frame = 0; frame < 90; frame++) {
    if (scroller) scroller.scrollTop = (frame % 45) * 60;
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - before);
    before = now;
  }
  frames.sort((a, b) => a - b);
  return frames[Math.floor(frames.length / 2)] ?? 0;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
