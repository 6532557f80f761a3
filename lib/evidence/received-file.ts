import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '@/lib/evidence/policy';
import { DomainError } from '@/lib/server/errors';

/** A file that has arrived whole. */
export type ReceivedFile = {
  readonly size: number;
  readonly sha256: string;
  /** Its first bytes, at most a megabyte: enough to tell what it is. */
  readonly beginning: Uint8Array;
  /** Its content, in pieces of at most 256 KB. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
};

const pieceSize = 256 * 1024;
const beginningSize = 1024 * 1024;

/**
 * Takes a body in, then runs with it. However long it takes to arrive, it holds neither memory nor a connection to
 * the database meanwhile: it waits in a file without a name, which is gone with the process whatever happens.
 */
export async function receiving<T>(
  body: AsyncIterable<Uint8Array>,
  run: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `walk-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    const digest = createHash('sha256');
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limits.file) throw new DomainError({ code: 'invalid', message: 'This file is larger than 20 MB.' });
      digest.update(chunk);
      await handle.write(chunk);
    }
    if (size === 0) throw new DomainError({ code: 'invalid', message: 'This file is empty.' });
    const beginning = await read(handle, 0, Math.min(size, beginningSize));
    return await run({ size, sha256: digest.digest('hex'), beginning, pieces: () => piecesOf(handle, size) });
  } finally {
    await handle.close();
  }
}

async function* piecesOf(handle: FileHandle, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < size; at += pieceSize) yield read(handle, at, Math.min(pieceSize, size - at));
}

async function read(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const piece = new Uint8Array(length);
  const { bytesRead } = await handle.read(piece, 0, length, at);
  if (bytesRead !== length) throw new Error('A received file is shorter than what was received');
  return piece;
}
