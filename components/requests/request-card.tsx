import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDate, formatInstant, formatMonthAfter } from '@/lib/format/dates';
import type { LinkView, RequestView } from '@/lib/requests/view';
import { agreements, seatBands } from '@/lib/requests/words';

const marks = {
  'free mail': 'a free mail address',
  disposable: 'a throw-away address',
  link: 'links in what was written',
  hasty: 'sent faster than one can write',
  trap: 'filled in the hidden field',
} as const;

const did: Readonly<Record<string, string>> = {
  note: 'noted',
  released: 'sent the worksheet',
  declined: 'declined it',
  spam: 'called it spam',
  reopened: 'put it back among the new ones',
  assigned: 'gave it to',
  revoked: 'ended the link',
  converted: 'made an engagement of it',
};

/** One request: what was asked, what to know of it, and what was done. What was written is shown as text, never as links. */
export function RequestCard({
  request,
  advisor,
  choice,
  children,
}: {
  readonly request: RequestView;
  /** Whose it is to look after. */
  readonly advisor: string | null;
  readonly choice?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <article aria-label={`${request.name}, ${request.company}`} className="px-4 py-4">
      <div className="flex gap-3">
        {choice}
        <div className="min-w-0 grow">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="wrap-anywhere font-medium">
              {request.name} · {request.company}
            </span>
            <span className="text-sm text-muted">{age(request.days)}</span>
          </p>
          <p className="text-sm wrap-anywhere text-muted">
            {request.jobTitle} · {request.email}
          </p>
          <p className="mt-1 text-sm wrap-anywhere">
            {agreements[request.agreement]} · renewed in {formatMonthAfter(`${request.renewalMonth}-01`, 0)} ·{' '}
            {seatBands[request.seats]} seats
          </p>
          {request.hope && <p className="mt-2 wrap-anywhere whitespace-pre-line">{request.hope}</p>}
          {(request.marks.length > 0 || request.asked > 1) && (
            <p className="mt-2 text-sm text-warn">
              {[
                ...request.marks.map((mark) => marks[mark]),
                ...(request.asked > 1 ? [`this address has asked ${request.asked} times`] : []),
              ].join(' · ')}
            </p>
          )}
          {advisor && <p className="mt-2 text-sm text-muted">Looked after by {advisor}</p>}
          {request.link && <LinkState link={request.link} />}
          {request.entries.length > 0 && (
            <details className="mt-1 text-sm">
              <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted">
                What was done ({request.entries.length})
              </summary>
              <ul className="space-y-1">
                {request.entries.map((entry) => (
                  <li key={entry.id} className="wrap-anywhere whitespace-pre-line">
                    <span className="text-muted">
                      {formatInstant(entry.at)}, {entry.by}{' '}
                      {entry.kind === 'assigned' && !entry.body ? 'gave it to nobody' : did[entry.kind]}
                    </span>{' '}
                    {entry.body}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {request.engagementId && (
            <Link
              href={`/engagements/${request.engagementId}`}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              To its engagement
            </Link>
          )}
          {children}
        </div>
      </div>
    </article>
  );
}

const mails = {
  queued: 'The mail is on its way',
  delivered: 'The mail was delivered',
  failed: 'The mail did not arrive',
  kept: 'The mail is in the demo’s mailbox',
  forgotten: 'The mail was sent more than a month ago',
} as const;

function LinkState({ link }: { link: LinkView }) {
  const downloads = link.downloads === 1 ? 'downloaded once' : `downloaded ${link.downloads} times`;
  return (
    <p className={`mt-2 text-sm ${link.problem || link.mail === 'failed' ? 'text-bad' : 'text-muted'}`}>
      {mails[link.mail]}
      {link.problem && `: ${link.problem}`} · {downloads} ·{' '}
      {link.state === 'open' ? `the link works until ${formatDate(link.until.slice(0, 10))}` : 'the link has ended'}
    </p>
  );
}

function age(days: number): string {
  if (days < 1) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
