'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { acceptInvitation } from '@/lib/invitations/actions';
import type { ActionError } from '@/lib/server/errors';

type State = { typed: { name?: string; title?: string }; errors: readonly ActionError[] };

/** The button that uses an invitation up; whoever is new here says who they are. */
export function AcceptForm({ token, asksName }: { token: string; asksName: boolean }) {
  const [state, submit, pending] = useActionState<State, FormData>(
    async (_, form) => {
      const typed = asksName ? { name: String(form.get('name')), title: String(form.get('title')) } : {};
      const answer = await reached(acceptInvitation({ token, ...typed }));
      return { typed, errors: answer.ok ? [] : answer.errors };
    },
    { typed: {}, errors: [] },
  );
  const at = (field: string) => state.errors.find((error) => error.field === field)?.message;
  return (
    <form action={submit} noValidate className="mt-8 space-y-5">
      <FormErrors errors={state.errors.filter((error) => !['name', 'title'].includes(error.field ?? ''))} />
      {asksName && (
        <>
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            defaultValue={state.typed.name}
            error={at('name')}
          />
          <TextField
            name="title"
            label="What you do (optional)"
            help="Shown beside your name, such as “CFO, Averna Industries”."
            autoComplete="organization-title"
            defaultValue={state.typed.title}
            error={at('title')}
          />
        </>
      )}
      <Button type="submit" disabled={pending} className="w-full">
        {pending ? 'Accepting…' : 'Accept the invitation'}
      </Button>
    </form>
  );
}
