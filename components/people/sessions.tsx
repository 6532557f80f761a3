'use client';

import { startTransition, useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { formatInstant } from '@/lib/format/dates';
import type { SessionView } from '@/lib/people/view';
import type { ActionError } from '@/lib/server/errors';
import { endSession, signOutEverywhere } from '@/lib/sign-in/session-actions';

const methods: Readonly<Record<SessionView['method'], string>> = {
  link: 'by e-mail link',
  passkey: 'by passkey',
  identity: 'through your organisation',
  invitation: 'by invitation',
  demo: 'by one click of the demo',
};

export function Sessions({ sessions }: { sessions: readonly SessionView[] }) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);

  async function end(sessionId: string) {
    const answer = await endSession({ sessionId });
    setErrors(answer.ok ? [] : answer.errors);
  }

  const endAll = () =>
    startTransition(async () => {
      const answer = await signOutEverywhere({});
      setErrors(answer.ok ? [] : answer.errors);
    });

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-x-4 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {session.device}
                {session.current && <span className="font-normal text-muted"> · this browser</span>}
              </p>
              <p className="text-sm text-muted">
                Signed in {methods[session.method]} {formatInstant(session.createdAt)} · last used{' '}
                {formatInstant(session.lastUsedAt)}
              </p>
            </div>
            {!session.current && (
              <Button
                look="quiet"
                className="shrink-0"
                aria-label={`Sign out ${session.device}, signed in ${formatInstant(session.createdAt)}`}
                onClick={() => end(session.id)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button look="danger" onClick={endAll}>
        Sign out everywhere
      </Button>
    </div>
  );
}
