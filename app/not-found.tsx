import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-lg px-5 py-24">
      <h1 className="text-3xl">There is nothing here</h1>
      <p className="mt-3 text-muted">The address may be mistyped, or what it leads to is not yours to see.</p>
      <Link href="/" className={`mt-8 ${buttonClass('quiet')}`}>
        To the front page
      </Link>
    </main>
  );
}
