'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { eraseRequest } from '@/lib/requests/actions';

/** Erases at once all that the bearer of the link has asked for. */
export function EraseForm({ token }: { token: string }) {
  const [{ errors }, submit, pending] = useActionState(eraseRequest, { typed: {}, errors: [] });
  return (
    <form action={submit} className="mt-4 space-y-3">
      <FormErrors errors={errors} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" look="danger" disabled={pending}>
        Erase my request now
      </Button>
    </form>
  );
}
