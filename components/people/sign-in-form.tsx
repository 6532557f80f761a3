'use client';

import { useActionState } from 'react';
import { reached } from '@/components/forms/reached';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/server/errors';
import { requestSignIn } from '@/lib/sign-in/actions';

export function SignInForm({ next }: { next: string }) {
  const [state, submit, pending] = useActionState<{ typed: string; answer: ActionResult<never> } | null, FormData>(
    async (_, form) => ({ typed: String(form.get('email') ?? ''), answer: await reached(requestSignIn(form)) }),
    null,
  );
  const error = state && !state.answer.ok ? state.answer.errors[0] : undefined;
  return (
    <form action={submit} noValidate className="mt-4 space-y-4">
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="email"
        defaultValue={state?.typed}
        error={error?.field === 'email' ? error.message : undefined}
      />
      {error && error.field !== 'email' && (
        <Notice tone="bad" live>
          {error.message}
        </Notice>
      )}
      <Button type="submit" disabled={pending} className="w-full">
        {pending ? 'Sending…' : 'Send me a link'}
      </Button>
    </form>
  );
}
