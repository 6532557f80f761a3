/** What a mail server sends back to the return path of a mail that it had taken (RFC 3464). */
export function bounceOf(
  returnPath: string,
  { action = 'failed', status = '5.1.1', quoted = '' }: { action?: string; status?: string; quoted?: string } = {},
): Buffer {
  const lines = [
    'Return-Path: <>',
    'From: Mail delivery <mailer-daemon@mx.client.example>',
    `To: ${returnPath}`,
    'Subject: Undelivered mail returned to sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered.',
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.client.example',
    '',
    'Final-Recipient: rfc822; ada@client.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${quoted}`,
    '',
    '--cut',
    'Content-Type: message/rfc822',
    '',
    'Subject: The walk position worksheet',
    '',
    quoted,
    '--cut--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
