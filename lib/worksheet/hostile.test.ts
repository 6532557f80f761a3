import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { Refusal } from '@/lib/worksheet/refusal';
import { everyKind } from '@/lib/worksheet/testing/small-model';
import { changed, zipOf } from '@/lib/worksheet/testing/zip';
import { filledWorksheet } from '@/lib/worksheet/workbook';

let written: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  written = await filledWorksheet(everyKind, 'Ostwind');
});

const refusalOf = (bytes: Uint8Array) =>
  readWorksheet(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.message : String(error)),
  );

describe('a file that means harm, or is none of ours', () => {
  it('a part that unpacks to 500 MB is given up after 64', async () => {
    const zeros = new Uint8Array(500 * 1024 * 1024);
    const bomb = zipOf(new Map<string, string | Uint8Array>([['xl/workbook.xml', zeros]]), { small: true });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusalOf(bomb)).toMatch(/far larger than any worksheet/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('a workbook whose strings declare entities of the machine is refused, and so are entities of entities', async () => {
    const doctype = '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>';
    const bytes = await changed(written, (name, text) =>
      name === 'xl/sharedStrings.xml' ? text.replace('<sst', `${doctype}<sst`) : text,
    );
    expect(await refusalOf(bytes)).toMatch(/declares entities/);
  });

  it('200 MB are refused without being looked at, and a thousand parts share one budget', async () => {
    const held = () => process.memoryUsage().arrayBuffers;
    const large = new Uint8Array(200 * 1024 * 1024);
    const before = held();
    expect(await refusalOf(large)).toMatch(/8 MB at most/);
    expect(held() - before).toBeLessThan(1024 * 1024);
    // Thirty sheets of 4 MB: none is too large, all together are.
    const sheet = `<worksheet><sheetData>${' '.repeat(4 * 1024 * 1024)}</sheetData></worksheet>`;
    const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
    const parts = new Map([
      [
        'xl/workbook.xml',
        `<workbook><sheets>${names.map((name) => `<sheet name="${name}" r:id="${name}"/>`).join('')}</sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `<Relationships>${names.map((name) => `<Relationship Id="${name}" Target="worksheets/${name}.xml"/>`).join('')}</Relationships>`,
      ],
      ...names.map((name) => [`xl/worksheets/${name}.xml`, sheet] as const),
    ]);
    expect(await refusalOf(zipOf(parts))).toMatch(/far larger than any worksheet/);
    expect(held() - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('macros are refused with a word on what to do', async () => {
    expect(await refusalOf(await changed(written, (_, text) => text, { 'xl/vbaProject.bin': 'x' }))).toMatch(
      /without macros/,
    );
  });

  it('more cells than any worksheet, and more parts, are refused', async () => {
    const row = (number: number) => `<row r="${number}">${'<c r="A1"><v>1</v></c>'.repeat(1_000)}</row>`;
    const cells = await changed(written, (name, text) =>
      name === 'xl/worksheets/sheet3.xml'
        ? text.replace('<sheetData>', `<sheetData>${Array.from({ length: 401 }, (_, index) => row(index)).join('')}`)
        : text,
    );
    expect(await refusalOf(cells)).toMatch(/more cells/);
    const parts = new Map(Array.from({ length: 1_001 }, (_, index) => [`part-${index}`, 'x']));
    expect(await refusalOf(zipOf(parts))).toMatch(/more parts/);
  });

  it('an old or locked file, another kind of file, another spreadsheet, half a file: each is told apart', async () => {
    expect(await refusalOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toMatch(/old \.xls/);
    expect(await refusalOf(new TextEncoder().encode('%PDF-1.7'))).toMatch(/no spreadsheet/);
    expect(await refusalOf(zipOf(new Map([['word/document.xml', '<a/>']])))).toMatch(/no spreadsheet/);
    expect(await refusalOf(zipOf(new Map([['xl/workbook.xml', '<workbook/>']])))).toMatch(/not the worksheet/);
    expect(await refusalOf(written.slice(0, written.length / 2))).toMatch(/damaged/);
    expect(await refusalOf(new Uint8Array(9 * 1024 * 1024))).toMatch(/8 MB at most/);
    expect(await refusalOf(new Uint8Array())).toMatch(/no spreadsheet/);
  });

  it('bytes changed anywhere: it is read or refused, and never fails otherwise', async () => {
    const small = await changed(written, (name, text) => (/sheet(8|9|1\d)\.xml$/.test(name) ? '<worksheet/>' : text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (edits) => {
          const bytes = small.slice();
          for (const [at, value] of edits) bytes[at] = value;
          await readWorksheet(bytes).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});
