import { SaxesParser } from 'saxes';
import { MAX_CELLS, MAX_WORKSHEET_BYTES, Refusal } from '@/lib/worksheet/refusal';
import { type Archive, openArchive } from '@/lib/worksheet/unzip';

/** A spreadsheet's cells as they were saved. Nothing in it is carried out: no formula, no macro, no link. */

export type SavedCell = {
  readonly value: string | number | boolean | null;
  /** The value comes from a formula: it is what the formula last came to. */
  readonly formula: boolean;
  /** The formula ended in an error, such as #REF!. */
  readonly error: boolean;
};

export type Sheet = { readonly name: string; readonly cells: ReadonlyMap<string, SavedCell>; readonly rows: number };

export type Area = {
  readonly sheet: string;
  readonly first: { readonly row: number; readonly column: number };
  readonly last: { readonly row: number; readonly column: number };
};

export type Spreadsheet = {
  readonly sheetNames: readonly string[];
  readonly names: ReadonlyMap<string, Area>;
  /** Dates count from 1904, as old Macintosh files do, instead of 1900. */
  readonly since1904: boolean;
  readonly sheet: (name: string) => Promise<Sheet | null>;
};

/** Opens an .xlsx. Throws Refusal where it is none, holds macros, or is too large. */
export async function openSpreadsheet(bytes: Uint8Array): Promise<Spreadsheet> {
  if (bytes.length > MAX_WORKSHEET_BYTES) throw new Refusal('The file is too large for a worksheet: 8 MB at most.');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new Refusal('This is an old .xls file, or one locked with a password. Save it as .xlsx without a password.');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('This is no spreadsheet: an .xlsx file is expected.');
  const archive = openArchive(bytes);
  if (archive.names.some((name) => /vbaProject|macrosheets|\/activeX\//i.test(name))) {
    throw new Refusal('The file holds macros. Save it as .xlsx without macros and drop it again.');
  }
  const start = (await relationsOf(archive, '')).byKind.get('officeDocument') ?? 'xl/workbook.xml';
  const workbook = await parsed(archive, start, readWorkbook);
  if (!workbook) throw new Refusal('This is no spreadsheet: an .xlsx file is expected.');
  const { targets, byKind } = await relationsOf(archive, start);
  const strings = (await parsed(archive, byKind.get('sharedStrings') ?? 'xl/sharedStrings.xml', readStrings)) ?? [];
  const opened = new Map<string, Promise<Sheet | null>>();
  const budget = { cells: MAX_CELLS };
  const open = async (name: string) => {
    const path = targets.get(workbook.sheets.get(name) ?? '');
    return path ? parsed(archive, path, (xml) => readSheet(xml, name, strings, budget)) : null;
  };
  return {
    sheetNames: [...workbook.sheets.keys()],
    names: workbook.names,
    since1904: workbook.since1904,
    sheet(name) {
      const known = opened.get(name) ?? open(name);
      opened.set(name, known);
      return known;
    },
  };
}

type Handlers = {
  open: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  close: (tag: string, text: string) => void;
};

async function parsed<T>(
  archive: Archive,
  path: string,
  read: (xml: (handlers: Handlers) => void) => T,
): Promise<T | null> {
  const text = await archive.text(path);
  return text === null ? null : read((handlers) => walk(text, handlers));
}

/** Walks through XML. A document type could name entities, of this machine or of endless size: it is refused. */
function walk(xml: string, { open, close }: Handlers): void {
  const parser = new SaxesParser({ fragment: false });
  let text = '';
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw new Refusal('The file declares entities, which no spreadsheet needs. It was not read.');
  });
  parser.on('error', () => {
    throw new Refusal('The file is damaged: its contents are not well formed.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    open(local(name), attributes as Record<string, string>);
  });
  const add = (piece: string) => {
    text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    close(local(name), text);
    text = '';
  });
  parser.write(xml).close();
}

type Xml = (handlers: Handlers) => void;

