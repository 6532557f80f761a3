import { Button } from '@/components/ui/button';
import { PageMessage } from '@/components/ui/page-message';

/** Next sends the digest, never the message: it stands in the log beside the cause. */
export function Failure({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <PageMessage
      title="Something went wrong on our side"
      action={
        <Button look="quiet" onClick={retry}>
          Try again
        </Button>
      }
    >
      Nothing you saved is lost.{error.digest && ` Quote ${error.digest} when you ask about it.`}
    </PageMessage>
  );
}
