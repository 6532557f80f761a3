'use client';

import { useState, useTransition } from 'react';
import { nameOwner } from '@/lib/preparedness/actions';
import type { CriterionView, ReadinessView } from '@/lib/preparedness/view';

/** Who sees to a criterion: read by everybody who reads the criterion, named by an advisor. */
export function CriterionOwner({
  criterion,
  owner,
  view,
}: {
  criterion: CriterionView['id'];
  owner: CriterionView['owner'];
  view: Pick<ReadinessView, 'engagementId' | 'people' | 'mayChange'>;
}) {
  const [problem, setProblem] = useState('');
  const [pending, startTransition] = useTransition();
  if (!view.mayChange) return <p className="text-muted">Owner: {owner?.name ?? 'nobody yet'}</p>;
  const leadership = criterion.startsWith('L');
  const name = (ownerId: string | null) =>
    startTransition(async () => {
      const answer = await nameOwner({
        engagementId: view.engagementId,
        criterion,
        ownerId,
        before: owner?.id ?? null,
      });
      setProblem(answer.ok ? '' : (answer.errors[0]?.message ?? ''));
    });
  return (
    <>
      <label className="flex items-center gap-2 text-muted">
        Owner<span className="sr-only"> of {criterion}</span>
        <select
          value={owner?.id ?? ''}
          disabled={pending}
          onChange={(event) => name(event.target.value || null)}
          className="min-h-11 min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-1 text-ink hover:border-strong-rule sm:min-h-8"
        >
          <option value="">nobody yet</option>
          {view.people
            .filter(({ seesThreshold }) => !leadership || seesThreshold)
            .map(({ id, name: called }) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
        </select>
      </label>
      {problem && (
        <p role="alert" className="font-medium text-bad">
          {problem}
        </p>
      )}
    </>
  );
}
