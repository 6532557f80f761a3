'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/server/errors';
import { redeemLink } from '@/lib/sign-in/actions';

/** The button that uses a sign-in link up. */
export function RedeemForm({ token }: { token: string }) {
  const [answer, submit, pending] = useActionState<ActionResult<never> | null, FormData>(
    (_, form) => redeemLink(form),
    null,
  );
  return (
    <form action={submit} className="mt-8 space-y-4">
      <input type="hidden" name="token" value={token} />
      <FormErrors errors={answer && !answer.ok ? answer.errors : []} />
      <Button type="submit" disabled={pending} className="w-full">
        {pending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
