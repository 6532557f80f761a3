import { fileTypeFromBuffer } from 'file-type';
import {
  byCompoundName,
  byContent,
  compound,
  extensionOf,
  type FileKind,
  mail,
  plain,
  table,
} from '@/lib/evidence/accepted';

/**
 * What a file is, by what it begins with; null for what is not taken, such as a program, a web page, an archive or
 * a document with macros. A name decides only between formats that look the same.
 */
export async function fileKindOf(beginning: Uint8Array, name: string): Promise<FileKind | null> {
  const found = (await fileTypeFromBuffer(beginning))?.mime;
  const extension = extensionOf(name);
  if (found === compound) return byCompoundName.find(({ extensions }) => extensions[0] === extension) ?? null;
  if (found !== undefined) return byContent.find(({ mediaType }) => mediaType === found) ?? null;
  const text = textOf(beginning);
  if (text === null) return null;
  if (extension === 'eml') return beginsLikeMail(text) ? mail : null;
  return [table, plain].find(({ extensions }) => extensions[0] === extension) ?? null;
}

/** Text in UTF-8, or in a code of one byte a character; null where there is a byte that no text has. */
function textOf(beginning: Uint8Array): string | null {
  // A character may be cut in two where the beginning ends.
  for (const encoding of ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(beginning, { stream: true });
      return /[^\P{Cc}\t\n\v\f\r]/u.test(text) ? null : text;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** Header lines, one of them saying from whom. */
function beginsLikeMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  return lines.every((line) => /^([\x21-\x39\x3b-\x7e]+:|[ \t])/.test(line)) && /^from:/im.test(head);
}
