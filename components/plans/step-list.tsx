'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { inputClass } from '@/components/forms/text-field';
import { MonthsField } from '@/components/plans/months-field';
import { factsOf } from '@/components/plans/plan-chart';
import type { Plan, StepFacts } from '@/components/plans/use-plan';
import { FoldedRowNotes } from '@/components/row-notes/row-notes';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/lib/format/dates';
import { monthsBefore } from '@/lib/model/plan';
import { addStep, moveStep, removeStep } from '@/lib/plans/actions';
import { inMonths, readMonths } from '@/lib/plans/months';
import type { ScheduledStep } from '@/lib/plans/schedule';
import type { PlanView, StepView } from '@/lib/plans/view';
import type { RowNotesView } from '@/lib/row-notes/view';
import type { ActionError } from '@/lib/server/errors';

const small = 'text-xs text-muted';

/** Every step with its fields: what the picture shows, said in words, and the way to change it without one. */
export function StepList({ plan, view, notes }: { plan: Plan; view: PlanView; notes: RowNotesView }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [errors, setErrors] = useState<readonly ActionError[]>([]);

  function run(act: () => Promise<{ ok: true } | { ok: false; errors: readonly ActionError[] }>) {
    startTransition(async () => {
      const answer = await act();
      setErrors(answer.ok ? [] : answer.errors);
      router.refresh();
    });
  }

  return (
    <section aria-labelledby="steps" className="mt-10">
      <h2 id="steps" className="text-2xl">
        Steps
      </h2>
      <ol className="mt-4 divide-y divide-rule rounded-lg border border-rule bg-surface">
        {plan.steps.map((step, index) => {
          const placed = plan.schedule.steps[index];
          if (!placed) return null;
          const next = plan.steps[index + 1];
          const previous = plan.steps[index - 1];
          const place = { engagementId: view.engagementId, stepId: step.id, version: step.version };
          return (
            <li key={step.id} className="px-4 py-4">
              <div className="gap-x-4 lg:flex lg:items-start">
                <StepFields
                  key={`${step.id} ${step.version}`}
                  step={step}
                  placed={placed}
                  others={plan.steps.filter(({ id }) => id !== step.id)}
                  view={view}
                  errors={plan.errors[step.id] ?? []}
                  change={(facts, says) => plan.change(step.id, facts, says)}
                />
                {view.mayWrite && (
                  <div className="mt-3 flex shrink-0 gap-2 lg:mt-6 print:hidden">
                    <Button
                      look="quiet"
                      disabled={pending || !previous}
                      aria-label={`Move “${step.label}” up`}
                      onClick={() => previous && run(() => moveStep({ ...place, beforeId: previous.id }))}
                    >
                      ↑
                    </Button>
                    <Button
                      look="quiet"
                      disabled={pending || !next}
                      aria-label={`Move “${step.label}” down`}
                      onClick={() => run(() => moveStep({ ...place, beforeId: plan.steps[index + 2]?.id ?? null }))}
                    >
                      ↓
                    </Button>
                    <Button
                      look="quiet"
                      disabled={pending}
                      aria-label={`Remove “${step.label}”`}
                      onClick={() => run(() => removeStep(place))}
                    >
                      Remove
                    </Button>
                  </div>
                )}
              </div>
              <FoldedRowNotes notes={notes} id={step.id} />
            </li>
          );
        })}
        {plan.steps.length === 0 && (
          <li className="px-4 py-6 text-muted">
            No step yet. What would have to be done first, and how many months would it take?
          </li>
        )}
      </ol>
      {errors.length > 0 && (
        <p role="alert" className="mt-3 text-sm font-medium text-bad">
          {errors.map(({ message }) => message).join(' ')}
        </p>
      )}
      {view.mayWrite && <NewStep view={view} />}
    </section>
  );
}

