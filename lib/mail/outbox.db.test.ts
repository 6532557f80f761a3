import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asActor, asJob, asSystem, asVisitor } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { asOwner } from '@/db/testing/owner';
import { createPerson, tenants } from '@/db/testing/tenants';
import { deliverMail } from '@/lib/mail/deliver';
import { enqueueMail } from '@/lib/mail/enqueue';
import { undeliverableMails } from '@/lib/mail/queries';
import { type SmtpPeer, startSmtpPeer } from '@/lib/mail/testing/smtp-peer';
import { startJobs } from '@/lib/operations/job-runner';

let peer: SmtpPeer;
const link = 'http://localhost:3000/sign-in/confirm?token=0123456789abcdef';

beforeAll(async () => {
  peer = await startSmtpPeer();
  Object.assign(process.env, {
    AUTH_SECRET: 's'.repeat(32),
    AUTH_URL: 'http://localhost:3000',
    SMTP_URL: peer.url,
    MAIL_FROM: 'portal@walk.example',
  });
});
afterAll(() => peer.close());
beforeEach(async () => {
  peer.behaviour = { kind: 'accept' };
  peer.received.length = 0;
  await asOwner(async (owner) => {
    await owner`delete from mails`;
    await owner`delete from graphile_worker._private_jobs`;
  });
});

const mailTo = (recipient: string, until?: Date) => ({
  recipient,
  subject: 'Your sign-in link',
  body: 'Open this link.',
  link,
  ...(until && { until }),
});
const leave = (mail: Parameters<typeof enqueueMail>[1]) => asSystem((tx) => enqueueMail(tx, mail));
const rows = () => asJob((tx) => tx.select().from(mails).orderBy(mails.createdAt));
const onlyRow = async () => {
  const [row, ...others] = await rows();
  if (!row || others.length > 0) throw new Error('expected one mail');
  return row;
};
const jobs = () =>
  asOwner(
    (owner) => owner<{ payload: unknown; last_error: string | null }[]>`
    select payload, last_error from graphile_worker._private_jobs`,
  );

/** Asks again until the answer is the expected one. */
function eventually<T>(ask: () => Promise<T>, expected: (answer: T) => boolean): Promise<T> {
  return vi.waitFor(
    async () => {
      const answer = await ask();
      if (!expected(answer)) throw new Error('not yet');
      return answer;
    },
    { timeout: 15_000, interval: 20 },
  );
}

