'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { archiveByName, confirmErasure, reopenByName, requestErasure, withdrawErasure } from '@/lib/archives/actions';
import type { EngagementName } from '@/lib/archives/view';
import { formatInstant } from '@/lib/format/dates';
import type { ActionError, ActionResult } from '@/lib/server/errors';

/** The engagements by name alone: to be archived, and with a second person's word erased. */
export function EngagementNames({ engagements }: { engagements: readonly EngagementName[] }) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [sure, setSure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const run = (act: () => Promise<ActionResult<void>>) =>
    startTransition(async () => {
      const answer = await act();
      setErrors(answer.ok ? [] : answer.errors);
      setSure(null);
    });

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
        {engagements.map(({ id, client, lead, createdAt, archivedAt, request }) => {
          const on = { engagementId: id };
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 grow basis-60">
                <p className="font-medium break-words">{client}</p>
                <p className="text-sm text-muted">
                  {lead ? `Led by ${lead}` : 'Without a lead'}, since {formatInstant(createdAt)}
                  {archivedAt && `. In the archive since ${formatInstant(archivedAt)}`}
                </p>
                {request && (
                  <p className="mt-1 text-sm font-medium text-bad">
                    {request.yours ? 'You asked to erase it' : 'An administrator asks to erase it'}; until{' '}
                    {formatInstant(request.expiresAt)} its lead
                    {request.yours ? ' or another administrator' : ', or you,'} can confirm.
                  </p>
                )}
              </div>
              <div className="flex flex-wrap gap-2">
                {!archivedAt && (
                  <Button look="quiet" disabled={pending} onClick={() => run(() => archiveByName(on))}>
                    Archive
                  </Button>
                )}
                {archivedAt && (
                  <Button look="quiet" disabled={pending} onClick={() => run(() => reopenByName(on))}>
                    Take out of the archive
                  </Button>
                )}
                {archivedAt && !request && (
                  <Button look="danger" disabled={pending} onClick={() => run(() => requestErasure(on))}>
                    Ask to erase it
                  </Button>
                )}
                {request && (
                  <Button
                    look="quiet"
                    disabled={pending}
                    onClick={() => run(() => withdrawErasure({ ...on, requestId: request.id }))}
                  >
                    {request.yours ? 'Take the request back' : 'Refuse'}
                  </Button>
                )}
                {request && !request.yours && sure !== id && (
                  <Button look="danger" disabled={pending} onClick={() => setSure(id)}>
                    Erase it …
                  </Button>
                )}
                {request && sure === id && (
                  <Button
                    look="danger"
                    disabled={pending}
                    onClick={() => run(() => confirmErasure({ ...on, requestId: request.id }))}
                  >
                    Erase everything it holds, for good
                  </Button>
                )}
              </div>
            </li>
          );
        })}
        {engagements.length === 0 && <li className="px-4 py-4 text-muted">No engagement yet.</li>}
      </ul>
    </div>
  );
}
