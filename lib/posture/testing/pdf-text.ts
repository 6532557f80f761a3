import { inflateSync } from 'node:zlib';

/** What a PDF says, as somebody who copies its words gets them: glyphs put back into letters by the fonts' own maps. */
export function textOfPdf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const starts = [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)];
  const objects = new Map(
    starts.map((start, at) => [start[1], raw.slice(start.index, starts[at + 1]?.index)] as const),
  );
  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number]) => {
      const unicode = objects.get(number)?.match(/\/ToUnicode (\d+) 0 R/)?.[1];
      return [name, lettersOf(streamOf(objects.get(unicode)))] as const;
    }),
  );
  return [...objects.values()]
    .map(streamOf)
    .filter((stream) => /\bBT\b/.test(stream))
    .map((stream) => wordsOf(stream, fonts))
    .join('\n');
}

/** An object's stream, as long as it says it is: what is packed may hold anything. */
function streamOf(object: string | undefined): string {
  const [, length] = object?.match(/\/Length (\d+)/) ?? [];
  const start = object?.match(/stream\r?\n/);
  if (!object || !length || start?.index === undefined) return '';
  const from = start.index + start[0].length;
  const content = Buffer.from(object.slice(from, from + Number(length)), 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(content) : content).toString('latin1');
}

/** A font's glyphs, as the letters they stand for. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ''], at) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(
        Number.parseInt(from, 16) + at,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return letters;
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, font, shown, end] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\b(ET)\b/gi)) {
    if (font) letters = fonts.get(font);
    else if (end) text += '\n';
    else
      text += (shown?.match(/.{4}/g) ?? [])
        .map((glyph) => letters?.get(Number.parseInt(glyph, 16)) ?? '\ufffd')
        .join('');
  }
  return text;
}
