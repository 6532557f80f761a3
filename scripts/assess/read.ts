import { type FileHandle, open } from 'node:fs/promises';
import type { Model } from '@/lib/model/types';
import { MAX_MODEL_BYTES, parseModelText } from '@/lib/model-file/parse';
import type { Problem } from '@/lib/model-file/problems';

type Read = { readonly ok: true; readonly model: Model } | { readonly ok: false; readonly problem: Problem };

/** Reads a model file of at most 8 MB; of a larger one, no more than shows that it is. */
export async function readModelFile(path: string): Promise<Read> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(path));
  } catch (error) {
    return { ok: false, problem: { path: 'the file', message: `expected ${expectedOf(error)}` } };
  }
  const parsed = parseModelText(text);
  if (parsed.ok) return parsed;
  const [first = { path: 'the file', message: 'expected a model' }, ...rest] = parsed.problems;
  if (holdsModel(text)) return { ok: false, problem: { path: 'the file', message: wrapped } };
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`;
  return { ok: false, problem: { path: first.path, message: `${first.message}${more}` } };
}

const wrapped = 'expected a model, found one under “model”: save that part as a file of its own';

/** Whether it is a worked case or the like: a model within something else. */
function holdsModel(text: string): boolean {
  try {
    const { model } = JSON.parse(text) as { model?: unknown };
    return typeof model === 'object' && model !== null && 'format' in model;
  } catch {
    return false;
  }
}

class TooLarge extends Error {}

async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const about = await file.stat();
    if (about.isFile() && about.size > MAX_MODEL_BYTES) throw new TooLarge();
    return await upTo(MAX_MODEL_BYTES, file);
  } finally {
    await file.close();
  }
}

/** A pipe has no size to ask for, and a file may grow meanwhile. */
async function upTo(limit: number, file: FileHandle): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(65_536));
    if (bytesRead === 0) return Buffer.concat(chunks, size);
    chunks.push(buffer.subarray(0, bytesRead));
    size += bytesRead;
    if (size > limit) throw new TooLarge();
  }
}

function expectedOf(error: unknown): string {
  if (error instanceof TooLarge) return `at most ${MAX_MODEL_BYTES / 1024 / 1024} MB`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'a file, there is none of that name';
    case 'EISDIR':
      return 'a file, found a folder';
    case 'EACCES':
      return 'a file that may be read';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'text in UTF-8';
    default:
      return `a file that can be read, found ${code || 'none'}`;
  }
}
