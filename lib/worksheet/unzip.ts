import { MAX_PARTS, MAX_UNPACKED_BYTES, Refusal } from '@/lib/worksheet/refusal';

/**
 * Reads the parts of a zip archive one at a time and only when asked, counting what comes out: what an archive says of
 * its own sizes is not believed. Works in the browser and on the server.
 */
export type Archive = {
  readonly names: readonly string[];
  /** The text of a part; null where there is none. */
  readonly text: (name: string) => Promise<string | null>;
};

type Entry = { readonly method: number; readonly packed: number; readonly offset: number; readonly flags: number };

const damaged = () => new Refusal('The file is damaged: it could not be unpacked.');

export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view);
  const budget = { left: MAX_UNPACKED_BYTES };
  return {
    names: [...entries.keys()],
    async text(name) {
      const entry = entries.get(name);
      return entry ? new TextDecoder('utf-8').decode(await unpacked(bytes, view, entry, budget)) : null;
    },
  };
}

/** The archive's own list of its parts, which stands at its end. */
function directoryOf(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_PARTS) throw new Refusal('The file has more parts than any worksheet.');
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + length));
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record: its comment may be up to 64 KB. */
function endOf(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged();
}

async function unpacked(
  bytes: Uint8Array,
  view: DataView,
  { method, packed, offset, flags }: Entry,
  budget: { left: number },
): Promise<Uint8Array> {
  if (flags & 1) throw new Refusal('The file is locked with a password. Save it without one.');
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const part = bytes.subarray(start, start + packed);
  if (part.length !== packed || (method !== 0 && method !== 8)) throw damaged();
  const stream = new Blob([part.slice()]).stream();
  return gathered(method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw')), budget);
}

/** All of a stream, unless it is more than is left: then it is abandoned where it stands. */
async function gathered(stream: ReadableStream<Uint8Array>, budget: { left: number }): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw damaged();
    });
    if (done) break;
    budget.left -= value.length;
    length += value.length;
    if (budget.left < 0) {
      // Nothing waits for the rest; whether giving it up worked changes nothing.
      reader.cancel().catch(() => undefined);
      throw new Refusal('Unpacked, the file is far larger than any worksheet. It was not read further.');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
