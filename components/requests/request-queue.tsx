'use client';

import Link from 'next/link';
import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { inputClass } from '@/components/forms/text-field';
import { NoteForm } from '@/components/requests/note-form';
import { RequestCard } from '@/components/requests/request-card';
import { Button, buttonClass } from '@/components/ui/button';
import { assignRequests, decideRequests, releaseRequests, revokeLink } from '@/lib/requests/actions';
import type { QueueView, RequestView } from '@/lib/requests/view';
import type { ActionError, ActionResult } from '@/lib/server/errors';

/** The queue: each request for itself, or several that are ticked, at once. */
export function RequestQueue({ queue: { groups, advisors } }: { queue: QueueView }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, start] = useTransition();
  const all = groups.flatMap(({ requests }) => requests);
  const chosen = all.filter(({ id }) => ticked.has(id));

  function act(call: () => Promise<ActionResult<unknown>>) {
    start(async () => {
      const answer = await call();
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) setTicked(new Set());
    });
  }
  const on = (requests: readonly RequestView[]) => requests.map(({ id, version }) => ({ requestId: id, version }));
  const buttons = (requests: readonly RequestView[]) => {
    const targets = on(requests);
    const states = new Set(requests.map(({ state }) => state));
    return (
      <>
        <Button disabled={pending} onClick={() => act(() => releaseRequests({ targets }))}>
          {states.has('released') ? 'Send again' : 'Release'}
        </Button>
        {!states.has('declined') && (
          <Button
            look="quiet"
            disabled={pending}
            onClick={() => act(() => decideRequests({ targets, to: 'declined' }))}
          >
            Decline
          </Button>
        )}
        {!states.has('spam') && (
          <Button look="quiet" disabled={pending} onClick={() => act(() => decideRequests({ targets, to: 'spam' }))}>
            Spam
          </Button>
        )}
        {!states.has('new') && (
          <Button look="quiet" disabled={pending} onClick={() => act(() => decideRequests({ targets, to: 'new' }))}>
            Back to new
          </Button>
        )}
      </>
    );
  };
  const giving = (requests: readonly RequestView[], label: string) => (
    <select
      aria-label={label}
      disabled={pending}
      value={requests.length === 1 ? (requests[0]?.assignedTo ?? '') : ''}
      onChange={({ target }) => {
        const userId = target.value || null;
        act(() => assignRequests({ targets: on(requests), userId }));
      }}
      className={`${inputClass} mt-0! w-auto! text-sm!`}
    >
      <option value="">Given to nobody</option>
      {advisors.map(({ userId, name }) => (
        <option key={userId} value={userId}>
          {name}
        </option>
      ))}
    </select>
  );

  return (
    <div className="space-y-6">
      <FormErrors errors={errors} />
      {chosen.length > 1 && (
        <section
          aria-label="Several at once"
          className="sticky top-0 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-strong-rule bg-surface p-3"
        >
          <span className="mr-2 text-sm">{chosen.length} chosen</span>
          {buttons(chosen)}
          {giving(chosen, 'Give them to')}
        </section>
      )}
      {groups.map(({ key, requests }) => (
        <section key={key} aria-label={key} className="rounded-lg border border-rule bg-surface">
          {requests.length > 1 && (
            <h2 className="border-b border-rule px-4 py-3 text-lg">
              {key} <span className="font-sans text-sm text-muted">{requests.length} requests</span>
            </h2>
          )}
          <ul className="divide-y divide-rule">
            {requests.map((request) => (
              <li key={request.id}>
                <RequestCard
                  request={request}
                  advisor={advisors.find(({ userId }) => userId === request.assignedTo)?.name ?? null}
                  choice={
                    request.state !== 'converted' && (
                      <label className="flex size-11 shrink-0 items-center justify-center">
                        <input
                          type="checkbox"
                          aria-label={`Choose ${request.name}, ${request.company}`}
                          checked={ticked.has(request.id)}
                          onChange={() =>
                            setTicked((before) => {
                              const after = new Set(before);
                              if (!after.delete(request.id)) after.add(request.id);
                              return after;
                            })
                          }
                          className="size-5 accent-accent"
                        />
                      </label>
                    )
                  }
                >
                  {request.state !== 'converted' && (
                    <div className="mt-3 flex flex-wrap items-center gap-2">
                      {buttons([request])}
                      {request.link?.state === 'open' && (
                        <Button
                          look="quiet"
                          disabled={pending}
                          onClick={() => act(() => revokeLink({ requestId: request.id }))}
                        >
                          End the link
                        </Button>
                      )}
                      <Link href={`/requests/${request.id}`} className={buttonClass('quiet')}>
                        Make an engagement
                      </Link>
                      {giving([request], `Give ${request.name}’s request to`)}
                    </div>
                  )}
                  <NoteForm requestId={request.id} name={request.name} />
                </RequestCard>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
