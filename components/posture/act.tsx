'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import type { ActionError, ActionResult } from '@/lib/server/errors';

/** A button that does one thing, and says below it what stood in the way. */
export function Act({
  label,
  look,
  run,
}: {
  label: string;
  look?: 'primary' | 'quiet';
  run: () => Promise<ActionResult<unknown>>;
}) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  return (
    <div className="mt-3 print:hidden">
      <Button
        {...(look && { look })}
        disabled={pending}
        onClick={() =>
          startTransition(async () => {
            const answer = await run();
            setErrors(answer.ok ? [] : answer.errors);
          })
        }
      >
        {label}
      </Button>
      {errors.length > 0 && (
        <div className="mt-2">
          <FormErrors errors={errors} />
        </div>
      )}
    </div>
  );
}
