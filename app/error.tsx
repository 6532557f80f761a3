'use client';

import { Failure } from '@/components/ui/failure';

export default function ErrorPage(props: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className="mx-auto max-w-5xl px-5 sm:px-8">
      <Failure {...props} />
    </main>
  );
}
