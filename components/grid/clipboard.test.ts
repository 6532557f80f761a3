import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlOfRectangle, isOwn, rectangleOfText, textOfRectangle } from '@/components/grid/clipboard';

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
