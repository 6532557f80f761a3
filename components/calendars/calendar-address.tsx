'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { makeCalendarAddress, revokeCalendarAddress } from '@/lib/calendars/actions';
import { formatInstant } from '@/lib/format/dates';
import type { ActionError } from '@/lib/server/errors';

/** The secret address of one's calendar: made, shown once, taken back. */
export function CalendarAddress({ since }: { since: string | null }) {
  const [address, setAddress] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();

  const make = () =>
    startTransition(async () => {
      const answer = await makeCalendarAddress({});
      setErrors(answer.ok ? [] : answer.errors);
      setAddress(answer.ok ? answer.value : null);
    });
  const revoke = () =>
    startTransition(async () => {
      const answer = await revokeCalendarAddress({});
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) setAddress(null);
    });

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      <div aria-live="polite">
        {address && (
          <label className="block text-sm font-medium">
            Put this address into your calendar now: it is not shown again
            <input
              readOnly
              value={address}
              onFocus={(event) => event.target.select()}
              className="mt-1 block min-h-11 w-full rounded-md border border-strong-rule bg-sunken px-3 py-2 font-mono text-sm"
            />
          </label>
        )}
        {!address && since && (
          <p>There is an address since {formatInstant(since)}. Whoever knows it sees the days of your engagements.</p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" disabled={pending} onClick={make}>
          {since ? 'Make a new address instead' : 'Make an address'}
        </Button>
        {since && (
          <Button look="danger" disabled={pending} onClick={revoke}>
            Take the address back
          </Button>
        )}
      </div>
    </div>
  );
}
