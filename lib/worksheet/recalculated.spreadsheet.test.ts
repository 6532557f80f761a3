import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '@/lib/model/types';
import { parseModelJson } from '@/lib/model-file/parse';
import { letters } from '@/lib/worksheet/places';
import { readingOf } from '@/lib/worksheet/reading';
import { openSpreadsheet, type Spreadsheet } from '@/lib/worksheet/spreadsheet';
import { libreOffice, recalculated } from '@/lib/worksheet/testing/libreoffice';
import { filledWorksheet } from '@/lib/worksheet/workbook';

const folder = new URL('../model/vectors/', import.meta.url);
const models = new Map(
  readdirSync(folder).map((file): [string, Model] => {
    const parsed = parseModelJson(JSON.parse(readFileSync(new URL(file, folder), 'utf8')).model);
    if (!parsed.ok) throw new Error(file);
    return [file.replace('.json', ''), parsed.model];
  }),
);

const program = libreOffice() as string;

describe('recalculated by LibreOffice', () => {
  let books: Map<string, Uint8Array>;
  beforeAll(async () => {
    const written = new Map<string, Uint8Array>();
    for (const [name, model] of models) written.set(name, await filledWorksheet(model, 'Test'));
    books = recalculated(program, written);
  });

  it.each([...models])('%s: every figure is the engine’s, to the cent', async (name, model) => {
    const spreadsheet = await openSpreadsheet(books.get(name) as Uint8Array);
    const expected = readingOf(model);
    const got: Record<string, unknown> = {};
    for (const figure of Object.keys(expected)) got[figure] = await figureIn(spreadsheet, figure);
    expect(got).toEqual(expected);
  });
});

async function figureIn(spreadsheet: Spreadsheet, figure: string): Promise<string | number | boolean | null> {
  const area = spreadsheet.names.get(`wp_r_${figure}`);
  const sheet = area && (await spreadsheet.sheet(area.sheet));
  const value = area && sheet?.cells.get(`${letters(area.first.column)}${area.first.row}`)?.value;
  if (value === undefined) return 'missing';
  if (value === '–' || value === '') return null;
  if (figure === 'walk_by' && typeof value === 'number')
    return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10);
  return value;
}
