'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { inputClass } from '@/components/forms/text-field';
import { formatMonthsPaid } from '@/lib/format/dates';
import { followStep } from '@/lib/plans/actions';
import type { PlanView } from '@/lib/plans/view';
import type { ActionError } from '@/lib/server/errors';

/** The switching lines and the step each follows: when the step moves, the line's months move with it. */
export function Followers({ view }: { view: PlanView }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  if (view.followers.length === 0) return null;
  return (
    <section aria-labelledby="followers" className="mt-12">
      <h2 id="followers" className="text-2xl">
        When switching is paid
      </h2>
      <p className="mt-1 max-w-2xl text-muted">
        A switching line can follow a step: it is then paid over that step’s months, and moves when the plan moves.
      </p>
      {errors.length > 0 && (
        <p role="alert" className="mt-3 text-sm font-medium text-bad">
          {errors.map(({ message }) => message).join(' ')}
        </p>
      )}
      <ul className="mt-4 divide-y divide-rule rounded-lg border border-rule bg-surface">
        {view.followers.map((line) => (
          <li key={line.id} className="grid items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[1fr_12rem_14rem]">
            <span className="font-medium">{line.label}</span>
            <span className="text-sm text-muted">{formatMonthsPaid(view.renewalDate, line.start, line.end)}</span>
            <select
              aria-label={`Step that “${line.label}” follows`}
              className={inputClass}
              disabled={!view.mayWrite || pending}
              value={line.followsStepId ?? ''}
              onChange={(event) => {
                const stepId = event.target.value || null;
                startTransition(async () => {
                  const answer = await followStep({
                    engagementId: view.engagementId,
                    lineId: line.id,
                    version: line.version,
                    stepId,
                  });
                  setErrors(answer.ok ? [] : answer.errors);
                  router.refresh();
                });
              }}
            >
              <option value="">Months of its own</option>
              {view.steps.map((step) => (
                <option key={step.id} value={step.id}>
                  Follows: {step.label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
