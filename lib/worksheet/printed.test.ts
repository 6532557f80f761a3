import { expect, it } from 'vitest';
import { blankPrint, filledPrint } from '@/lib/worksheet/printed';
import { everyKind } from '@/lib/worksheet/testing/small-model';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pages = (bytes: Uint8Array) => text(bytes).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

/** Upright and lying sheets, in points. */
const papers = (bytes: Uint8Array) =>
  [
    ...new Set(
      [...text(bytes).matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)/g)].map(
        ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
      ),
    ),
  ].sort();

it('a blank worksheet prints on A4: instructions and a page or two for each sheet', async () => {
  const bytes = await blankPrint({ company: 'Łódź Ελλάδα', renewalMonth: '2027-06' });
  expect(text(bytes).slice(0, 5)).toBe('%PDF-');
  expect(pages(bytes)).toBeGreaterThanOrEqual(6);
  expect(papers(bytes)).toEqual(['595 × 842', '842 × 595']);
});

it('a filled one in dollars prints on Letter, with its reading', async () => {
  const bytes = await filledPrint({ ...everyKind, currency: 'USD' }, 'Ostwind');
  expect(pages(bytes)).toBeGreaterThan(pages(await blankPrint({ company: 'Ostwind' })));
  expect(papers(bytes)).toEqual(['612 × 792', '792 × 612']);
});
