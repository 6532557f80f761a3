import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  htmlOfRectangle,
  isOwn,
  type PageCell,
  rectangleOfRows,
  rectangleOfText,
  repeated,
  textOfRectangle,
} from '@/components/grid/clipboard';

const texts = (source: string) => rectangleOfText(source).map((row) => row.map(({ text }) => text));

describe('what spreadsheets put on the clipboard', () => {
  it('is rows and cells, with or without a line break at the end', () => {
    expect(texts('a\tb\nc\td')).toEqual(texts('a\tb\r\nc\td\r\n'));
    expect(texts('a\tb\nc\td')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
  it('keeps line breaks, tabs and quotes inside quoted cells', () => {
    expect(texts('"two\nlines"\t"a ""word"""\nx\ty')).toEqual([
      ['two\nlines', 'a "word"'],
      ['x', 'y'],
    ]);
  });
  it('leaves a quote that quotes nothing as it is', () => {
    expect(texts('5" pipe\t"half')).toEqual([['5" pipe', '"half']]);
    expect(texts('"open\tend')).toEqual([['"open', 'end']]);
  });
  it('of a whole column, a row for each of its cells: 200,000', () => {
    expect(rectangleOfText('a\n'.repeat(200_000))).toHaveLength(200_000);
  });
  it('makes rows even, and keeps blank cells', () => {
    expect(texts('a\t\tc\nd')).toEqual([
      ['a', '', 'c'],
      ['d', '', ''],
    ]);
  });
  it('is read back as it was written', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const rectangle = rows.map((row) => row.map((text) => ({ text })));
        fc.pre(rows.at(-1)?.some((text) => text !== '') ?? false);
        expect(texts(textOfRectangle(rectangle))).toEqual(rows);
      }),
    );
  });
  it('as HTML says the number behind a figure, and lets no markup through', () => {
    const html = htmlOfRectangle([[{ text: '1,234.5', number: 1234.5 }, { text: '<b>&\n' }]]);
    expect(html).toContain('<td sdval="1234.5" x:num="1234.5">1,234.5</td>');
    expect(html).toContain('<td>&lt;b&gt;&amp;<br></td>');
    expect(isOwn(html)).toBe(true);
  });
});

describe('a table of a page', () => {
  const pageCell = (
    textContent: string,
    { colSpan = 1, rowSpan = 1 } = {},
    attributes: Readonly<Record<string, string>> = {},
  ): PageCell => ({ textContent, colSpan, rowSpan, getAttribute: (name) => attributes[name] ?? null });
  const read = (rows: PageCell[][]) => rectangleOfRows(rows)?.map((row) => row.map(({ text }) => text));

  it('words merged over two rows are said of both, a figure is counted once, and nothing moves to the left', () => {
    const merged = [
      [pageCell('Alpha'), pageCell('licences', { rowSpan: 2 }), pageCell('1.000 €', { rowSpan: 2 }), pageCell('5.50')],
      [pageCell('Beta'), pageCell('6.50')],
    ];
    expect(read(merged)).toEqual([
      ['Alpha', 'licences', '1.000 €', '5.50'],
      ['Beta', 'licences', '', '6.50'],
    ]);
  });
  it('merged both ways, and beyond the last row', () => {
    const merged = [
      [pageCell('a', { colSpan: 2, rowSpan: 2 }), pageCell('b')],
      [pageCell('c', { rowSpan: 9 })],
      [pageCell('d'), pageCell('e')],
    ];
    expect(read(merged)).toEqual([
      ['a', '', 'b'],
      ['a', '', 'c'],
      ['d', 'e', 'c'],
    ]);
  });
  it('line breaks of the page’s source are spaces', () => {
    expect(read([[pageCell('a long\r\n  name'), pageCell('one\u2028two')]])).toEqual([['a long name', 'one\ntwo']]);
  });
  it('what one would type is kept beside what is shown', () => {
    expect(htmlOfRectangle([[{ text: '90', number: 90, written: '100 USD' }]])).toContain('data-written="100 USD"');
    expect(rectangleOfRows([[pageCell('90', {}, { sdval: '90', 'data-written': '100 USD' })]])).toEqual([
      [{ text: '90', number: 90, written: '100 USD' }],
    ]);
  });
});

describe('a rectangle over a selection', () => {
  const one = [[{ text: 'x' }]];
  it('one cell goes into each of 2 × 3', () => {
    expect(repeated(one, 2, 3)).toEqual([
      [...one.flat(), ...one.flat(), ...one.flat()],
      [...one.flat(), ...one.flat(), ...one.flat()],
    ]);
  });
  it('two rows go into four twice, and into three once', () => {
    const two = [[{ text: 'a' }], [{ text: 'b' }]];
    expect(repeated(two, 4, 1)).toEqual([...two, ...two]);
    expect(repeated(two, 3, 1)).toEqual(two);
  });
});
