/** Why a mail could not be sent, and whether trying again can help. */
export type Refusal = { readonly permanent: boolean; readonly problem: string };

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown; readonly response?: unknown };

/** RFC 3463, second and third figure of the enhanced status code. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^\.1\.[123]/, 'there is no such mailbox'],
  [/^\.1\./, 'the address is not accepted'],
  [/^\.2\.2/, 'the mailbox is full'],
  [/^\.2\./, 'the mailbox is closed'],
  [/^\.3\.4/, 'the mail is too large'],
  [/^\.7\./, 'its rules forbid the mail'],
];

/** What a status such as 5.1.1 says, in our words; undefined where it says nothing that helps. */
export function meaningOf(status: string): string | undefined {
  return meanings.find(([pattern]) => pattern.test(status.slice(1)))?.[1];
}

/**
 * Reads what nodemailer threw. The server's own words stay out: they may quote the mail, and with it a link.
 * Permanent is a 5xx answer to the mail itself; a refused log-in is the portal's setting and may be mended.
 */
export function refusalOf(error: unknown): Refusal {
  const { code, responseCode, response } = (error ?? {}) as SmtpError;
  if (typeof responseCode !== 'number') {
    const reasons: Record<string, string> = {
      ENOSERVER: 'No mail server is set (SMTP_URL).',
      ECONNECTION: 'The mail server could not be reached.',
      EDNS: 'The name of the mail server could not be found.',
      ESOCKET: 'The connection to the mail server broke.',
      ETIMEDOUT: 'The mail server did not answer in time.',
      ETLS: 'The mail server offers no safe connection.',
      EAUTH: 'The mail server refused the portal’s log-in.',
    };
    return { permanent: false, problem: reasons[String(code)] ?? 'The mail could not be handed over.' };
  }
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(String(response ?? ''));
  const meaning = enhanced && meaningOf(enhanced[0]);
  const status = enhanced ? `${responseCode}, ${enhanced[0]}` : `${responseCode}`;
  const permanent = responseCode >= 500 && code !== 'EAUTH';
  const verb = permanent ? 'refused it' : 'put it off';
  const problem =
    code === 'EAUTH'
      ? `The mail server refused the portal’s log-in (${responseCode}).`
      : `The mail server ${verb}${meaning ? `: ${meaning}` : ''} (${status}).`;
  return { permanent, problem };
}
