import { describe, expect, it } from 'vitest';
import { fileKindOf } from '@/lib/evidence/file-kinds';
import { cleanFileName, dispositionOf } from '@/lib/evidence/file-name';
import { limits, megabyte, quotaProblem } from '@/lib/evidence/policy';
import { newLink } from '@/lib/evidence/schema';

const bytes = (text: string) => new TextEncoder().encode(text);
const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0));

/** A ZIP archive of one stored file. */
function zipped(name: string, content: string): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return new Uint8Array(Buffer.concat([header, Buffer.from(name), Buffer.from(content)]));
}

const contentTypes = (main: string) =>
  zipped(
    '[Content_Types].xml',
    `<Types><Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`,
  );
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('what a file is', () => {
  it.each<[string, string, Uint8Array, string | null]>([
    ['a PDF by its first bytes', 'x.txt', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['a Word document', 'x.docx', contentTypes(word), word],
    ['a Word document with macros', 'x.docx', contentTypes('application/vnd.ms-word.document.macroEnabled'), null],
    ['an archive', 'x.docx', zipped('a.txt', 'hello'), null],
    ['an older spreadsheet', 'x.xls', compound, 'application/vnd.ms-excel'],
    ['a mail of Outlook', 'x.msg', compound, 'application/vnd.ms-outlook'],
    ['an installer that looks like one', 'x.msi', compound, null],
    [
      'a mail',
      'x.eml',
      bytes('Received: by x\r\n\tfor y\r\nFrom: a@b.example\r\nSubject: Quote\r\n\r\nHello'),
      'message/rfc822',
    ],
    ['a text that is called a mail', 'x.eml', bytes('Hello,\nfrom: nobody'), null],
    ['a table', 'x.csv', bytes('line;cost\nSuite;1.234,56\n'), 'text/csv'],
    ['a text in an older code', 'x.txt', Uint8Array.of(0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68), 'text/plain'],
    ['a web page', 'x.html', bytes('<html><script>alert(1)</script>'), null],
    ['a picture made of script', 'x.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    ['a program', 'x.pdf', bytes('MZ\u0090\u0000'), null],
    ['bytes that are nothing', 'x.txt', Uint8Array.of(0, 1, 2, 3), null],
  ])('%s', async (_, name, content, mediaType) => {
    expect((await fileKindOf(content, name))?.mediaType ?? null).toBe(mediaType);
  });
});

describe('its name', () => {
  const pdf = { extensions: ['pdf'] as const satisfies [string] };
  const jpeg = { extensions: ['jpg', 'jpeg'] as [string, string] };
  it.each([
    ['../../etc/quote.pdf', 'quote.pdf'],
    ['C:\\Users\\me\\quote.PDF', 'quote.pdf'],
    ['quote.exe', 'quote.exe.pdf'],
    ['fdp.\u202eexe.pdf', 'fdp.exe.pdf'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['...pdf', 'pdf.pdf'],
    ['', 'file.pdf'],
    ['what? a "quote": <1>.pdf', 'what- a -quote-- -1-.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('%j → %s', (typed, clean) => {
    expect(cleanFileName(typed, pdf)).toBe(clean);
  });

  it('keeps either spelling of an extension', () => {
    expect(cleanFileName('a.JPEG', jpeg)).toBe('a.jpeg');
  });

  it('goes into a header that nothing breaks out of', () => {
    expect(dispositionOf('attachment', 'Größe "1"; x=(2).pdf')).toBe(
      `attachment; filename="Groe -1-; x=(2).pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%3B%20x%3D%282%29.pdf`,
    );
  });
});

describe('room for a file', () => {
  it('is up to 256 MB of one person’s and 1024 MB of an engagement’s, that one included', () => {
    const size = 20 * megabyte;
    expect(quotaProblem(size, { ofPerson: limits.person - size, ofEngagement: limits.engagement - size })).toBeNull();
    expect(quotaProblem(size, { ofPerson: limits.person - size + 1, ofEngagement: 0 })).toContain('Your files');
    expect(quotaProblem(size, { ofPerson: 0, ofEngagement: limits.engagement - size + 1 })).toContain(
      'this engagement',
    );
  });
});

describe('a link', () => {
  const subject = { kind: 'line', id: '6f9c4f5e-8b1f-4c1e-9f39-111111111111' };
  const read = (url: string) => newLink.safeParse({ engagementId: subject.id, subject, url, title: '' }).success;
  it.each([
    ['https://supplier.example/quote?id=1', true],
    ['http://supplier.example/', false],
    ['javascript:alert(1)', false],
    ['https://user:secret@supplier.example/', false],
    ['https://localhost/', false],
    ['supplier.example', false],
  ])('%s: %s', (url, taken) => {
    expect(read(url)).toBe(taken);
  });
});
