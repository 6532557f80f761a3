import { describe, expect, it } from 'vitest';
import { plainLines, plainText } from '@/lib/format/plain-text';

const line = (typed: unknown) => plainText(20).safeParse(typed).success;

describe('one line as people type it', () => {
  it('is trimmed, in any language', () => {
    expect(plainText(20).parse('  Nadège Ødegård ')).toBe('Nadège Ødegård');
    for (const name of ['Ελένη', 'עדי', 'محمد', '李小龍', 'O’Brien-Smith', '👩‍💼 Ada']) expect(line(name)).toBe(true);
  });

  it.each(['\u0000', '\u0007', '\n', '\r', '\u001b[31m', '\u007f', '\u0085'])(
    'holds no control character %j',
    (mark) => {
      expect(line(`a${mark}b`)).toBe(false);
    },
  );

  it.each(['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068'])(
    'holds no direction override %j',
    (mark) => {
      expect(line(`gpj.${mark}exe`)).toBe(false);
    },
  );

  it('ends at its length: ten megabytes are refused, and are no other type', () => {
    expect(line('x'.repeat(21))).toBe(false);
    expect(line('x'.repeat(10_000_000))).toBe(false);
    for (const other of [undefined, null, 7, ['a', 'b'], {}]) expect(line(other)).toBe(false);
  });
});

describe('several lines', () => {
  it('keep their breaks, in one form', () => {
    expect(plainLines(50).parse(' Dear Noor,\r\n\r\nuntil Tuesday.\r')).toBe('Dear Noor,\n\nuntil Tuesday.');
  });

  it('hold no other control character and no override', () => {
    for (const mark of ['\u0000', '\u0008', '\u202e', '\u2067']) {
      expect(plainLines(50).safeParse(`a\n${mark}b`).success).toBe(false);
    }
  });
});
