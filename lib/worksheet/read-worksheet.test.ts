import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Line, Model } from '@/lib/model/types';
import { parseModelJson } from '@/lib/model-file/parse';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { blankWorksheet, filledWorksheet } from '@/lib/worksheet/workbook';

const folder = new URL('../model/vectors/', import.meta.url);
const models = readdirSync(folder).map((file): [string, Model] => {
  const parsed = parseModelJson(JSON.parse(readFileSync(new URL(file, folder), 'utf8')).model);
  if (!parsed.ok) throw new Error(file);
  return [file, parsed.model];
});

/** What a worksheet holds of a model: one alternative, base lines before those that rest on them, no correlation. */
function asWorksheet(model: Model): Model {
  const chosen = model.alternatives.find(({ id }) => id === model.chosen) ?? model.alternatives[0];
  const ordered = (lines: readonly Line[]) => {
    const rest = (line: Line) => line.kind !== 'recurring' && line.kind !== 'one-time';
    const byPart = (part: Line['part']) => lines.filter((line) => line.part === part);
    return [undefined, 'run' as const, 'switching' as const].flatMap((part) => [
      ...byPart(part).filter((line) => !rest(line)),
      ...byPart(part).filter(rest),
    ]);
  };
  return {
    ...model,
    correlation: 0.2,
    offer: { ...model.offer, lines: ordered(model.offer.lines) },
    alternatives: chosen ? [{ ...chosen, id: 'alternative-1', lines: ordered(chosen.lines) }] : [],
    chosen: 'alternative-1',
  };
}

describe('a worksheet written and read back', () => {
  it.each(models)('%s: the same model', async (_, model) => {
    const read = await readWorksheet(await filledWorksheet(model, '=cmd|calc'));
    expect(read.problems).toEqual([]);
    expect(read.notes).toEqual([]);
    expect(read.company).toBe('=cmd|calc');
    expect(read.model).toEqual(asWorksheet(model));
  });

  it('blank: the company and the month are there, the currency is named as missing', async () => {
    const read = await readWorksheet(await blankWorksheet({ company: 'Ostwind Foods', renewalMonth: '2027-06' }));
    expect(read.company).toBe('Ostwind Foods');
    expect(read.model).toBeNull();
    expect(read.problems).toEqual([{ cell: 'Deal!C5', message: 'Currency is blank' }]);
    expect(read.notes).toEqual([]);
  });
});
