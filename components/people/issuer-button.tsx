'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/server/errors';
import { signInWithIssuer } from '@/lib/sign-in/actions';

export function IssuerButton({ name, next }: { name: string; next: string }) {
  const [answer, submit, pending] = useActionState<ActionResult<never> | null, FormData>(
    (_, form) => signInWithIssuer(form),
    null,
  );
  return (
    <form action={submit} className="mt-8 space-y-4">
      <input type="hidden" name="next" value={next} />
      <FormErrors errors={answer && !answer.ok ? answer.errors : []} />
      <Button type="submit" disabled={pending} className="w-full">
        {pending ? 'Going there…' : `Sign in with ${name}`}
      </Button>
    </form>
  );
}
