'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Approvers, StateWord, Story, Terms } from '@/components/thresholds/threshold-card';
import { WritingForm } from '@/components/thresholds/writing-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import type { ActionError } from '@/lib/server/errors';
import { withdrawThreshold } from '@/lib/thresholds/actions';
import type { RoomView, ThresholdView } from '@/lib/thresholds/view';

/** Leadership's word: what is in force, what waits for a decision, and everything that was before. */
export function ThresholdRoom({ view }: { view: RoomView }) {
  const { current, waiting, writing } = view;
  const [open, setOpen] = useState(false);
  return (
    <div className="max-w-6xl space-y-8">
      <header>
        <h1 className="text-4xl">Threshold</h1>
        <p className="mt-2 max-w-prose text-muted">
          The point at which the organisation would really go: agreed in advance, dated, and by those who can keep it.
          Only advisors and executives see this room.
        </p>
      </header>
      {view.absence && <Notice tone="warn">{view.absence}</Notice>}
      {current && <Shown threshold={current} view={view} title={current.state === 'stale' ? 'Stale' : 'In force'} />}
      {waiting && (
        <Shown
          threshold={waiting}
          view={view}
          title={waiting.state === 'drafted' ? 'A draft' : 'Waiting for its approvers'}
        />
      )}
      {view.mayWrite && (
        <section aria-label="A new threshold" className="print:hidden">
          {open && writing ? (
            <>
              <h2 className="mb-3 text-2xl">{current || waiting ? 'Another line' : 'A line'}</h2>
              <WritingForm view={writing} done={() => setOpen(false)} />
            </>
          ) : writing ? (
            <Button look={current || waiting ? 'quiet' : 'primary'} onClick={() => setOpen(true)}>
              {waiting?.state === 'drafted'
                ? 'Go on with the draft'
                : current || waiting
                  ? 'Propose another in its place'
                  : 'Propose a threshold'}
            </Button>
          ) : (
            <Notice>
              A threshold rests on a chosen alternative that is costed.{' '}
              <Link href={`/engagements/${view.engagementId}/alternative`} className="underline underline-offset-4">
                To the alternative
              </Link>
            </Notice>
          )}
        </section>
      )}
      {view.earlier.length > 0 && <Earlier view={view} />}
    </div>
  );
}

function Shown({ threshold, view, title }: { threshold: ThresholdView; view: RoomView; title: string }) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const mine = threshold.approvers.find(({ userId, member }) => userId === view.me && member);
  const decides = mine && threshold.state !== 'drafted';
  const due = mine && (mine.decision === null || mine.lapsed);
  return (
    <section
      aria-label={title}
      className="rounded-lg border border-rule bg-surface p-4 sm:p-6 print:border-0 print:p-0"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">{title}</h2>
        {threshold.word !== title && <StateWord threshold={threshold} />}
      </div>
      <FormErrors errors={errors} />
      {threshold.state === 'stale' && <p className="mt-2 font-medium text-warn">{threshold.sentence}</p>}
      <div className="gap-12 lg:grid lg:grid-cols-[3fr_2fr]">
        <div>
          <Terms threshold={threshold} currency={view.currency} />
        </div>
        <div>
          <h3 className="mt-6 mb-2 text-lg lg:mt-2">Who decides</h3>
          <Approvers threshold={threshold} />
        </div>
      </div>
      <div className="mt-5 flex flex-wrap gap-3 print:hidden">
        <Link
          href={`/engagements/${view.engagementId}/threshold/${threshold.id}` as Route}
          className={buttonClass(decides && due ? 'primary' : 'quiet')}
        >
          {decides ? (mine?.lapsed ? 'Re-affirm it, or not' : due ? 'Read and decide' : 'Open it') : 'Open it'}
        </Link>
        {view.mayWrite && (threshold.state === 'proposed' || threshold.state === 'drafted') && (
          <Button
            look="quiet"
            disabled={pending}
            onClick={() =>
              startTransition(async () => {
                const { engagementId } = view;
                const answer = await withdrawThreshold({ engagementId, thresholdId: threshold.id });
                setErrors(answer.ok ? [] : answer.errors);
              })
            }
          >
            Withdraw it
          </Button>
        )}
      </div>
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2.5 text-sm text-accent underline underline-offset-4">
          What became of it
        </summary>
        <div className="mt-2">
          <Story threshold={threshold} />
        </div>
      </details>
    </section>
  );
}

function Earlier({ view }: { view: RoomView }) {
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="text-2xl">
        Earlier
      </h2>
      <ul className="mt-3 divide-y divide-rule border-y border-rule">
        {view.earlier.map((threshold) => (
          <li key={threshold.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Link
              href={`/engagements/${view.engagementId}/threshold/${threshold.id}` as Route}
              className="figures inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
            >
              {formatMoney(threshold.amount, view.currency)}
            </Link>
            <StateWord threshold={threshold} />
            <span className="text-sm text-muted">
              written by {threshold.writtenBy}, {threshold.writtenOn}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
