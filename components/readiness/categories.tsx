'use client';

import { useState, useTransition } from 'react';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { giveReason, withdrawReason } from '@/lib/preparedness/actions';
import { anchorOf } from '@/lib/preparedness/places';
import type { CategoryView, ReadinessView } from '@/lib/preparedness/view';
import type { ActionError } from '@/lib/server/errors';

type Categorised = NonNullable<ReadinessView['categories']>;

/** The standard categories of what leaving costs: each has a line, or a reason why it does not apply. */
export function Categories({ view, categories }: { view: ReadinessView; categories: Categorised }) {
  const open = categories.rows.filter(({ costed, reason }) => !costed && !reason).length;
  return (
    <section aria-labelledby="categories" className="mt-12 max-w-4xl">
      <h2 id="categories" className="text-2xl">
        What leaving costs, category by category
      </h2>
      <p className="mt-1 text-muted">
        {open === 0
          ? 'Nothing is forgotten: each has a line on the chosen alternative, or a reason why it does not apply.'
          : 'What has no line costs nothing only where somebody can say why.'}
      </p>
      <ul className="mt-3 divide-y divide-rule rounded-lg border border-rule bg-surface">
        {categories.rows.map((row) => (
          <Category
            key={`${row.category} ${row.version}`}
            row={row}
            view={view}
            alternativeId={categories.alternativeId}
          />
        ))}
      </ul>
    </section>
  );
}

function Category({ row, view, alternativeId }: { row: CategoryView; view: ReadinessView; alternativeId: string }) {
  const [writing, setWriting] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const about = { engagementId: view.engagementId, alternativeId, category: row.category };
  const save = (form: FormData) =>
    startTransition(async () => {
      const answer = await giveReason({ ...about, version: row.version, reason: form.get('reason') });
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) setWriting(false);
    });
  const withdraw = () =>
    startTransition(async () => {
      const answer = await withdrawReason({ ...about, version: row.version });
      setErrors(answer.ok ? [] : answer.errors);
    });
  const standing = row.costed ? 'has a line' : row.reason ? 'does not apply' : 'neither line nor reason';
  return (
    <li id={anchorOf(row.category)} tabIndex={-1} className="scroll-mt-6 px-4 py-3 target:bg-sunken">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-40 font-medium first-letter:uppercase">{row.category}</span>
        <span className={`text-sm ${row.costed || row.reason ? 'text-muted' : 'font-medium text-bad'}`}>
          <span aria-hidden="true">{row.costed || row.reason ? '✓ ' : '✗ '}</span>
          {standing}
        </span>
        {view.mayGiveReasons && !row.costed && !writing && (
          <span className="ml-auto flex gap-2 print:hidden">
            <Button look="quiet" onClick={() => setWriting(true)}>
              {row.reason ? 'Say it otherwise' : 'Say why it does not apply'}
              <span className="sr-only">: {row.category}</span>
            </Button>
            {row.reason && (
              <Button look="quiet" disabled={pending} onClick={withdraw}>
                Take it back<span className="sr-only">: {row.category}</span>
              </Button>
            )}
          </span>
        )}
      </div>
      {row.reason && !writing && <p className="mt-1 max-w-2xl text-sm">{row.reason}</p>}
      {writing && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save(new FormData(event.currentTarget));
          }}
          className="mt-2 grid max-w-2xl gap-3"
        >
          <TextField
            name="reason"
            label={`Why ${row.category} does not apply`}
            defaultValue={row.reason}
            maxLength={500}
            autoFocus
            error={errors[0]?.message}
          />
          <div className="flex gap-3">
            <Button type="submit" disabled={pending}>
              {pending ? 'Saving…' : 'Save'}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                setWriting(false);
                setErrors([]);
              }}
            >
              Leave it
            </Button>
          </div>
        </form>
      )}
      {!writing && errors[0] && (
        <p role="alert" className="mt-1 text-sm font-medium text-bad">
          {errors[0].message}
        </p>
      )}
    </li>
  );
}
