'use client';

import { useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { removePortalRole } from '@/lib/people/actions';
import type { StaffView } from '@/lib/people/view';
import { portalRoleWords } from '@/lib/people/words';
import type { ActionError } from '@/lib/server/errors';

/** The portal's own people, each role to be taken back. */
export function Staff({ staff }: { staff: readonly StaffView[] }) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [removing, setRemoving] = useState<StaffView | null>(null);

  async function remove({ userId, role }: StaffView) {
    const answer = await removePortalRole({ userId, role });
    setErrors(answer.ok ? [] : answer.errors);
    setRemoving(null);
  }

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
        {staff.map((person) => (
          <li key={`${person.userId} ${person.role}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 grow basis-60">
              <p className="font-medium break-words">
                {person.name}
                {person.you && <span className="font-normal text-muted"> · you</span>}
              </p>
              <p className="text-sm break-words text-muted">{person.email}</p>
            </div>
            <div className="flex flex-wrap items-center gap-x-4">
              <p className="text-sm">{portalRoleWords[person.role].name}</p>
              {removing === person ? (
                <>
                  <Button look="danger" onClick={() => remove(person)}>
                    Remove the role
                  </Button>
                  <Button look="plain" onClick={() => setRemoving(null)}>
                    Keep
                  </Button>
                </>
              ) : (
                <Button
                  look="plain"
                  className="!px-0"
                  aria-label={`Remove ${person.name} as ${person.role} …`}
                  onClick={() => setRemoving(person)}
                >
                  Remove …
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
