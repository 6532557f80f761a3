import { expect, it } from 'vitest';
import { criterionIds } from '@/lib/readiness/criterion';
import type { Known } from './may-leave';
import { printedSummary } from './printed';
import { summaryOf } from './summary';
import { textOfPdf } from './testing/pdf-text';

const known: Known = {
  met: new Set(criterionIds),
  pillars: {
    alternative: 'real',
    switching: 'real',
    plan: 'real',
    leadership: 'real',
    timeline: 'real',
    posture: 'forming',
  },
  supplier: null,
};
const at = new Date('2026-03-04T05:06:07Z');
const joined = (text: string) => text.replace(/\s/g, '');
const words = async (supplier: string | null) => {
  const summary = summaryOf('Łódź Works', { ...known, supplier });
  return { summary, text: textOfPdf(await printedSummary(summary, at)).replace(/\s+/g, ' ') };
};

it('says the client, every sentence that may leave the house, and nothing else', async () => {
  const { summary, text } = await words(null);
  const all = ['Łódź Works', 'Our preparation for the renewal'];
  for (const { heading, sentence } of summary.statements) all.push(heading, sentence);
  expect(joined(text)).toBe(joined(all.join('')));
});

it('holds no figure, no date and no supplier’s name, unless it is released', async () => {
  const { text } = await words(null);
  expect(text).not.toMatch(/\d/);
  expect(text).not.toMatch(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/);
  expect(text).not.toContain('Rival');
  expect((await words('Rival 365')).text).toContain('The alternative is built with Rival 365.');
});

it('is the same file for the same content', async () => {
  const { summary } = await words(null);
  expect(Buffer.from(await printedSummary(summary, at)).equals(Buffer.from(await printedSummary(summary, at)))).toBe(
    true,
  );
});
