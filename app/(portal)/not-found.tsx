import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { PageMessage } from '@/components/ui/page-message';

/** Inside the portal its header stays. "Not yours" and "not there" are the same page. */
export default function NotFoundInPortal() {
  return (
    <PageMessage
      title="There is nothing here"
      action={
        <Link href="/engagements" className={buttonClass('quiet')}>
          To your engagements
        </Link>
      }
    >
      The address may be mistyped, or what it leads to is not yours to see.
    </PageMessage>
  );
}
