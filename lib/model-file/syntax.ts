import { createScanner, getLocation, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { type Problem, pathOf, shown } from './problems';

/** Deeper than any model is; a parser that calls itself would run out of stack far beyond it. */
const deepest = 50;

/** The first place where the text is no JSON, nests too deep or names a key twice. */
export function firstSyntaxProblem(text: string): Problem | null {
  if (text.trim() === '') return { path: 'the file', message: 'expected JSON, but the file is empty' };
  const deep = firstTooDeep(text);
  if (deep !== null)
    return { path: 'the file', message: `expected brackets at most ${deepest} deep (${placeOf(text, deep)})` };
  const found = firstError(text) ?? unreadable(text);
  if (!found) return null;
  const { offset, message } = found;
  return { path: pathOf(getLocation(text, offset).path), message: `${message} (${placeOf(text, offset)})` };
}

type Found = { readonly offset: number; readonly message: string };

/** Where the brackets go deeper than allowed, read token by token. */
function firstTooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== Token.end; token = scanner.scan()) {
    if (token === Token.openBrace || token === Token.openBracket) depth++;
    if (token === Token.closeBrace || token === Token.closeBracket) depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return null;
}

/** jsonc-parser's SyntaxKind, which is an ambient const enum that single files cannot read. */
const Token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

function firstError(text: string): Found | null {
  const found: Found[] = [];
  const keys: Set<string>[] = [];
  const expect = (offset: number, message: string) => {
    if (found.length === 0) found.push({ offset, message });
  };
  visit(
    text,
    {
      onObjectBegin: () => {
        keys.push(new Set());
      },
      onObjectEnd: () => {
        keys.pop();
      },
      onObjectProperty: (key, offset) => {
        const seen = keys.at(-1);
        if (seen?.has(key)) expect(offset, `expected each key once, “${shown(key)}” is there twice`);
        seen?.add(key);
      },
      onError: (code, offset, length) => {
        const there = text.slice(offset, offset + Math.min(length, 40));
        expect(offset, `expected ${wanted(code)}, found ${there === '' ? 'the end' : shown(JSON.stringify(there))}`);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return found[0] ?? null;
}

/** What only JSON.parse objects to. */
function unreadable(text: string): Found | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return { offset: 0, message: 'expected JSON' };
  }
}

const wants: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a number, text in quotes, true, false or null',
  InvalidNumberFormat: 'a number',
  PropertyNameExpected: 'a key in quotes',
  ValueExpected: 'a value',
  ColonExpected: 'a colon',
  CommaExpected: 'a comma',
  CloseBraceExpected: 'a closing brace',
  CloseBracketExpected: 'a closing bracket',
  EndOfFileExpected: 'nothing more',
  InvalidCommentToken: 'no comment',
  UnexpectedEndOfString: 'a closing quote',
  UnexpectedEndOfNumber: 'a number',
  InvalidUnicode: 'four hexadecimal digits',
  InvalidEscapeCharacter: 'an escape that JSON knows',
  InvalidCharacter: 'no control character in text',
};

function wanted(code: ParseErrorCode): string {
  return wants[printParseErrorCode(code)] ?? 'JSON';
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
