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
export const byContent = [
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
export const compound = 'application/x-cfb';
export const byCompoundName = [
  kind('application/msword', 'Text document', 'doc'),
  kind('application/vnd.ms-excel', 'Spreadsheet', 'xls'),
  kind('application/vnd.ms-powerpoint', 'Presentation', 'ppt'),
  kind('application/vnd.ms-outlook', 'Mail', 'msg'),
];

export const mail = kind('message/rfc822', 'Mail', 'eml');
export const table = kind('text/csv', 'Table', 'csv');
export const plain = kind('text/plain', 'Text', 'txt');

const kinds = [...byContent, ...byCompoundName, mail, table, plain];

/** Images that a browser may show as what they are, and nothing but that. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export const isPicture = (mediaType: string) => pictures.includes(mediaType);

export const whatIs = (mediaType: string): string =>
  kinds.find((known) => known.mediaType === mediaType)?.what ?? 'File';

/** For the file chooser: what it offers first. The content decides. */
export const acceptedExtensions = kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`));

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
