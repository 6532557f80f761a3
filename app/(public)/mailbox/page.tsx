import { notFound } from 'next/navigation';
import { newestMails } from '@/lib/mail/queries';
import { environment } from '@/lib/server/environment';

export const metadata = { title: 'Mailbox of the demo', robots: { index: false, follow: false } };

/** What the demo would have sent. Not there outside the demo. */
export default async function Mailbox() {
  if (!environment().demo) notFound();
  const newest = await newestMails();
  return (
    <main className="mx-auto max-w-2xl px-5 py-12">
      <h1 className="text-3xl">Mailbox of the demo</h1>
      <p className="mt-2 text-muted">The demo sends no mail. What it would have sent is kept here, newest first.</p>
      {newest.length === 0 && <p className="mt-8">No mail yet.</p>}
      <ul className="mt-8 space-y-4">
        {newest.map((mail) => (
          <li key={mail.id} className="rounded-lg border border-rule bg-surface p-5">
            <p className="text-sm text-muted">
              To {mail.recipient} · <time dateTime={mail.createdAt.toISOString()}>{mail.createdAt.toUTCString()}</time>
            </p>
            <h2 className="mt-1 text-lg">{mail.subject}</h2>
            <p className="mt-2 whitespace-pre-line">{mail.body}</p>
            {mail.link && (
              <a
                href={mail.link}
                className="mt-2 inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              >
                Open the link
              </a>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
