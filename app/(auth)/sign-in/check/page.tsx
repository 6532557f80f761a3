import Link from 'next/link';
import { environment } from '@/lib/server/environment';

export const metadata = { title: 'Check your mail' };

export default function Check() {
  const { demo } = environment();
  return (
    <>
      <h1 className="text-3xl">Check your mail</h1>
      <p className="mt-3 text-muted">
        If that address belongs to somebody here, a sign-in link is on its way to it. It works once, for fifteen
        minutes.
      </p>
      {demo && (
        <p className="mt-6">
          This is the demo, which sends no mail:{' '}
          <Link href="/mailbox" className="text-accent underline underline-offset-4">
            open the mailbox
          </Link>
          .
        </p>
      )}
    </>
  );
}
