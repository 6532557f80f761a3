import type { Model } from '@/lib/model/types';
import { MAX_MODEL_BYTES, parseModelText } from '@/lib/model-file/parse';
import { serialiseModel } from '@/lib/model-file/serialise';

/** Something in a file and what is the matter with it: a path in a model file, a cell of a worksheet. */
export type Remark = { readonly path: string; readonly message: string };

/** A file that can become an engagement. Of a worksheet some cells may be left out, which is said before it does. */
export type ReadFile = {
  readonly name: string;
  /** The model as a model file: what is sent when it is confirmed. */
  readonly text: string;
  readonly model: Model;
  readonly client: string;
  /** A worksheet's cells that could not be read, and those that were taken otherwise than they stand. */
  readonly worksheet?: { readonly problems: readonly Remark[]; readonly notes: readonly Remark[] };
};

export type FileOutcome = { readonly read: ReadFile } | { readonly name: string; readonly problems: readonly Remark[] };

/** Reads a model file or a worksheet in the browser: nothing is sent before somebody has seen what was read. */
export function readFile(file: File): Promise<FileOutcome> {
  return /\.(xlsx|xlsm|xls|ods)$/i.test(file.name) ? worksheetOutcome(file) : modelOutcome(file);
}

async function modelOutcome(file: File): Promise<FileOutcome> {
  const { name } = file;
  if (file.size > MAX_MODEL_BYTES) return refused(name, 'too large for a model file: 8 MB at most');
  try {
    const text = await file.text();
    const parsed = parseModelText(text);
    return parsed.ok
      ? { read: { name, text, model: parsed.model, client: clientFrom(name) } }
      : { name, problems: parsed.problems };
  } catch {
    return refused(name, 'cannot be read; is it a folder?');
  }
}

async function worksheetOutcome(file: File): Promise<FileOutcome> {
  const { name } = file;
  const [{ readWorksheet }, { MAX_WORKSHEET_BYTES, Refusal }] = await Promise.all([
    import('@/lib/worksheet/read-worksheet'),
    import('@/lib/worksheet/refusal'),
  ]);
  // Before a byte of it is read.
  if (file.size > MAX_WORKSHEET_BYTES) return refused(name, 'too large for a worksheet: 8 MB at most');
  try {
    const { model, company, ...found } = await readWorksheet(new Uint8Array(await file.arrayBuffer()));
    const [problems, notes] = [found.problems.map(remark), found.notes.map(remark)];
    if (!model) return { name, problems };
    const text = serialiseModel(model, { threshold: true });
    return { read: { name, text, model, client: company || clientFrom(name), worksheet: { problems, notes } } };
  } catch (error) {
    return refused(name, error instanceof Refusal ? error.message : 'cannot be read as a worksheet');
  }
}

const remark = ({ cell, message }: { cell: string; message: string }): Remark => ({ path: cell, message });

function refused(name: string, message: string): FileOutcome {
  return { name, problems: [{ path: 'the file', message }] };
}

/** A first guess at the client: what the file is called, as words. */
export function clientFrom(fileName: string): string {
  return fileName
    .replace(/(\.walk-position)?\.(json|xlsx)$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}
