'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useRef } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { createEngagement } from '@/lib/engagements/actions';
import type { ActionError } from '@/lib/server/errors';

/** What was typed stays, whatever the answer; `created` keeps the button shut until the new page is there. */
type State = { typed: Record<string, string>; errors: readonly ActionError[]; created: boolean };

const fields = [
  { name: 'client', label: 'Client', help: 'The organisation whose deal this is.', initial: '' },
  {
    name: 'renewalDate',
    label: 'Renewal date',
    type: 'date',
    help: 'The day the current agreement ends.',
    initial: '',
  },
  { name: 'currency', label: 'Currency', help: 'Three letters, such as EUR or USD.', initial: 'EUR' },
  { name: 'horizonMonths', label: 'Horizon, in months', help: 'How far costs are counted: 12 to 120.', initial: '60' },
  {
    name: 'discountRate',
    label: 'Discount rate, in percent',
    help: 'What a year is worth to the client’s treasury.',
    initial: '8',
  },
  { name: 'alternative', label: 'First alternative', help: 'What the client would do without the deal.', initial: '' },
] as const;

export function NewEngagementForm() {
  const router = useRouter();
  const [state, submit, pending] = useActionState<State, FormData>(
    async (_, form) => {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      const answer = await reached(createEngagement(typed));
      if (!answer.ok) return { typed, errors: answer.errors, created: false };
      router.push(`/engagements/${answer.value}/offer`);
      return { typed, errors: [], created: true };
    },
    { typed: {}, errors: [], created: false },
  );
  const form = useRef<HTMLFormElement>(null);
  // To the first field that needs another look.
  useEffect(() => {
    if (state.errors.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state.errors]);
  return (
    <form ref={form} action={submit} noValidate className="mt-5 space-y-5">
      <FormErrors errors={state.errors.filter((error) => !error.field)} />
      {fields.map(({ initial, ...field }) => (
        <TextField
          key={field.name}
          {...field}
          autoComplete="off"
          defaultValue={state.typed[field.name] ?? initial}
          error={state.errors.find((error) => error.field === field.name)?.message}
        />
      ))}
      <Button type="submit" disabled={pending || state.created}>
        {pending || state.created ? 'Creating…' : 'Create the engagement'}
      </Button>
    </form>
  );
}
