'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { archiveEngagement, confirmErasureAsLead, refuseErasureAsLead, reopenEngagement } from '@/lib/archives/actions';
import type { ArchivedState } from '@/lib/archives/view';
import type { ActionError, ActionResult } from '@/lib/server/errors';

/** Where an advisor puts the engagement in the archive, and its lead answers a wish to erase it. */
export function ArchivePanel({ state: { engagementId, archived, request } }: { state: ArchivedState }) {
  const router = useRouter();
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [sure, setSure] = useState(false);
  const [pending, startTransition] = useTransition();
  const run = (act: () => Promise<ActionResult<void>>) =>
    startTransition(async () => {
      const answer = await act();
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) router.refresh();
    });

  return (
    <section aria-labelledby="archive" className="mt-12 print:hidden">
      <h2 id="archive" className="text-2xl">
        Archive
      </h2>
      <p className="mt-1 max-w-xl text-muted">
        {archived
          ? 'This engagement is over: everybody can still read what they could read, and nobody changes anything.'
          : 'When the deal is done: everybody can still read it, nobody changes it, and it leaves the portfolio.'}
      </p>
      <div className="mt-4 space-y-4">
        <FormErrors errors={errors} />
        {request && (
          <Notice tone="bad" title="An administrator asks to erase this engagement">
            <p>
              Until <Instant at={request.expiresAt} /> you, as its lead, can confirm or refuse. Erased, everything it
              holds is gone for good; what stays is that it was erased, by whom and when.
            </p>
            <div className="mt-3 flex flex-wrap gap-2">
              <Button
                look="quiet"
                disabled={pending}
                onClick={() => run(() => refuseErasureAsLead({ engagementId, requestId: request.id }))}
              >
                Refuse
              </Button>
              {sure ? (
                <Button
                  look="danger"
                  disabled={pending}
                  onClick={() => run(() => confirmErasureAsLead({ engagementId, requestId: request.id }))}
                >
                  Erase everything it holds, for good
                </Button>
              ) : (
                <Button look="danger" disabled={pending} onClick={() => setSure(true)}>
                  Erase it …
                </Button>
              )}
            </div>
          </Notice>
        )}
        <Button
          look="quiet"
          disabled={pending}
          onClick={() =>
            run(() => (archived ? reopenEngagement({ engagementId }) : archiveEngagement({ engagementId })))
          }
        >
          {archived ? 'Take it out of the archive' : 'Put it in the archive'}
        </Button>
      </div>
    </section>
  );
}
