'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { addOffer } from '@/lib/offers/actions';
import type { OfferHead } from '@/lib/offers/view';
import type { ActionError } from '@/lib/server/errors';

/** The next version of the offer: it starts as a copy of the last one, with its terms and lines. */
export function NextOffer({
  engagementId,
  last,
  onTake,
}: {
  readonly engagementId: string;
  readonly last: OfferHead | null;
  readonly onTake: (id: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [receivedOn, setReceivedOn] = useState('');
  const [copy, setCopy] = useState(true);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;

  function submit() {
    startTransition(async () => {
      const answer = await addOffer({
        engagementId,
        label,
        receivedOn: receivedOn === '' ? null : receivedOn,
        from: copy && last ? last.id : null,
      });
      if (!answer.ok) return setErrors(answer.errors);
      setOpen(false);
      setLabel('');
      setReceivedOn('');
      setErrors([]);
      onTake(answer.value);
    });
  }

  return (
    <div className="mt-3 print:hidden">
      <button
        type="button"
        className="min-h-11 text-sm text-accent underline underline-offset-4 hover:no-underline"
        onClick={() => setOpen(true)}
      >
        {last ? 'The next offer' : 'Enter the first offer'}
      </button>
      {open && (
        <Dialog title={last ? 'The next offer' : 'The first offer'} onClose={() => setOpen(false)}>
          <form
            noValidate
            className="mt-4 space-y-4"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <FormErrors errors={errors.filter(({ field }) => field !== 'label' && field !== 'receivedOn')} />
            <TextField
              label="Name"
              help="Such as: second offer, after the call with the deal desk."
              value={label}
              autoComplete="off"
              onChange={(event) => setLabel(event.target.value)}
              error={errorAt('label')}
            />
            <TextField
              label="Received"
              type="date"
              value={receivedOn}
              onChange={(event) => setReceivedOn(event.target.value)}
              error={errorAt('receivedOn')}
            />
            {last && (
              <label className="flex min-h-11 items-center gap-3 text-sm">
                <input
                  type="checkbox"
                  checked={copy}
                  onChange={(event) => setCopy(event.target.checked)}
                  className="size-5 accent-[var(--accent)]"
                />
                Start with the terms and lines of “{last.label}”
              </label>
            )}
            <div className="flex gap-3">
              <Button type="submit" disabled={pending}>
                {pending ? 'Adding …' : 'Add it'}
              </Button>
              <Button look="quiet" onClick={() => setOpen(false)}>
                Cancel
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </div>
  );
}
