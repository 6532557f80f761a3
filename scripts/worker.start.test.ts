import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { asSystem, closeDoors } from '@/db/doors';
import { enqueueMail } from '@/lib/mail/enqueue';
import { startSmtpPeer } from '@/lib/mail/testing/smtp-peer';
import { withDatabase } from '@/scripts/portal/database';

it('npm run worker delivers what is queued, and ends in order', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'walk position worker-'));
  // PostgreSQL runs as another account where the tests run as root: it must reach its data.
  chmodSync(dataDir, 0o711);
  const peer = await startSmtpPeer();
  Object.assign(process.env, { WALK_DATA_DIR: dataDir, DEMO: 'off', SMTP_URL: peer.url });
  try {
    await withDatabase(async () => {
      const mail = { recipient: 'ada@client.example', subject: 'Hello', body: 'Text' };
      await asSystem((tx) => enqueueMail(tx, mail));
      await closeDoors();
      const worker = spawn(process.execPath, [resolve('scripts/run.mjs'), 'scripts/worker.ts'], { stdio: 'ignore' });
      const ended = once(worker, 'exit');
      await vi.waitFor(() => expect(peer.received).toHaveLength(1), { timeout: 60_000, interval: 50 });
      worker.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    });
  } finally {
    await peer.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
