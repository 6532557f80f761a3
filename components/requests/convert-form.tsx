'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { TextField } from '@/components/forms/text-field';
import { InviteChoice } from '@/components/requests/invite-choice';
import { Button } from '@/components/ui/button';
import { convertRequest } from '@/lib/requests/actions';
import type { RequestView } from '@/lib/requests/view';
import type { ActionError } from '@/lib/server/errors';

type State = { typed: Record<string, string>; errors: readonly ActionError[]; created: boolean };

/** A request as an engagement, filled in with what was asked. */
export function ConvertForm({ request, renewalDate }: { request: RequestView; renewalDate: string }) {
  const router = useRouter();
  const [state, submit, pending] = useActionState<State, FormData>(
    async (_, form) => {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      const answer = await reached(convertRequest({ ...typed, requestId: request.id, version: request.version }));
      if (!answer.ok) return { typed, errors: answer.errors, created: false };
      router.push(`/engagements/${answer.value}/offer`);
      return { typed, errors: [], created: true };
    },
    { typed: {}, errors: [], created: false },
  );
  const field = (name: string, initial: string) => ({
    name,
    defaultValue: state.typed[name] ?? initial,
    autoComplete: 'off',
    error: state.errors.find((error) => error.field === name)?.message,
  });
  return (
    <form key={JSON.stringify(state.typed)} action={submit} noValidate className="mt-6 space-y-5">
      <FormErrors errors={state.errors.filter((error) => !error.field)} />
      <TextField label="Client" {...field('client', request.company)} />
      <TextField
        label="Renewal date"
        type="date"
        help="The last day of the month that was named."
        {...field('renewalDate', renewalDate)}
      />
      <InviteChoice request={request} {...field('invite', 'contributor')} />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField label="Currency" {...field('currency', 'EUR')} />
        <TextField label="Horizon, in months" {...field('horizonMonths', '60')} />
        <TextField label="Discount rate, in percent" {...field('discountRate', '8')} />
      </div>
      <TextField label="First alternative" {...field('alternative', 'The alternative')} />
      <Button type="submit" disabled={pending || state.created}>
        {pending || state.created ? 'Creating…' : 'Create the engagement'}
      </Button>
    </form>
  );
}
