'use client';

import Link from 'next/link';
import { Followers } from '@/components/plans/followers';
import { PlanChart } from '@/components/plans/plan-chart';
import { StepList } from '@/components/plans/step-list';
import { useUndoKey } from '@/components/plans/undo-key';
import { usePlan } from '@/components/plans/use-plan';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/format/dates';
import { standingOf } from '@/lib/plans/schedule';
import { type PlanView, planWords } from '@/lib/plans/view';
import type { RowNotesView } from '@/lib/row-notes/view';

export function PlanRoom({ view, notes }: { view: PlanView; notes: RowNotesView }) {
  const plan = usePlan(view);
  useUndoKey(plan.undo);
  const standing = standingOf(plan.schedule, view);
  return (
    <div>
      <h1 className="text-4xl">Plan</h1>
      {view.alternatives.length > 1 && (
        <nav aria-label="Alternatives" className="mt-4 flex flex-wrap gap-2 print:hidden">
          {view.alternatives.map((alternative) => (
            <Link
              prefetch={false}
              key={alternative.key}
              href={`?alternative=${alternative.key}`}
              aria-current={alternative.current ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm ${alternative.current ? 'border-accent bg-surface font-semibold' : 'border-rule text-muted hover:text-ink'}`}
            >
              {alternative.label}
            </Link>
          ))}
        </nav>
      )}
      <p className="mt-5 max-w-3xl text-lg leading-relaxed" aria-live="polite">
        {plan.steps.length === 0
          ? `There is no plan for “${view.alternative.label}” yet. Until there is one, nobody knows by when leaving must begin.`
          : planWords(plan.schedule, standing, { renewalDate: view.renewalDate, written: formatDate })}
      </p>
      {plan.steps.length > 0 && standing.state === 'late' && (
        <div className="mt-4 max-w-3xl">
          <Notice tone={standing.bridged ? 'warn' : 'bad'} title="The plan is longer than the time left" />
        </div>
      )}
      <div className="mt-6 flex min-h-11 items-center justify-between gap-4 print:hidden">
        <p role="status" className="text-sm text-muted">
          {plan.saving ? 'Saving…' : plan.said}
        </p>
        {plan.undo && (
          <Button look="quiet" onClick={plan.undo}>
            Undo
          </Button>
        )}
      </div>
      {plan.steps.length > 0 && <PlanChart plan={plan} view={view} />}
      <StepList plan={plan} view={view} notes={notes} />
      <Followers view={view} />
    </div>
  );
}
