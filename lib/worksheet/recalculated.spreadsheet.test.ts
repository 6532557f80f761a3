import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { model as anyModel } from '@/lib/model/testing/arbitrary';
import type { Model } from '@/lib/model/types';
import { parseModelJson } from '@/lib/model-file/parse';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { none, readingOf } from '@/lib/worksheet/reading';
import { addressOf, openSpreadsheet, type Spreadsheet } from '@/lib/worksheet/spreadsheet';
import { libreOffice, recalculated } from '@/lib/worksheet/testing/libreoffice';
import { everyKind } from '@/lib/worksheet/testing/small-model';
import { changed } from '@/lib/worksheet/testing/zip';
import { filledWorksheet } from '@/lib/worksheet/workbook';

/** Worked cases in which something is hard: terms, ties, no minor units, shares, odd starts, bands, a published case. */
const vectors = [
  '02-terms-that-compound',
  '03-rounding-ties-and-spreads',
  '04-a-currency-without-minor-units',
  '05-support-share-commitment-and-claims',
  '13-odd-starts-and-truncated-bills',
  '14-munich-limux-2012',
  '15-graduated-support',
];

const models = new Map<string, Model>([
  ...vectors.map((name): [string, Model] => [name, vector(name)]),
  ['a line of every kind', everyKind],
  ...fc
    .sample(anyModel, { numRuns: 2, seed: 20_270_630 })
    .map((model, index): [string, Model] => [`any model ${index + 1}`, model]),
]);

function vector(name: string): Model {
  const file = new URL(`../model/vectors/${name}.json`, import.meta.url);
  const parsed = parseModelJson(JSON.parse(readFileSync(file, 'utf8')).model);
  if (!parsed.ok) throw new Error(name);
  return parsed.model;
}

const program = libreOffice();
if (!program) throw new Error('No LibreOffice here: set LIBREOFFICE to its soffice');

describe('recalculated by LibreOffice', () => {
  let saved: Map<string, Uint8Array>;

  beforeAll(async () => {
    const written = new Map<string, Uint8Array>();
    for (const [name, model] of models) {
      // What the engine had written beside the formulas is taken away: whatever is there afterwards was reckoned anew.
      const bytes = await filledWorksheet(model, 'Ostwind');
      written.set(name, await changed(bytes, (_, text) => text.replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1')));
    }
    saved = recalculated(program, written);
  });

  it.each([...models])('%s: every figure of the reading is the engine’s, to the cent', async (name, model) => {
    const spreadsheet = await openSpreadsheet(saved.get(name) as Uint8Array);
    const expected = readingOf(model);
    expect(Object.keys(expected).length).toBeGreaterThan(40);
    const got = await Promise.all(
      Object.keys(expected).map(async (figure) => [figure, await figureIn(spreadsheet, figure)]),
    );
    expect(Object.fromEntries(got)).toEqual(expected);
  });

  it('as LibreOffice saves it, it is read back as it was', async () => {
    const read = await readWorksheet(saved.get('a line of every kind') as Uint8Array);
    expect(read).toEqual({ company: 'Ostwind', model: everyKind, problems: [], notes: [] });
  });
});

async function figureIn(spreadsheet: Spreadsheet, figure: string): Promise<string | number | boolean | null> {
  const area = spreadsheet.names.get(`wp_r_${figure}`);
  const sheet = area && (await spreadsheet.sheet(area.sheet));
  const value = area && sheet?.cells.get(addressOf(area.first.row, area.first.column))?.value;
  if (value === undefined) return 'missing';
  if (value === none || value === '') return null;
  if (figure !== 'walk_by' || typeof value !== 'number') return value;
  return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10);
}
