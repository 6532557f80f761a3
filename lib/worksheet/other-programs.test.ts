import { beforeAll, expect, it } from 'vitest';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { everyKind } from '@/lib/worksheet/testing/small-model';
import { changed } from '@/lib/worksheet/testing/zip';
import { filledWorksheet } from '@/lib/worksheet/workbook';

/** The same worksheet in the XML of other programs: each is as free with it as the format lets it be. */

let written: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  written = await filledWorksheet(everyKind, 'Ostwind');
}, 60_000);

const whole = { company: 'Ostwind', model: everyKind, problems: [], notes: [] };
const inSheets = (change: (text: string) => string) => (name: string, text: string) =>
  name.startsWith('xl/worksheets/sheet') ? change(text) : text;

it('Google’s: no styles, no calculation chain, a dimension that is wrong, words beside formulas', async () => {
  const bytes = await changed(written, (name, text) => {
    if (/styles|calcChain|docProps|theme/.test(name)) return null;
    return inSheets((xml) =>
      xml.replace(/<dimension [^>]*>/, '<dimension ref="A1:Z1000"/>').replaceAll(/ s="\d+"/g, ''),
    )(name, text);
  });
  expect(await readWorksheet(bytes)).toMatchObject(whole);
});

it('cells and rows that say nothing of where they are stand one after the other', async () => {
  const bytes = await changed(
    written,
    inSheets((xml) => everyCell(xml).replaceAll(/(<(?:c|row)) r="[A-Z]*\d+"/g, '$1')),
  );
  expect(await readWorksheet(bytes)).toMatchObject(whole);
});

/** The sheet with a cell in each place before the last of a row, and each row before the last. */
function everyCell(xml: string): string {
  let before = 0;
  return xml.replaceAll(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs, (_, row: string, cells = '') => {
    const missing = Array.from({ length: Number(row) - before - 1 }, () => '<row/>').join('');
    before = Number(row);
    let column = 0;
    const filled = (cells as string).replaceAll(/<c r="([A-Z]+)\d+"/g, (_, letters: string) => {
      const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      const gap = '<c/>'.repeat(at - column - 1);
      column = at;
      return `${gap}<c`;
    });
    return `${missing}<row>${filled}</row>`;
  });
}

it('a copy of a sheet brings names of its own, which are not the worksheet’s', async () => {
  const bytes = await changed(written, (name, text) =>
    name === 'xl/workbook.xml'
      ? text.replaceAll(
          /<definedName name="([^"_]+)">[^<]*<\/definedName>/g,
          (own, title) => `${own}<definedName name="${title}" localSheetId="1">Lists!$Z$900</definedName>`,
        )
      : text,
  );
  expect(await readWorksheet(bytes)).toMatchObject(whole);
});

it('parts under other names, found by what leads to them', async () => {
  const bytes = await changed(
    written,
    (name, text) => {
      if (name === 'xl/workbook.xml' || name === 'xl/sharedStrings.xml') return null;
      if (name === '_rels/.rels') return text.replace('xl/workbook.xml', '/xl/workbook2.xml');
      return name === 'xl/_rels/workbook.xml.rels' ? null : text;
    },
    {
      'xl/workbook2.xml': await partOf('xl/workbook.xml'),
      'xl/strings7.xml': await partOf('xl/sharedStrings.xml'),
      'xl/_rels/workbook2.xml.rels': (await partOf('xl/_rels/workbook.xml.rels')).replace(
        'sharedStrings.xml',
        'strings7.xml',
      ),
    },
  );
  expect(await readWorksheet(bytes)).toMatchObject(whole);
});

async function partOf(path: string): Promise<string> {
  let found = '';
  await changed(written, (name, text) => {
    if (name === path) found = text;
    return text;
  });
  return found;
}

it('Excel’s own: metadata of dynamic arrays, a calculation chain, prefixes, marked-up and unprintable letters', async () => {
  const bytes = await changed(
    written,
    (name, text) => {
      if (name === 'xl/sharedStrings.xml') {
        return text.replaceAll(/<t[^>]*>([^<]*)<\/t>/g, (_, words: string) => {
          const half = Math.floor(words.length / 2);
          if (words === 'Ostwind') return '<t>Ost_x0077_ind</t>';
          if (half < 2 || words.includes('&')) return `<t xml:space="preserve">${words}</t>`;
          return `<r><rPr><b/></rPr><t xml:space="preserve">${words.slice(0, half)}</t></r><r><t xml:space="preserve"><![CDATA[${words.slice(half)}]]></t></r>`;
        });
      }
      return inSheets((xml) => xml.replaceAll(/<c r="([A-Z]+\d+)"/g, '<c r="$1" cm="1"'))(name, text);
    },
    {
      'xl/metadata.xml': '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      'xl/calcChain.xml':
        '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>',
    },
  );
  expect(await readWorksheet(bytes)).toMatchObject(whole);
});
