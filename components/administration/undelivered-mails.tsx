import { formatInstant } from '@/lib/format/dates';

type Mail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly attempts: number;
  readonly problem: string | null;
  readonly createdAt: Date;
};

/** Mail that was given up on: to whom and why. What it said is nobody's to read, here either. */
export function UndeliveredMails({ mails }: { mails: readonly Mail[] }) {
  if (mails.length === 0) return <p className="mt-3 text-muted">Every mail so far could be delivered.</p>;
  return (
    <ul className="mt-4 divide-y divide-rule rounded-lg border border-rule bg-surface">
      {mails.map((mail) => (
        <li key={mail.id} className="px-4 py-3">
          <p className="font-medium break-words">
            {mail.recipient}
            <span className="font-normal text-muted"> · {mail.subject}</span>
          </p>
          <p className="text-sm break-words text-muted">
            {mail.problem ?? 'No reason was given'}; {mail.attempts} {mail.attempts === 1 ? 'try' : 'tries'} since{' '}
            {formatInstant(mail.createdAt.toISOString())}
          </p>
        </li>
      ))}
    </ul>
  );
}
