import { toPlainText } from '@react-email/components';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { partsOf } from './letter';
import { messageOf } from './message';
import { refusalOf } from './refusal';
import { mailOfReturnPath, returnPathOf } from './return-path';
import { mailSchema } from './schema';
import { openMail, sealMail } from './seal';

const id = '6f1c1f6e-6a34-4e8f-9d0c-0d6f5b1a2c3d';

const sender = { mailFrom: 'portal@walk.example', mailBounces: undefined, authSecret: 's'.repeat(32) };

async function wire(subject: string, body: string, recipient = 'ada@client.example'): Promise<string> {
  const mail = mailSchema.parse({ recipient, subject, body, link: 'https://portal.example/x?a=1&b=2' });
  const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail(
    await messageOf({ id, recipient: mail.recipient, subject: mail.subject }, mail, sender),
  );
  return String((sent as unknown as { message: Buffer }).message);
}

const headerNames = (source: string) =>
  source
    .slice(0, source.indexOf('\r\n\r\n'))
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .sort();

describe('a mail on the wire', () => {
  it('gains no header from any subject', async () => {
    const expected = headerNames(await wire('Plain', 'Text'));
    const lineBreaks = fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\0');
    const subjects = fc.tuple(fc.string({ unit: 'binary' }), lineBreaks, fc.constantFrom('Bcc: eve@evil.example', ''));
    await fc.assert(
      fc.asyncProperty(subjects, async (parts) => {
        expect(headerNames(await wire(parts.join(''), 'Text'))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('that comes again and again says in both parts, and in its head, where it is stopped', async () => {
    const choice = 'https://portal.example/account#digest';
    const content = { body: 'Something waits for you.', link: 'https://portal.example/today', choice };
    const message = await messageOf({ id, recipient: 'ada@client.example', subject: 'Due' }, content, sender);
    expect(message.text).toContain('Stop it, or choose how often');
    expect(message.text).toContain(choice);
    expect(message.html).toContain(`href="${choice}"`);
    expect(message.headers).toMatchObject({ 'list-unsubscribe': `<${choice}>` });
    const once = await messageOf({ id, recipient: 'ada@client.example', subject: 'Due' }, { body: 'Once.' }, sender);
    expect(once.text).not.toContain('how often');
    expect(once.headers).not.toHaveProperty('list-unsubscribe');
  });

  it('goes to one address, whatever the address looks like', () => {
    for (const recipient of [
      'a@b.example, eve@evil.example',
      'a@b.example\r\nBcc: eve@evil.example',
      '<a@b.example>',
    ]) {
      expect(mailSchema.safeParse({ recipient, subject: 's', body: 'b' }).success, recipient).toBe(false);
    }
  });

  it('shows markup in the text as text', async () => {
    const source = await wire('Hello', 'Dear <script>alert("x")</script> & co');
    expect(source).toContain('&lt;script&gt;');
    expect(source.slice(source.indexOf('text/html'))).not.toContain('<script');
  });

  it('drops the marks that turn text around, and control characters, and keeps paragraphs', () => {
    const { subject, body } = mailSchema.parse({
      recipient: 'ada@client.example',
      subject: 'Invoice \u202Egpj.exe\u0007',
      body: 'One\r\n\r\nTwo\u202E\u0000 three',
    });
    expect([subject, body]).toEqual(['Invoice  gpj.exe', 'One\n\nTwo  three']);
  });

  it('carries the mail’s own message id', async () => {
    expect(await wire('Hello', 'Text')).toContain(`Message-ID: <${id}@walk.example>`);
  });
});

describe('the two parts of a mail', () => {
  const link = 'https://portal.example/x?token=abc';
  const said = { subject: 'Your <decision> & mine', body: 'One paragraph,\nin two lines.\n\nAnother “one” €.', link };
  const wordsOf = (html: string) =>
    toPlainText(html.replace(/<style>.*?<\/style>/s, '').replaceAll('data-skip-in-text', 'data-shown'), {
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'h1', options: { uppercase: false } },
      ],
    }).split(/\s+/);

  it('say the same, in the same order, and the address beside its button', async () => {
    const { html, text } = await partsOf(said);
    expect(wordsOf(html).filter((word) => word !== link)).toEqual(
      text.split(/\s+/).filter((word) => word && word !== link),
    );
    expect(text.split(link)).toHaveLength(2);
    expect(text).toContain(
      'Your <decision> & mine\n\nOne paragraph,\nin two lines.\n\nAnother “one” €.\n\nOpen the page https:',
    );
  });

  it('fetch nothing, and add no figure to what is said', async () => {
    const { html, text } = await partsOf(said);
    expect(text).not.toMatch(/\d/);
    expect(html).not.toMatch(/<img|<link|<script|url\(|src=|@import|@font-face/i);
    const addresses = html.match(/https?:\/\/[^"<\s]+/g) ?? [];
    expect(addresses.filter((address) => address !== link && !address.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  it('have no button where there is nothing to open', async () => {
    const { html, text } = await partsOf({ ...said, link: undefined });
    expect([html.includes('<a '), text.includes('Open the page')]).toEqual([false, false]);
  });
});

describe('a return path', () => {
  const secret = 's'.repeat(32);
  const address = returnPathOf(id, 'bounces@walk.example', secret);

  it('names its mail, however its letters are written, and fits where addresses are kept', () => {
    expect(mailOfReturnPath(address, secret)).toBe(id);
    expect(mailOfReturnPath(`<${address.toUpperCase()}>`, secret)).toBe(id);
    expect(returnPathOf(id, 'fifteen-letters@walk.example', secret).indexOf('@')).toBe(64);
  });

  it('cannot be made up for another mail, nor with another secret', () => {
    expect(mailOfReturnPath(address, 't'.repeat(32))).toBeNull();
    expect(mailOfReturnPath(address.replace('6f1c', '6f1d'), secret)).toBeNull();
    expect(mailOfReturnPath('bounces@walk.example', secret)).toBeNull();
  });
});

describe('a sealed mail', () => {
  const secret = 's'.repeat(32);
  const said = { body: 'Text', link: 'https://portal.example/x' };

  it('opens with its own secret and for its own row only', () => {
    const sealed = sealMail(id, said, secret);
    expect(openMail(id, sealed, secret)).toEqual(said);
    expect(openMail(id, sealed, 't'.repeat(32))).toBeNull();
    expect(openMail('another', sealed, secret)).toBeNull();
  });

  it('does not open once any byte of it has changed', () => {
    const bytes = Buffer.from(sealMail(id, said, secret), 'base64');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openMail(id, changed.toString('base64'), secret)).toBeNull();
    }
    expect(openMail(id, '', secret)).toBeNull();
  });

  it('looks different each time', () => {
    expect(sealMail(id, said, secret)).not.toBe(sealMail(id, said, secret));
  });
});

describe('a refusal', () => {
  it.each([
    [{ responseCode: 550, response: '550 5.1.1 nobody' }, true, 'refused it: there is no such mailbox (550, 5.1.1)'],
    [{ responseCode: 552, response: '552 5.2.2 over quota' }, true, 'refused it: the mailbox is full (552, 5.2.2)'],
    [{ responseCode: 451, response: '451 try later' }, false, 'put it off (451)'],
    [{ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no' }, false, 'refused the portal’s log-in (535)'],
    [{ code: 'ETIMEDOUT' }, false, 'did not answer in time'],
    [new Error('anything'), false, 'could not be handed over'],
    [undefined, false, 'could not be handed over'],
  ])('%j: permanent %s', (error, permanent, words) => {
    const refusal = refusalOf(error);
    expect(refusal.permanent).toBe(permanent);
    expect(refusal.problem).toContain(words);
  });
});
