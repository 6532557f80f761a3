'use client';

import { useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { StepUp } from '@/components/people/step-up';
import { Button, buttonClass } from '@/components/ui/button';
import { eraseAccount } from '@/lib/people/actions';
import type { ActionError } from '@/lib/server/errors';

/** What is one's own: to take along, and to have erased. */
export function OwnData({ content }: { content: string }) {
  const [erasing, setErasing] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);

  async function erase(stepUpId: string) {
    const answer = await eraseAccount({ stepUpId });
    if (answer.ok) {
      window.location.assign('/');
      return;
    }
    setErrors(answer.errors);
    setErasing(false);
  }

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      {erasing ? (
        <StepUp purpose="account.erase" content={content} onConfirmed={erase} onCancel={() => setErasing(false)}>
          Your name, address, passkeys and sessions are erased at once, and you leave every engagement. This cannot be
          undone.
        </StepUp>
      ) : (
        <div className="flex flex-wrap gap-3">
          <a href="/account/export" download className={buttonClass('quiet')}>
            Export what is mine
          </a>
          <Button look="danger" onClick={() => setErasing(true)}>
            Erase what is mine
          </Button>
        </div>
      )}
    </div>
  );
}
