'use client';

import { Failure } from '@/components/ui/failure';

/** Inside the portal its header stays, and with it the way to another page. */
export default function ErrorInPortal(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} />;
}
