/**
 * `npm run mail:bounces -- MAILDIR` reads the new mails of a Maildir that MAIL_BOUNCES is delivered into, and notes which
 * mails of the portal have come back; without a folder it reads one mail from its input, as a mail server's pipe gives it.
 */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { closeDoors } from '@/db/doors';
import { largestBounce, type Taken, takeBounce } from '@/lib/mail/bounces';
import { withDatabase } from '@/scripts/portal/database';

async function main(maildir: string | undefined): Promise<void> {
  const taken = await withDatabase(async () => {
    const all = maildir ? await takeMaildir(maildir) : [await takeBounce(await readInput())];
    await closeDoors();
    return all;
  });
  const count = (what: Taken) => taken.filter((one) => one === what).length;
  console.log(
    `${taken.length} read: ${count('noted')} noted, ${count('no failure')} without a failure, ${count('not ours')} not of this portal, ${count('unreadable')} unreadable.`,
  );
}

/** Each is moved from `new` to `cur` as seen, so that it is read once. */
async function takeMaildir(maildir: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  await mkdir(join(maildir, 'cur'), { recursive: true });
  for (const name of (await readdir(join(maildir, 'new'))).sort()) {
    const path = join(maildir, 'new', name);
    const { size } = await stat(path);
    taken.push(size > largestBounce ? 'unreadable' : await takeBounce(await readFile(path)));
    await rename(path, join(maildir, 'cur', `${name}:2,S`));
  }
  return taken;
}

/** No more than is read of a mail. */
async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream('', { fd: 0 })) {
    bytes += (chunk as Buffer).byteLength;
    if (bytes > largestBounce + 1) break;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
