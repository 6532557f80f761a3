import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
  readonly recipients: readonly string[];
  /** Where it comes back to when it cannot be delivered. */
  readonly returnPath: string;
  /** As it came over the wire. */
  readonly source: string;
  /** Unfolded headers, one a line, above the first empty line. */
  readonly headers: readonly string[];
  readonly messageId: string;
  /** The plain part, decoded. */
  readonly text: string;
  /** The first address in the plain part. */
  readonly link: string | undefined;
};

/** What the server does with the next mail. `drop` breaks the line after the mail has been received. */
export type Behaviour =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly at: 'recipient' | 'data'; readonly code: number; readonly words: string }
  | { readonly kind: 'drop' }
  | { readonly kind: 'delay'; readonly until: Promise<void> };

export type SmtpPeer = {
  readonly url: string;
  readonly received: ReceivedMail[];
  behaviour: Behaviour;
  close(): Promise<void>;
};

/** A real mail server on a free loopback port. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, callback) {
      const { behaviour } = peer;
      callback(behaviour.kind === 'refuse' && behaviour.at === 'recipient' ? refusal(behaviour) : null);
    },
    onData(stream, session, callback) {
      const { behaviour } = peer;
      void readAll(stream).then(async (source) => {
        if (behaviour.kind === 'refuse') return callback(refusal(behaviour));
        const { mailFrom, rcptTo } = session.envelope;
        const returnPath = mailFrom ? mailFrom.address : '';
        const recipients = rcptTo.map(({ address }) => address);
        received.push({ ...readMail(source), recipients, returnPath });
        if (behaviour.kind === 'delay') await behaviour.until;
        if (behaviour.kind === 'drop') for (const connection of server.connections) connection.close();
        else callback(null, 'taken');
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const peer: SmtpPeer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    behaviour: { kind: 'accept' },
    close: () => new Promise((done) => server.close(() => done())),
  };
  return peer;
}

function refusal({ code, words }: { code: number; words: string }): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

function readMail(source: string): Omit<ReceivedMail, 'recipients' | 'returnPath'> {
  const [head = '', ...parts] = source.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const plain = source.slice(source.indexOf('text/plain'), source.indexOf('text/html'));
  const body = plain.slice(plain.indexOf('\r\n\r\n') + 4, plain.lastIndexOf('\r\n--'));
  const text = /quoted-printable/i.test(plain) ? fromQuotedPrintable(body) : body;
  return {
    source,
    headers,
    messageId:
      headers
        .find((line) => /^message-id:/i.test(line))
        ?.slice('message-id:'.length)
        .trim() ?? '',
    text: parts.length > 0 ? text : '',
    link: /https?:\/\/\S+/.exec(text)?.[0],
  };
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
