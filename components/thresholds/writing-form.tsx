'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea, TextField } from '@/components/forms/text-field';
import { Besides } from '@/components/thresholds/besides';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/server/errors';
import { writeThreshold } from '@/lib/thresholds/actions';
import type { WritingView } from '@/lib/thresholds/view';

/** A threshold being written down, with what the model says of it beside the amount. What was typed stays. */
export function WritingForm({ view: opened, done }: { view: WritingView; done: () => void }) {
  // What the form was opened upon: the page may learn of another's while somebody is still typing.
  const [view] = useState(opened);
  const [typed, setTyped] = useState(view.typed);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const at = (field: string) => errors.find((error) => error.field === field)?.message;
  const bind = (name: Exclude<keyof typeof typed, 'approvers'>) => ({
    name,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: at(name),
  });
  const send = (as: 'draft' | 'proposal') =>
    startTransition(async () => {
      const { quorum, ...rest } = typed;
      const answer = await writeThreshold({
        engagementId: view.engagementId,
        thresholdId: view.newId,
        basedOn: view.basedOn,
        as,
        ...rest,
        quorum: quorum === '' ? null : Number(quorum),
      });
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) done();
    });
  const named = (id: string) => typed.approvers.includes(id);
  const counts = Array.from({ length: Math.max(0, typed.approvers.length - 2) }, (_, index) => String(index + 2));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send('proposal');
      }}
      className="rounded-lg border border-rule bg-surface p-4 sm:p-6"
    >
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[1fr_20rem]">
        <div className="space-y-5">
          <TextField
            {...bind('amount')}
            label={`The line, ${view.currency}`}
            help="All-in cost of the deal, present value. Above it the organisation leaves."
            inputMode="decimal"
            autoComplete="off"
          />
          <TextArea
            {...bind('statement')}
            label="What the organisation will do if the deal fails"
            help="In leadership’s own words: what happens, when, and who says so."
            rows={4}
          />
          <TextArea
            {...bind('reason')}
            label="Why this amount"
            help="Needed where it differs from what leaving costs by more than the tolerance."
            rows={2}
          />
          <TextArea
            {...bind('conditions')}
            label="Conditions beside the price"
            help="For example: no price cap at renewal, and we leave."
            rows={2}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              {...bind('tolerance')}
              label="Tolerance, percent"
              help="How far the alternative may move before the line is stale."
              inputMode="decimal"
              autoComplete="off"
            />
            <TextField {...bind('validUntil')} label="Valid until" type="date" />
          </div>
          <fieldset>
            <legend className="text-sm font-medium">Who decides on it</legend>
            <div className="mt-1 space-y-1">
              {view.executives.map(({ id, name }) => (
                <label key={id} className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    className="size-5 accent-accent"
                    checked={named(id)}
                    onChange={() =>
                      setTyped({
                        ...typed,
                        quorum: '',
                        approvers: named(id) ? typed.approvers.filter((one) => one !== id) : [...typed.approvers, id],
                      })
                    }
                  />
                  {name}
                </label>
              ))}
              {view.executives.length < 2 && (
                <p className="text-sm text-muted">
                  At least two executives of the client are needed: invite them in the People room.
                </p>
              )}
            </div>
            {at('approvers') && (
              <p role="alert" className="mt-1 text-sm font-medium text-bad">
                {at('approvers')}
              </p>
            )}
          </fieldset>
          {counts.length > 0 && (
            <label className="block text-sm font-medium">
              How many of them must approve
              <select
                className="mt-1 block min-h-11 w-full rounded-md border border-strong-rule bg-surface px-3 py-2 text-base"
                value={typed.quorum}
                onChange={(event) => setTyped({ ...typed, quorum: event.target.value })}
              >
                <option value="">All {typed.approvers.length}</option>
                {counts.map((count) => (
                  <option key={count} value={count}>
                    {count} of {typed.approvers.length}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <Besides view={view} typed={typed} />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button type="submit" disabled={pending}>
          {pending ? 'Sending…' : 'Put it to the approvers'}
        </Button>
        <Button look="quiet" disabled={pending} onClick={() => send('draft')}>
          Keep as a draft
        </Button>
        <Button look="plain" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
