'use client';

import { useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import type { InvitationView } from '@/lib/invitations/view';
import type { ActionError, ActionResult } from '@/lib/server/errors';

type Act = (invitation: { invitationId: string; engagementId?: string | undefined }) => Promise<ActionResult<void>>;

/** Invitations nobody has answered yet: to send again, or to take back. */
export function InvitationList({
  invitations,
  engagementId,
  resend,
  withdraw,
}: {
  invitations: readonly InvitationView[];
  engagementId?: string;
  resend: Act;
  withdraw: Act;
}) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function perform(act: Act, { id, email }: InvitationView) {
    const answer = await act({ invitationId: id, engagementId });
    setErrors(answer.ok ? [] : answer.errors);
    setSentTo(answer.ok && act === resend ? email : null);
  }

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      {sentTo && (
        <Notice tone="good" live>
          Sent again to {sentTo}. The earlier link no longer works.
        </Notice>
      )}
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 grow basis-60">
              <p className="font-medium break-all">{invitation.email}</p>
              <p className="text-sm text-muted">
                {invitation.role}
                {invitation.negotiator && ', negotiator'} · invited by {invitation.invitedBy} ·{' '}
                {invitation.expired ? 'ran out' : 'good until'} <Instant at={invitation.expiresAt} />
              </p>
            </div>
            <Button
              look="quiet"
              aria-label={`Send again to ${invitation.email}`}
              onClick={() => perform(resend, invitation)}
            >
              Send again
            </Button>
            <Button
              look="danger"
              aria-label={`Withdraw ${invitation.email}`}
              onClick={() => perform(withdraw, invitation)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
