import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn, partsOf } from '@/lib/talk/words';

const people = [
  { id: '1', name: 'Ines Halder' },
  { id: '2', name: 'Ines Halder-Weiss' },
  { id: '3', name: 'Zoë Ångström' },
];

describe('whom a comment names', () => {
  it.each([
    ['@Ines Halder, is this all?', ['1']],
    ['as @ines halder said', ['1']],
    ['@Ines Halder-Weiss knows', ['2']],
    ['(@Zoë Ångström)', ['3']],
    ['@Ines Halder and @Zoë Ångström and @Ines Halder', ['1', '3']],
    ['mail ines@Ines Halder', []],
    ['@Ines Haldering', []],
    ['@Ines', []],
    ['@@Ines Halder', []],
  ])('%s', (body, ids) => {
    expect(mentionsIn(body, people)).toEqual(ids);
  });

  it('both, where two have the same name', () => {
    expect(
      mentionsIn('@Jo', [
        { id: 'a', name: 'Jo' },
        { id: 'b', name: 'jo' },
      ]),
    ).toEqual(['a', 'b']);
  });
});

describe('a comment in parts', () => {
  it('follows addresses of the web alone, without what ends the sentence', () => {
    const links = (body: string) =>
      partsOf(body, [])
        .filter(({ kind }) => kind === 'link')
        .map(({ text }) => text);
    expect(links('See (https://a.example/x?y=1), or http://b.example.')).toEqual([
      'https://a.example/x?y=1',
      'http://b.example',
    ]);
    expect(links('javascript:alert(1) data:text/html,x xhttps://a.example https://')).toEqual([]);
  });

  it('is, put together again, the comment', () => {
    const pieces = fc.array(fc.constantFrom('@Ines Halder', 'https://a.example', ' ', '.', '@', 'a', '\n', '<b>'));
    fc.assert(
      fc.property(pieces, (some) => {
        const body = some.join('');
        expect(
          partsOf(body, people)
            .map(({ text }) => text)
            .join(''),
        ).toBe(body);
      }),
    );
  });
});