function readWorkbook(xml: Xml) {
  const sheets = new Map<string, string>();
  const names = new Map<string, Area>();
  let since1904 = false;
  let defining = '';
  xml({
    open(tag, attributes) {
      if (tag === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (tag === 'sheet') sheets.set(attributes.name ?? '', attributes['r:id'] ?? attributes.id ?? '');
      // A copy of a sheet takes names along that hold on that sheet alone: the worksheet's own are everywhere's.
      if (tag === 'definedName') defining = attributes.localSheetId === undefined ? (attributes.name ?? '') : '';
    },
    close(tag, text) {
      const area = tag === 'definedName' && defining ? areaOf(text) : null;
      if (area) names.set(defining.toLowerCase(), area);
    },
  });
  return { sheets, names, since1904 };
}

/** 'My sheet'!$B$3:$B$20. Anything else a name may stand for, such as #REF! or a formula, is none. */
function areaOf(text: string): Area | null {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(
    text.trim(),
  );
  if (!found) return null;
  const [, quoted, bare, column = '', row, lastColumn = column, lastRow = row] = found;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? bare ?? '',
    first: { row: Number(row), column: columnNumber(column) },
    last: { row: Number(lastRow), column: columnNumber(lastColumn) },
  };
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

type Relations = { readonly targets: ReadonlyMap<string, string>; readonly byKind: ReadonlyMap<string, string> };

/** What a part leads to inside the archive, by the name it gives it and by its kind; of the archive itself for ''. */
async function relationsOf(archive: Archive, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const targets = new Map<string, string>();
  const byKind = new Map<string, string>();
  await parsed(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, (xml) =>
    xml({
      open(tag, { Id = '', Target = '', TargetMode, Type = '' }) {
        if (tag !== 'Relationship' || TargetMode === 'External') return;
        const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target.replace(/^\.\//, '')}`;
        targets.set(Id, target);
        byKind.set(Type.slice(Type.lastIndexOf('/') + 1), target);
      },
      close() {},
    }),
  );
  return { targets, byKind };
}

/** Texts that cells share. What is said of how a text is pronounced is no part of it. */
function readStrings(xml: Xml): string[] {
  const strings: string[] = [];
  let whole = '';
  let spoken = false;
  xml({
    open(tag) {
      if (tag === 'si') whole = '';
      if (tag === 'rPh') spoken = true;
    },
    close(tag, text) {
      if (tag === 't' && !spoken) whole += text;
      if (tag === 'rPh') spoken = false;
      if (tag === 'si') strings.push(unescaped(whole));
    },
  });
  return strings;
}

/** Letters that XML cannot hold, as a carriage return, stand in a text by their number: _x000D_. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, number: string) =>
    String.fromCharCode(Number.parseInt(number, 16)),
  );
}

function readSheet(xml: Xml, name: string, strings: readonly string[], budget: { cells: number }): Sheet {
  const cells = new Map<string, SavedCell>();
  let rows = 0;
  // Where a row or cell does not say where it is, it is next to the one before.
  let row = 0;
  let column = 0;
  let address = '';
  let type = '';
  let written: string | null = null;
  let formula = false;
  let inline = '';
  xml({
    open(tag, attributes) {
      if (tag === 'f') formula = true;
      if (tag === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = 0;
      }
      if (tag !== 'c') return;
      if (--budget.cells < 0) throw new Refusal('The file has more cells than any worksheet.');
      column = attributes.r ? columnNumber(/^[A-Z]*/.exec(attributes.r)?.[0] ?? '') : column + 1;
      address = attributes.r ?? addressOf(row, column);
      type = attributes.t ?? 'n';
      written = null;
      formula = false;
      inline = '';
    },
    close(tag, text) {
      if (tag === 'v') written = text;
      else if (tag === 't') inline += text;
      else if (tag === 'c') {
        if (written === null && type !== 'inlineStr' && !formula) return;
        rows = Math.max(rows, Number(/\d+$/.exec(address)?.[0] ?? 0));
        cells.set(address, { value: savedValue(type, written, inline, strings), formula, error: type === 'e' });
      }
    },
  });
  return { name, cells, rows };
}

function savedValue(
  type: string,
  written: string | null,
  inline: string,
  strings: readonly string[],
): SavedCell['value'] {
  if (type === 'inlineStr') return unescaped(inline);
  if (written === null) return null;
  if (type === 's') return strings[Number(written)] ?? null;
  if (type === 'b') return written === '1';
  if (type === 'str') return unescaped(written);
  if (type === 'e' || type === 'd') return written;
  const number = Number(written);
  return Number.isFinite(number) ? number : written;
}
