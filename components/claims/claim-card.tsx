'use client';

import { useState, useTransition } from 'react';
import { ClaimForm } from '@/components/claims/claim-form';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { carryClaim, removeClaim } from '@/lib/claims/actions';
import { claimedOnLine, type Verdict } from '@/lib/claims/register';
import type { ClaimsView, ClaimView } from '@/lib/claims/view';
import { formatDate } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import type { ActionError } from '@/lib/server/errors';

const verdictLook: Record<Verdict, string> = {
  genuine: 'border-good text-good',
  partly: 'border-vendor text-vendor',
  manufactured: 'border-bad text-bad',
};

/** What was said and by whom, what it claims beside what is honest, and what we answer. */
export function ClaimCard({ claim, view }: { claim: ClaimView; view: ClaimsView }) {
  const [editing, setEditing] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  if (editing) return <ClaimForm view={view} claim={claim} done={() => setEditing(false)} />;
  const line = view.lines.find(({ id }) => id === claim.lineId);
  const on = { engagementId: view.engagementId, claimId: claim.id, version: claim.version };
  const carried = line?.switching && claim.claimedAmount !== null ? claimedOnLine(line, claim.claimedAmount) : null;
  const act = (run: () => ReturnType<typeof removeClaim>) =>
    startTransition(async () => {
      const answer = await run();
      setErrors(answer.ok ? [] : answer.errors);
    });
  return (
    <article aria-label={`${claim.saidBy}, ${formatDate(claim.saidOn)}`}>
      <FormErrors errors={errors} />
      <div className="gap-x-10 gap-y-4 max-lg:space-y-4 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div>
          <blockquote className="max-w-2xl font-serif text-lg leading-snug">“{claim.statement}”</blockquote>
          <p className="mt-1 max-w-2xl text-sm text-muted">
            {claim.saidBy}
            {claim.saidTo && ` to ${claim.saidTo}`}, {formatDate(claim.saidOn)} · {claim.kind}
            {(claim.about || line) && ` · about ${claim.about || line?.label}`}
          </p>
          {claim.answer && (
            <p className="mt-3 max-w-2xl whitespace-pre-line border-l-2 border-alternative pl-3">
              <span className="sr-only">Our answer: </span>
              {claim.answer}
            </p>
          )}
          {line && carried !== null && carried === line.carried && (
            <p className="mt-3 text-sm text-muted">Stands against “{line.label}” in Microsoft’s version of the cost.</p>
          )}
        </div>
        <div className="lg:border-l lg:border-rule lg:pl-6">
          <span
            className={`inline-block rounded-full border px-2.5 py-0.5 text-sm font-medium ${claim.verdict ? verdictLook[claim.verdict] : 'border-strong-rule text-muted'}`}
          >
            {claim.verdict ?? 'no verdict yet'}
          </span>
          <Figures claim={claim} currency={view.currency} />
        </div>
      </div>
      {view.mayWrite && (
        <div className="-ml-4 mt-1 flex flex-wrap print:hidden">
          <Button look="plain" onClick={() => setEditing(true)}>
            Edit
          </Button>
          {line && carried !== null && carried !== line.carried && (
            <Button
              look="plain"
              disabled={pending}
              onClick={() => act(() => carryClaim({ ...on, lineVersion: line.version }))}
            >
              Set it against “{line.label}” in Microsoft’s version
            </Button>
          )}
          <Button look="plain" disabled={pending} onClick={() => act(() => removeClaim(on))}>
            Remove
          </Button>
        </div>
      )}
    </article>
  );
}

const none = '–';

function Figures({ claim, currency }: { claim: ClaimView; currency: string }) {
  const amount = (value: number | null) => (value === null ? null : formatMoney(value, currency));
  const months = (value: number | null) => (value === null ? null : `${value} months`);
  const both = (one: string | null, other: string | null) => [one, other].filter(Boolean).join(', ') || none;
  const difference = (claimed: number | null, honest: number | null) =>
    claimed === null || honest === null ? null : claimed - honest;
  const cells = [
    { name: 'Claimed', text: both(amount(claim.claimedAmount), months(claim.claimedMonths)), className: 'text-vendor' },
    {
      name: 'Honest',
      text: both(amount(claim.honestAmount), months(claim.honestMonths)),
      className: 'text-alternative',
    },
    {
      name: 'Between them',
      text: both(
        amount(difference(claim.claimedAmount, claim.honestAmount)),
        months(difference(claim.claimedMonths, claim.honestMonths)),
      ),
      className: '',
    },
  ];
  if (cells.every(({ text }) => text === none)) return null;
  return (
    <dl className="figures mt-2 text-sm">
      {cells.map((cell) => (
        <div key={cell.name} className="flex items-baseline justify-between gap-x-4 py-0.5">
          <dt className="text-muted">{cell.name}</dt>
          <dd className={`text-right font-medium ${cell.className}`}>{cell.text}</dd>
        </div>
      ))}
    </dl>
  );
}
