import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { browserCandidates, launchOptions } from '../scripts/test/chromium';
import { freePort, startPortal } from './measuring/portal';
import { type Row, rowOf } from './measuring/rows';

const pages = ['/', '/worksheet', '/privacy'] as const;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const least = 95;

/** Lighthouse's four marks of each public page, as a phone on a slow line sees it, from the production build. */
export async function measure(): Promise<Row[]> {
  const portal = await startPortal();
  const port = await freePort();
  const options = launchOptions(browserCandidates()[1] ?? 'own');
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const rows: Row[] = [];
    for (const page of pages) {
      const runs: Marks[] = [];
      while (runs.length < 3) runs.push(await marksOf(`${portal.origin}${page}`, page, port));
      rows.push(...categories.map((category) => rowFor(page, category, runs)));
    }
    return rows;
  } finally {
    await browser.close();
    await portal.stop();
  }
}

type Category = (typeof categories)[number];
type Marks = Readonly<Record<Category, number>>;

/** The marks of one visit. Says on the console what has cost any that is too low. */
async function marksOf(address: string, page: string, port: number): Promise<Marks> {
  const seen = await lighthouse(address, { port, onlyCategories: [...categories], logLevel: 'error' });
  if (!seen || seen.lhr.runtimeError) throw new Error(`${page}: ${seen?.lhr.runtimeError?.message ?? 'not seen'}`);
  const { lhr } = seen;
  const marks = categories.map((category): [Category, number] => {
    const mark = Math.round((lhr.categories[category]?.score ?? 0) * 100);
    if (mark < least) {
      const costly = (lhr.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${id} ${lhr.audits[id]?.displayValue ?? ''}`.trim());
      console.log(`${page}, ${category} ${mark}: ${costly.join('; ')}`);
    }
    return [category, mark];
  });
  return Object.fromEntries(marks) as Marks;
}

/** The middle one of three visits: one alone says as much of the machine as of the page. */
function rowFor(page: string, category: Category, runs: readonly Marks[]): Row {
  const marks = runs.map((run) => run[category]).sort((a, b) => a - b);
  return rowOf({
    name: `Lighthouse, ${category}, ${page}`,
    unit: 'of 100',
    ours: marks[Math.floor(marks.length / 2)] ?? 0,
    peer: least,
    peerName: 'the least that will do',
    aim: 1,
  });
}
