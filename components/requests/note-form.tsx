'use client';

import { useActionState } from 'react';
import { reached } from '@/components/forms/reached';
import { inputClass } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { noteRequest } from '@/lib/requests/actions';

/** A note for the other advisors; what was typed stays until it is kept. */
export function NoteForm({ requestId, name }: { requestId: string; name: string }) {
  const [{ typed, error }, submit, pending] = useActionState<{ typed: string; error: string | null }, FormData>(
    async (_, form) => {
      const body = String(form.get('body') ?? '');
      const answer = await reached(noteRequest({ requestId, body }));
      return answer.ok ? { typed: '', error: null } : { typed: body, error: answer.errors[0]?.message ?? null };
    },
    { typed: '', error: null },
  );
  return (
    <form action={submit} className="mt-3">
      <div className="flex gap-2">
        <input
          name="body"
          aria-label={`Note on ${name}’s request`}
          placeholder="A note for other advisors"
          defaultValue={typed}
          autoComplete="off"
          className={`${inputClass} mt-0! min-w-0 grow`}
        />
        <Button type="submit" look="quiet" disabled={pending}>
          Note
        </Button>
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </form>
  );
}
