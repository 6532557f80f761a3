'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/lib/format/dates';
import { changeDates } from '@/lib/milestones/actions';
import type { ReadinessView } from '@/lib/preparedness/view';
import type { ActionError } from '@/lib/server/errors';

/** The days on which everything else hangs. Moving the renewal moves whatever is not done. */
export function AgreementDates({ view }: { view: ReadinessView }) {
  const { version, renewalDate, noticeOn } = view.dates;
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [said, setSaid] = useState('');
  const [pending, startTransition] = useTransition();
  const at = (field: string) => errors.find((error) => error.field === field)?.message;
  const save = (form: FormData) =>
    startTransition(async () => {
      const answer = await changeDates({
        engagementId: view.engagementId,
        version,
        renewalDate: form.get('renewalDate'),
        noticeOn: form.get('noticeOn'),
      });
      setErrors(answer.ok ? [] : answer.errors);
      setSaid(answer.ok ? 'Saved.' : '');
    });
  return (
    <section aria-labelledby="dates" className="mt-8 max-w-4xl">
      <h3 id="dates" className="scroll-mt-6 text-xl">
        The days of the agreement
      </h3>
      {view.mayChange ? (
        <form
          key={version}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save(new FormData(event.currentTarget));
          }}
          className="mt-3 grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-start"
        >
          <div className="sm:col-span-3 empty:hidden">
            <FormErrors errors={errors.filter(({ field }) => !field)} />
          </div>
          <TextField
            type="date"
            name="renewalDate"
            label="Renewal: the agreement ends"
            defaultValue={renewalDate}
            help="Moving it moves every milestone that is not done."
            error={at('renewalDate')}
          />
          <TextField
            type="date"
            name="noticeOn"
            label="Last day for notice"
            defaultValue={noticeOn ?? ''}
            error={at('noticeOn')}
          />
          <Button type="submit" disabled={pending} className="sm:mt-6">
            {pending ? 'Saving…' : 'Set the days'}
          </Button>
          <p role="status" className="text-sm text-muted sm:col-span-3">
            {said}
          </p>
        </form>
      ) : (
        <p className="mt-1">
          Renewal {formatDate(renewalDate)}.{' '}
          {noticeOn ? `Last day for notice ${formatDate(noticeOn)}.` : 'The last day for notice is not set.'}
        </p>
      )}
    </section>
  );
}