describe('a mail left behind', () => {
  it('is there with its job when the change commits, and neither is when it does not', async () => {
    const undone = asSystem(async (tx) => {
      await enqueueMail(tx, mailTo('ada@client.example'));
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    expect([await rows(), [...(await jobs())]]).toEqual([[], []]);

    await leave(mailTo('ada@client.example'));
    const { id } = await onlyRow();
    expect((await jobs()).map(({ payload }) => payload)).toEqual([{ mailId: id }]);
  });

  it('can be left by people, visitors and sign-in, and read by none of them', async () => {
    const { x } = tenants();
    await asActor(x.advisor, (tx) => enqueueMail(tx, mailTo('ada@client.example')));
    await asVisitor((tx) => enqueueMail(tx, mailTo('ben@client.example')));
    await leave(mailTo('cyd@client.example'));
    expect(await rows()).toHaveLength(3);
    const denied = { cause: { code: '42501' } };
    await expect(asActor(x.advisor, (tx) => tx.select().from(mails))).rejects.toMatchObject(denied);
    await expect(asSystem((tx) => tx.select().from(mails))).rejects.toMatchObject(denied);
    await expect(asVisitor((tx) => tx.delete(mails))).rejects.toMatchObject(denied);
    expect(await asActor(x.advisor, undeliverableMails)).toEqual([]);
  });

  it('keeps neither text nor link in clear, in its row or in the queue', async () => {
    await leave({ ...mailTo('ada@client.example'), body: 'Confidential words' });
    const kept = JSON.stringify([await rows(), await jobs()]);
    expect(kept).not.toContain('Confidential');
    expect(kept).not.toContain('0123456789abcdef');
  });
});

describe('delivering', () => {
  const deliver = (mailId: string, last = false) => deliverMail({ mailId }, { last });

  it('hands the mail over once, and forgets what it said', async () => {
    await leave(mailTo('ada@client.example'));
    const { id } = await onlyRow();
    await deliver(id);
    await deliver(id);
    expect(peer.received.map(({ recipients, link: sent }) => [recipients, sent])).toEqual([
      [['ada@client.example'], link],
    ]);
    expect(await onlyRow()).toMatchObject({ state: 'delivered', sealed: null, attempts: 1, problem: null });
  });

  it('is tried again after the line broke, under the same message id', async () => {
    await leave(mailTo('ada@client.example'));
    const { id } = await onlyRow();
    peer.behaviour = { kind: 'drop' };
    await expect(deliver(id)).rejects.toThrow();
    expect(await onlyRow()).toMatchObject({ state: 'queued', attempts: 1 });
    peer.behaviour = { kind: 'accept' };
    await deliver(id);
    expect(peer.received.map(({ messageId }) => messageId)).toEqual([`<${id}@walk.example>`, `<${id}@walk.example>`]);
    expect(await onlyRow()).toMatchObject({ state: 'delivered', attempts: 2, problem: null });
  });

  it('is put off by a 4xx answer and given up at the last try', async () => {
    await leave(mailTo('ada@client.example'));
    const { id } = await onlyRow();
    peer.behaviour = { kind: 'refuse', at: 'recipient', code: 450, words: `4.2.2 ada@client.example is full, ${link}` };
    await expect(deliver(id)).rejects.toThrow('The mail server put it off: the mailbox is full (450, 4.2.2).');
    expect(await onlyRow()).toMatchObject({
      state: 'queued',
      problem: 'The mail server put it off: the mailbox is full (450, 4.2.2).',
    });
    await deliver(id, true);
    expect(await onlyRow()).toMatchObject({ state: 'failed', sealed: null, attempts: 2 });
  });

  it.each(['recipient', 'data'] as const)(
    'gives up at once at a 5xx answer to the %s, and says why without its words',
    async (at) => {
      await leave(mailTo('ada@client.example'));
      const { id } = await onlyRow();
      peer.behaviour = { kind: 'refuse', at, code: 550, words: `5.1.1 no such user, and your link ${link}` };
      await deliver(id);
      const row = await onlyRow();
      expect(row).toMatchObject({ state: 'failed', sealed: null });
      expect(row.problem).toBe('The mail server refused it: there is no such mailbox (550, 5.1.1).');
    },
  );

  it('does not send what has run out', async () => {
    await leave(mailTo('ada@client.example', new Date(0)));
    await deliver((await onlyRow()).id);
    expect(peer.received).toEqual([]);
    expect(await onlyRow()).toMatchObject({ state: 'failed', problem: 'It had run out before it could be sent.' });
  });

  it('does not send what was sealed with another secret or for another row', async () => {
    await leave(mailTo('ada@client.example'));
    await leave(mailTo('ben@client.example'));
    await asOwner(
      (owner) => owner`update mails set sealed = (select sealed from mails where recipient = 'ada@client.example')`,
    );
    const [own, foreign] = await rows();
    await deliver(foreign?.id ?? '');
    await deliver(own?.id ?? '');
    expect(peer.received.map(({ recipients }) => recipients)).toEqual([['ada@client.example']]);
  });

  it('lets administrators see who could not be reached and why, and never the text', async () => {
    await leave(mailTo('ada@client.example'));
    peer.behaviour = { kind: 'refuse', at: 'recipient', code: 550, words: '5.1.1 unknown' };
    await deliver((await onlyRow()).id);
    const { administrator, outsider } = tenants();
    expect(await asActor(administrator, undeliverableMails)).toMatchObject([
      { recipient: 'ada@client.example', problem: expect.stringContaining('no such mailbox'), attempts: 1 },
    ]);
    expect(await asActor(outsider, undeliverableMails)).toEqual([]);
    const sealed = asActor(administrator, (tx) => tx.select({ sealed: mails.sealed }).from(mails));
    await expect(sealed).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('the queue', () => {
  it('delivers each of thirty mails once, with two processes working on it', async () => {
    const stops = await Promise.all([startJobs(), startJobs()]);
    try {
      const names = Array.from({ length: 30 }, (_, index) => `p${index}@client.example`);
      await Promise.all(names.map((name) => leave(mailTo(name))));
      await eventually(rows, (all) => all.every(({ state }) => state === 'delivered'));
      expect(peer.received.flatMap(({ recipients }) => recipients).sort()).toEqual([...names].sort());
    } finally {
      await Promise.all(stops.map((stop) => stop()));
    }
    expect([...(await jobs())]).toEqual([]);
  });

  it('lets a mail on its way arrive before it stops', async () => {
    let release = () => {};
    peer.behaviour = { kind: 'delay', until: new Promise((done) => (release = done)) };
    const stop = await startJobs();
    await leave(mailTo('ada@client.example'));
    await eventually(
      async () => peer.received.length,
      (count) => count === 1,
    );
    const stopped = stop();
    release();
    await stopped;
    expect(await onlyRow()).toMatchObject({ state: 'delivered' });
  });

  it('keeps a reference to the log, not the error, of a job that failed', async () => {
    peer.behaviour = { kind: 'refuse', at: 'recipient', code: 450, words: `4.0.0 ${link}` };
    const stop = await startJobs();
    try {
      await leave(mailTo('ada@client.example'));
      const [failed] = await eventually(jobs, ([job]) => Boolean(job?.last_error));
      expect(failed?.last_error).toMatch(/^see the log for job \d+, attempt 1$/);
    } finally {
      await stop();
    }
  });

  it('takes up what a killed process held', async () => {
    await leave(mailTo('ada@client.example'));
    await asOwner(
      (owner) => owner`
      update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() - interval '5 minutes', attempts = 1`,
    );
    const stop = await startJobs();
    try {
      await eventually(onlyRow, ({ state }) => state === 'delivered');
    } finally {
      await stop();
    }
  });

  it('takes from each role the jobs that are its own to ask for, and no others', async () => {
    const { x } = tenants();
    const ask = (task: string) => asActor(x.advisor, (tx) => tx.execute(sql`select enqueue_job(${task}, '{}'::jsonb)`));
    await expect(ask('nightly.tidy')).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(
      asActor(x.advisor, (tx) => tx.execute(sql`select graphile_worker.add_job('mail.deliver')`)),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(
      asVisitor((tx) => tx.execute(sql`select payload from graphile_worker._private_jobs`)),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('is worked on by a role that sees no engagement, no session and no person', async () => {
    for (const table of ['engagements', 'lines', 'thresholds', 'activity', 'sessions', 'users']) {
      const look = asJob((tx) => tx.execute(sql`select * from ${sql.identifier(table)}`));
      await expect(look, table).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });
});

it('a mail of a person who is gone is delivered all the same', async () => {
  const gone = await createPerson(undefined, `gone-${randomUUID()}`);
  await asActor(gone, (tx) => enqueueMail(tx, mailTo('gone@client.example')));
  await asOwner((owner) => owner`delete from users where id = ${gone.userId}`);
  const { id } = await onlyRow();
  await deliverMail({ mailId: id }, { last: false });
  const [row] = await asJob((tx) => tx.select({ state: mails.state }).from(mails).where(eq(mails.id, id)));
  expect(row?.state).toBe('delivered');
});
