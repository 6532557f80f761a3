import { crc32, deflateRawSync } from 'node:zlib';
import { openArchive } from '@/lib/worksheet/unzip';

/** A zip archive of some parts, for files that no spreadsheet would write. `small`: it says that its parts are. */
export function zipOf(parts: ReadonlyMap<string, string | Uint8Array>, { small = false } = {}): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain, { level: 9 });
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(plain.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(plain), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(small ? 100 : plain.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, title, packed);
    directory.push(entry, title);
    offset += head.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}

/** The archive with some parts changed or added; null takes a part away. */
export async function changed(
  bytes: Uint8Array,
  change: (name: string, text: string) => string | null,
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const archive = openArchive(bytes);
  const parts = new Map<string, string>();
  for (const name of archive.names) {
    const text = change(name, (await archive.text(name)) ?? '');
    if (text !== null) parts.set(name, text);
  }
  for (const [name, text] of Object.entries(more)) parts.set(name, text);
  return zipOf(parts);
}
