import { fileTypeFromBuffer } from 'file-type';

export type FileKind = {
  readonly mediaType: string;
  /** Without the dot; the first one of several is put where a name has none of them. */
  readonly extensions: readonly [string, ...string[]];
  readonly what: string;
};

const kind = (mediaType: string, what: string, ...extensions: [string, ...string[]]): FileKind => ({
  mediaType,
  extensions,
  what,
});

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** What is known by the bytes it begins with. */
const byContent = [
  kind('application/pdf', 'PDF', 'pdf'),
  kind('image/png', 'Image', 'png'),
  kind('image/jpeg', 'Image', 'jpg', 'jpeg'),
  kind('image/gif', 'Image', 'gif'),
  kind('image/webp', 'Image', 'webp'),
  kind(`${openXml}.wordprocessingml.document`, 'Text document', 'docx'),
  kind(`${openXml}.spreadsheetml.sheet`, 'Spreadsheet', 'xlsx'),
  kind(`${openXml}.presentationml.presentation`, 'Presentation', 'pptx'),
  kind(`${openDocument}.text`, 'Text document', 'odt'),
  kind(`${openDocument}.spreadsheet`, 'Spreadsheet', 'ods'),
  kind(`${openDocument}.presentation`, 'Presentation', 'odp'),
];

/** Older office files and Outlook's mails look alike from outside: there the name tells which. */
const compound = 'application/x-cfb';
const byCompoundName = [
  kind('application/msword', 'Text document', 'doc'),
  kind('application/vnd.ms-excel', 'Spreadsheet', 'xls'),
  kind('application/vnd.ms-powerpoint', 'Presentation', 'ppt'),
  kind('application/vnd.ms-outlook', 'Mail', 'msg'),
];

const mail = kind('message/rfc822', 'Mail', 'eml');
const table = kind('text/csv', 'Table', 'csv');
const plain = kind('text/plain', 'Text', 'txt');

const kinds = [...byContent, ...byCompoundName, mail, table, plain];

/** Images that a browser may show as what they are, and nothing but that. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export const isPicture = (mediaType: string) => pictures.includes(mediaType);

export const whatIs = (mediaType: string): string =>
  kinds.find((known) => known.mediaType === mediaType)?.what ?? 'File';

/** For the file chooser: what it offers first. The content decides. */
export const acceptedExtensions = kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`));

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

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

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
