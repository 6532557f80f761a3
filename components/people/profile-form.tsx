'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { changeProfile } from '@/lib/people/actions';
import type { ActionError } from '@/lib/server/errors';

type State = { typed: { name: string; title: string }; errors: readonly ActionError[]; saved: boolean };

export function ProfileForm({ name, title, email }: { name: string; title: string; email: string }) {
  const [state, submit, pending] = useActionState<State, FormData>(
    async (_, form) => {
      const typed = { name: String(form.get('name')), title: String(form.get('title')) };
      const answer = await reached(changeProfile(typed));
      return { typed, errors: answer.ok ? [] : answer.errors, saved: answer.ok };
    },
    { typed: { name, title }, errors: [], saved: false },
  );
  const at = (field: string) => state.errors.find((error) => error.field === field)?.message;
  return (
    <form action={submit} noValidate className="mt-4 max-w-xl space-y-5">
      <FormErrors errors={state.errors.filter((error) => !error.field)} />
      {state.saved && !pending && (
        <Notice tone="good" live>
          Saved.
        </Notice>
      )}
      <TextField name="name" label="Name" autoComplete="name" defaultValue={state.typed.name} error={at('name')} />
      <TextField
        name="title"
        label="What you do"
        help="Shown beside your name, such as “CFO, Averna Industries”."
        autoComplete="organization-title"
        defaultValue={state.typed.title}
        error={at('title')}
      />
      <p className="text-sm text-muted">Your address is {email}. It is how you are known here and cannot be changed.</p>
      <Button type="submit" disabled={pending}>
        {pending ? 'Saving…' : 'Save'}
      </Button>
    </form>
  );
}
