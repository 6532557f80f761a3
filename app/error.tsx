'use client';

import { Button } from '@/components/ui/button';

/** Next sends the digest, never the message: it stands in the log beside the cause. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-lg px-5 py-24">
      <h1 className="text-3xl">Something went wrong on our side</h1>
      <p className="mt-3 text-muted">
        Nothing you saved is lost.{error.digest && ` Quote ${error.digest} when you ask about it.`}
      </p>
      <Button look="quiet" className="mt-8" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