function StepFields({
  step,
  placed,
  others,
  view,
  errors,
  change,
}: {
  step: StepView;
  placed: ScheduledStep;
  others: readonly StepView[];
  view: PlanView;
  errors: readonly ActionError[];
  change: (facts: StepFacts, says: string) => void;
}) {
  const owner = view.members.find(({ id }) => id === step.ownerId);
  const waits = others.filter(({ key }) => step.after.includes(key));
  const dayOf = (month: number) => formatDate(monthsBefore(view.renewalDate, -month));
  const runs = `${dayOf(placed.start)} – ${dayOf(placed.finish)}`;
  const room = placed.critical ? 'critical path' : `may slip ${inMonths(placed.slack)}`;
  if (!view.mayWrite) {
    return (
      <div id={`step-${step.id}`} className="scroll-mt-6">
        <p className="font-medium">{step.label}</p>
        <p className="text-sm text-muted">
          {inMonths(step.months)}, {runs}, {room}. Owner: {owner?.name ?? 'nobody yet'}.
          {waits.length > 0 && ` Waits for ${waits.map(({ label }) => label).join(', ')}.`}
        </p>
      </div>
    );
  }
  const facts = factsOf(step);
  return (
    <div className="grid grow grid-cols-[5rem_1fr] gap-x-4 gap-y-2 sm:grid-cols-[2fr_5rem_1.2fr]">
      <label className="block max-sm:col-span-2">
        <span className={small}>Step</span>
        <input
          id={`step-${step.id}`}
          className={inputClass}
          defaultValue={step.label}
          maxLength={200}
          onBlur={(event) => {
            const label = event.target.value.trim();
            if (label && label !== step.label) change({ ...facts, label }, `Renamed to ${label}.`);
            else event.target.value = step.label;
          }}
        />
      </label>
      <MonthsField
        key={step.months}
        step={step}
        refused={errors.some(({ field }) => field === 'months')}
        change={(months) => change({ ...facts, months }, `${step.label} now takes ${months} months.`)}
      />
      <label className="block">
        <span className={small}>Owner</span>
        <select
          className={inputClass}
          value={step.ownerId ?? ''}
          onChange={(event) =>
            change({ ...facts, ownerId: event.target.value || null }, `The owner of ${step.label} is set.`)
          }
        >
          <option value="">Nobody yet</option>
          {view.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <details className="order-2 col-span-full">
        <summary className="cursor-pointer py-1 text-sm">
          <span className="text-muted">
            {runs}, {room}. Waits for:
          </span>{' '}
          {waits.length === 0 ? 'nothing' : waits.map(({ label }) => label).join(', ')}
        </summary>
        <fieldset className="mt-1 flex flex-wrap gap-x-5">
          <legend className="sr-only">What “{step.label}” waits for</legend>
          {others.map((other) => (
            <label key={other.id} className="flex min-h-11 items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-5"
                checked={step.after.includes(other.key)}
                onChange={(event) =>
                  change(
                    {
                      ...facts,
                      after: event.target.checked
                        ? [...step.after, other.key]
                        : step.after.filter((key) => key !== other.key),
                    },
                    `${step.label} ${event.target.checked ? 'now waits' : 'no longer waits'} for ${other.label}.`,
                  )
                }
              />
              {other.label}
            </label>
          ))}
        </fieldset>
      </details>
      {errors.length > 0 && (
        <p role="alert" className="order-3 col-span-full text-sm font-medium text-bad">
          {errors.map(({ message }) => message).join(' ')}
        </p>
      )}
    </div>
  );
}

function NewStep({ view }: { view: PlanView }) {
  const router = useRouter();
  const [label, setLabel] = useState('');
  const [months, setMonths] = useState('');
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const last = view.steps.at(-1);

  function add() {
    const read = readMonths(months);
    if (!read.ok) {
      setErrors([{ code: 'invalid', field: 'months', message: read.why }]);
      return;
    }
    startTransition(async () => {
      const answer = await addStep({
        engagementId: view.engagementId,
        alternativeId: view.alternative.id,
        label,
        months: read.months,
        after: last ? [last.key] : [],
        ownerId: null,
      });
      if (answer.ok) {
        setLabel('');
        setMonths('');
      }
      setErrors(answer.ok ? [] : answer.errors);
      router.refresh();
    });
  }

  return (
    <form action={add} className="mt-4 grid items-end gap-3 sm:grid-cols-[2fr_6rem_auto] print:hidden" noValidate>
      <label className="block">
        <span className={small}>New step{last && `, after “${last.label}”`}</span>
        <input
          className={inputClass}
          value={label}
          maxLength={200}
          onChange={(event) => setLabel(event.target.value)}
        />
      </label>
      <label className="block">
        <span className={small}>Months</span>
        <input
          className={inputClass}
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={pending}>
        Add the step
      </Button>
      {errors.length > 0 && (
        <p role="alert" className="col-span-full text-sm font-medium text-bad">
          {errors.map(({ message }) => message).join(' ')}
        </p>
      )}
    </form>
  );
}
