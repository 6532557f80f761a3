import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asJob, asSystem } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { asOwner } from '@/db/testing/owner';
import { largestBounce, takeBounce } from '@/lib/mail/bounces';
import { deliverMail } from '@/lib/mail/deliver';
import { enqueueMail } from '@/lib/mail/enqueue';
import { bounceOf } from '@/lib/mail/testing/bounce';
import { type SmtpPeer, startSmtpPeer } from '@/lib/mail/testing/smtp-peer';

let peer: SmtpPeer;
const link = 'http://localhost:3000/sign-in/confirm?token=0123456789abcdef';

beforeAll(async () => {
  peer = await startSmtpPeer();
  Object.assign(process.env, {
    AUTH_SECRET: 's'.repeat(32),
    AUTH_URL: 'http://localhost:3000',
    SMTP_URL: peer.url,
    MAIL_FROM: 'portal@walk.example',
    MAIL_BOUNCES: 'bounces@walk.example',
  });
});
afterAll(() => peer.close());
beforeEach(() => asOwner((owner) => owner`delete from mails`));

const row = async () => (await asJob((tx) => tx.select().from(mails)))[0];

/** A mail that the server has taken. Returns where it would come back to. */
async function sent(): Promise<string> {
  const mail = { recipient: 'ada@client.example', subject: 'Your sign-in link', body: 'Open it.', link };
  const mailId = await asSystem((tx) => enqueueMail(tx, mail));
  await deliverMail({ mailId }, { last: false });
  expect(await row()).toMatchObject({ state: 'delivered' });
  return peer.received.at(-1)?.returnPath ?? '';
}

describe('a mail that was taken and comes back', () => {
  it('has failed, and says why without a word of what came back', async () => {
    const returnPath = await sent();
    expect(returnPath).toMatch(/^bounces\+[0-9a-f]{48}@walk\.example$/);
    expect(await takeBounce(bounceOf(returnPath, { quoted: `no ada here, ${link}` }))).toBe('noted');
    expect(await row()).toMatchObject({
      state: 'failed',
      problem: 'It came back: there is no such mailbox (5.1.1).',
    });
    // The same report, delivered twice.
    expect(await takeBounce(bounceOf(returnPath))).toBe('not ours');
  });

  it('has not failed for being late, for a holiday note, or for what somebody else makes up', async () => {
    const returnPath = await sent();
    expect(await takeBounce(bounceOf(returnPath, { action: 'delayed', status: '4.4.1' }))).toBe('no failure');
    const note = `To: ${returnPath}\r\nSubject: Away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
    expect(await takeBounce(Buffer.from(note))).toBe('no failure');
    const another = returnPath.replace(/\+./, (first) => (first === '+0' ? '+1' : '+0'));
    expect(await takeBounce(bounceOf(another))).toBe('not ours');
    expect(await takeBounce(bounceOf('bounces@walk.example'))).toBe('not ours');
    expect(await row()).toMatchObject({ state: 'delivered', problem: null });
  });

  it('is not looked for in what is too large, nested without end, or no mail at all', async () => {
    const returnPath = await sent();
    expect(await takeBounce(Buffer.concat([bounceOf(returnPath), Buffer.alloc(largestBounce)]))).toBe('unreadable');
    const nested = Array.from({ length: 40 }, (_, depth) =>
      [`Content-Type: multipart/mixed; boundary="b${depth}"`, '', `--b${depth}`, ''].join('\r\n'),
    ).join('');
    expect(await takeBounce(Buffer.from(`To: ${returnPath}\r\n${nested}`))).not.toBe('noted');
    expect(await takeBounce(Buffer.from([0, 255, 13, 10, 1]))).toBe('not ours');
    expect(await row()).toMatchObject({ state: 'delivered' });
  });
});
