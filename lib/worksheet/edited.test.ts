import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '@/lib/model/types';
import { contentOf } from '@/lib/worksheet/content';
import { placesOf } from '@/lib/worksheet/places';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { everyKind } from '@/lib/worksheet/testing/small-model';
import { changed } from '@/lib/worksheet/testing/zip';
import { filledWorksheet } from '@/lib/worksheet/workbook';

const places = placesOf(contentOf(everyKind, 'Ostwind'));
let written: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  written = await filledWorksheet(everyKind, 'Ostwind');
});

/** The worksheet after somebody has worked on it in a spreadsheet. */
async function edited(edit: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(written.buffer);
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const cell = (workbook: ExcelJS.Workbook, sheet: string, address: string) =>
  (workbook.getWorksheet(sheet) as ExcelJS.Worksheet).getCell(address);

describe('a worksheet that somebody has worked on', () => {
  it('rows in another order are the same lines in another order', async () => {
    const { first } = places.tables.offer;
    const bytes = await edited((workbook) => {
      const sheet = workbook.getWorksheet('Deal') as ExcelJS.Worksheet;
      for (let column = 1; column <= places.tables.offer.table.columns.length; column++) {
        const [one, other] = [sheet.getCell(first, column), sheet.getCell(first + 1, column)];
        [one.value, other.value] = [other.value, one.value];
      }
    });
    const read = await readWorksheet(bytes);
    expect(read.problems).toEqual([]);
    expect(read.model?.offer.lines.map(({ id }) => id)).toEqual(['azure', 'e5', 'support', 'macc', 'unified']);
    expect(read.model?.offer.lines.find(({ id }) => id === 'e5')).toEqual(everyKind.offer.lines[0]);
  });

  it('translated word for word, sheets renamed: names and places in lists still tell what is what', async () => {
    const words: Record<string, string> = {
      recurring: 'wiederkehrend',
      'one-time': 'einmalig',
      month: 'Monat',
      annually: 'jährlich',
      monthly: 'monatlich',
      percent: 'Anteil',
      commitment: 'Zusage',
      graduated: 'gestaffelt',
      competitor: 'Wettbewerber',
      Quantity: 'Menge',
      'Offer lines': 'Zeilen des Angebots',
      Currency: 'Währung',
      Company: 'Unternehmen',
    };
    const sheets: Record<string, string> = {
      Deal: 'Das Angebot',
      Alternative: 'Ohne',
      Switching: 'Wechsel',
      Lists: 'Listen',
    };
    const bytes = await changed(written, (name, text) => {
      if (name === 'xl/sharedStrings.xml') {
        return text.replace(
          /(<t[^>]*>)([^<]*)(<\/t>)/g,
          (_, open, word, close) => `${open}${words[word] ?? word}${close}`,
        );
      }
      if (name !== 'xl/workbook.xml') return text;
      return Object.entries(sheets).reduce(
        (xml, [from, to]) =>
          xml.replaceAll(`name="${from}"`, `name="${to}"`).replaceAll(new RegExp(`'?${from}'?!`, 'g'), `'${to}'!`),
        text,
      );
    });
    expect(await readWorksheet(bytes)).toMatchObject({ company: 'Ostwind', model: everyKind, problems: [], notes: [] });
  });

  it('copied into a new file, without names: found by its captions and headings', async () => {
    const bytes = await changed(written, (name, text) =>
      name === 'xl/workbook.xml' ? text.replace(/<definedNames>.*<\/definedNames>/s, '') : text,
    );
    expect(await readWorksheet(bytes)).toMatchObject({ company: 'Ostwind', model: everyKind, problems: [] });
  });

  it('as a spreadsheet of the web saves it: no formulas, no formats, text in the cells themselves', async () => {
    const bytes = await changed(written, (name, text) => {
      if (name === 'xl/styles.xml') return null;
      return name.startsWith('xl/worksheets/sheet')
        ? text.replace(/<f[^>]*>[^<]*<\/f>|<f[^>]*\/>/g, '').replace(/ s="\d+"/g, '')
        : text;
    });
    expect((await readWorksheet(bytes)).model).toEqual(everyKind);
  });

  it('as another spreadsheet of the web writes it: no shared strings, words in runs and spaces, no styles', async () => {
    const strings: string[] = [];
    await changed(written, (name, text) => {
      if (name === 'xl/sharedStrings.xml') {
        for (const [, item = ''] of text.matchAll(/<si>(.*?)<\/si>/gs)) strings.push(item);
      }
      return text;
    });
    expect(strings.length).toBeGreaterThan(50);
    const inRuns = (item: string) => item.replace(/<t[^>]*>([^<]?)([^<]*)<\/t>/g, '<r><t>$1</t></r><r><t>$2</t></r>');
    const bytes = await changed(written, (name, text) => {
      if (name === 'xl/sharedStrings.xml' || name === 'xl/styles.xml') return null;
      if (!name.startsWith('xl/worksheets/sheet')) return text;
      return text
        .replace(/<c r="([A-Z]+\d+)"[^>]* t="s"[^>]*><v>(\d+)<\/v><\/c>/g, (_, at, index) => {
          return `<c r="${at}" t="inlineStr"><is>${inRuns(strings[Number(index)] ?? '')}</is></c>`;
        })
        .replace(/<f[^>]*>[^<]*<\/f>|<f[^>]*\/>/g, '')
        .replace(/ s="\d+"/g, '');
    });
    expect(await readWorksheet(bytes)).toMatchObject({ company: 'Ostwind', model: everyKind, problems: [] });
  });

  it.each([
    ['its names go with them', true],
    ['a copy without names, by the headings', false],
  ])('columns in another order, one put in between: %s', async (_, named) => {
    const { table, first, last, headerRow } = places.tables.offer;
    const keys = table.columns.map(({ key }) => key);
    // The columns turned about, and a remark of somebody's own in the middle.
    const order = [...keys].reverse();
    const at = (index: number) => (index < 5 ? index + 1 : index + 2);
    const bytes = await edited((workbook) => {
      const sheet = workbook.getWorksheet('Deal') as ExcelJS.Worksheet;
      const rows = Array.from({ length: last - headerRow + 1 }, (_, index) => headerRow + index);
      const values = rows.map((row) => keys.map((_, index) => sheet.getCell(row, index + 1).value));
      for (const [line, row] of rows.entries()) {
        sheet.getCell(row, 6).value = row === headerRow ? 'Asked whom' : 'the CFO';
        for (const [index, key] of order.entries()) {
          sheet.getCell(row, at(index)).value = values[line]?.[keys.indexOf(key)] ?? null;
        }
      }
      const names = order.map((key) => `wp_offer_${key}`);
      const kept = workbook.definedNames.model.filter(({ name }) => named && !names.includes(name));
      const moved = order.map((key, index) => {
        const letter = sheet.getColumn(at(index)).letter;
        return { name: `wp_offer_${key}`, ranges: [`Deal!$${letter}$${first}:$${letter}$${last}`] };
      });
      workbook.definedNames.model = named ? [...kept, ...moved] : [];
    });
    const read = await readWorksheet(bytes);
    expect(read.problems).toEqual([]);
    expect(read.model?.offer.lines).toEqual(everyKind.offer.lines);
  });

  it('each cell that cannot be read is named by its address; its line is left out, the others stay', async () => {
    const { letter, first } = places.tables.offer;
    const at = { quantity: `${letter('quantity')}${first}`, likely: `${letter('likely')}${first + 1}` };
    const move = `${places.tables.switching.letter('label')}${places.tables.switching.first}`;
    const bytes = await edited((workbook) => {
      cell(workbook, 'Deal', at.quantity).value = 'about 250';
      cell(workbook, 'Deal', at.likely).value = '1.234';
      cell(workbook, 'Switching', move).value = {
        formula: 'HYPERLINK("https://elsewhere.example","Moving")',
        result: 'Moving',
      };
    });
    const read = await readWorksheet(bytes);
    expect(read.problems).toEqual([
      { cell: `Deal!${at.quantity}`, message: '“about 250” is not a number' },
      { cell: `Deal!${at.likely}`, message: '“1.234” can be read as 1.234 or as 1234; type it as a number' },
      { cell: `Switching!${move}`, message: 'is a formula where words belong; type the words themselves' },
    ]);
    expect(read.model?.offer.lines.map(({ id }) => id)).toEqual(['support', 'macc', 'unified']);
    expect(read.model?.alternatives[0]?.lines.map(({ id }) => id)).toEqual(['suite', 'buffer']);
  });

  it('12 × 34 typed as a formula is taken for what it came to, and said so; numbers typed as text are numbers', async () => {
    const { letter, first } = places.tables.offer;
    const quantity = `${letter('quantity')}${first}`;
    const bytes = await edited((workbook) => {
      cell(workbook, 'Deal', quantity).value = { formula: '12*34', result: 408 };
      cell(workbook, 'Deal', `${letter('escalator')}${first}`).value = '4,5 %';
      cell(workbook, 'Deal', `C${places.settings.renewal.row}`).value = '30.06.2027';
    });
    const read = await readWorksheet(bytes);
    expect(read.problems).toEqual([]);
    expect(read.notes).toEqual([{ cell: `Deal!${quantity}`, message: 'is a formula; what it last came to was taken' }]);
    expect(read.model?.offer.lines[0]).toMatchObject({ quantity: 408, escalator: 0.045 });
  });

  it('what a line must hold to is said at its cell: order of an estimate, the end, the horizon', async () => {
    const { letter, first } = places.tables.offer;
    const bytes = await edited((workbook) => {
      cell(workbook, 'Deal', `${letter('low')}${first}`).value = 99;
      cell(workbook, 'Deal', `${letter('end')}${first + 1}`).value = 99;
    });
    const { problems } = await readWorksheet(bytes);
    expect(problems.map(({ cell: address }) => address)).toEqual([
      `Deal!${letter('likely')}${first}`,
      `Deal!${letter('end')}${first + 1}`,
    ]);
  });
});

describe('text that a spreadsheet could take for a formula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "''=1", '=HYPERLINK("https://elsewhere.example")'])(
    '%j is written with an apostrophe before it, and read back as it was',
    async (label) => {
      const [line] = everyKind.offer.lines;
      const model: Model = {
        ...everyKind,
        offer: { ...everyKind.offer, label, lines: line ? [{ ...line, label, category: 'x' }] : [] },
      };
      const bytes = await filledWorksheet(model, label);
      const strings: string[] = [];
      await changed(bytes, (name, text) => {
        if (name === 'xl/sharedStrings.xml')
          strings.push(...[...text.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, word]) => word ?? ''));
        return text;
      });
      expect(strings.length).toBeGreaterThan(50);
      expect(strings.filter((text) => /^[=+\-@\t]/.test(text))).toEqual([]);
      const read = await readWorksheet(bytes);
      expect(read.company).toBe(label);
      expect(read.model?.offer.label).toBe(label);
      expect(read.model?.offer.lines[0]?.label).toBe(label);
    },
  );
});
