import { describe, expect, it } from 'vitest';
import { parseModelText } from './parse';
import { smallFile } from './testing/files';

describe('the text of a file', () => {
  const problemOf = (text: string) => {
    const parsed = parseModelText(text);
    return parsed.ok ? null : `${parsed.problems[0]?.path}: ${parsed.problems[0]?.message}`;
  };

  it('may start with a byte order mark', () => {
    expect(parseModelText(`\uFEFF${JSON.stringify(smallFile())}`).ok).toBe(true);
  });

  it.each([
    ['', 'the file: expected JSON, but the file is empty'],
    [' \n', 'the file: expected JSON, but the file is empty'],
    ['{', 'the file: expected a closing brace, found the end (line 1, column 2)'],
    [
      '{"offer": {"termMonths": NaN}}',
      'offer.termMonths: expected a number, text in quotes, true, false or null, found "NaN" (line 1, column 26)',
    ],
    ['{"offer":\n {"lines": [1, 2,, 3]}}', 'offer.lines[2]: expected a value, found "," (line 2, column 18)'],
    ['{"format": "a",}', 'the file: expected a key in quotes, found "}" (line 1, column 16)'],
    ['{"format": "a" "currency": "EUR"}', 'currency: expected a comma, found "\\"currency\\"" (line 1, column 16)'],
    ['// a model\n{}', 'the file: expected no comment, found "// a model" (line 1, column 1)'],
    ['{"format": "a', 'format: expected a closing quote, found "\\"a" (line 1, column 12)'],
    [
      '{"label": "a\u0001b"}',
      'label: expected no control character in text, found "\\"a\\u0001b\\"" (line 1, column 11)',
    ],
    ['{"format": "a", "format": "b"}', 'format: expected each key once, “format” is there twice (line 1, column 17)'],
    [
      '{"offer": {"lines": [{"id": "a", "id": "b"}]}}',
      'offer.lines[0].id: expected each key once, “id” is there twice (line 1, column 34)',
    ],
    ['{"a": 1, "\\u0061": 2}', 'a: expected each key once, “a” is there twice (line 1, column 10)'],
    [
      '\u0000\u0001\u0002',
      'the file: expected a number, text in quotes, true, false or null, found "\\u0000\\u0001\\u0002" (line 1, column 1)',
    ],
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('may name the same key in different objects', () => {
    expect(problemOf('{"a": {"id": 1}, "b": [{"id": 1}, {"id": 1}]}')).toMatch(/^a: expected no key/);
  });

  it.each([
    ['lists', '['.repeat(300_000)],
    ['objects', '{"a":'.repeat(300_000)],
  ])('nests at most 50 deep: 300,000 %s are refused, not followed', (_, text) => {
    expect(problemOf(text)).toMatch(/^the file: expected brackets at most 50 deep \(line 1, column \d+\)$/);
  });

  it('keeps a number too large for a double from becoming one: 1e999', () => {
    const text = JSON.stringify(smallFile()).replace('57', '1e999');
    expect(problemOf(text)).toBe('offer.lines[0].unitCost: expected a number, found Infinity');
  });
});
