'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionError } from '@/lib/server/errors';
import { beginStepUp, confirmStepUpByCode, confirmStepUpByPasskey } from '@/lib/sign-in/step-up-actions';
import type { StepUpMethod, StepUpPurpose } from '@/lib/sign-in/step-up-policy';

type Stage =
  | { readonly at: 'start' }
  | { readonly at: 'passkey'; readonly codeToo: boolean }
  | { readonly at: 'code'; readonly stepUpId: string; readonly sentTo: string };

const lostConnection: ActionError = {
  code: 'unexpected',
  message: 'The connection was lost. Nothing was confirmed: please try again.',
};

/**
 * Asks somebody to prove once more that it is them, by passkey or by a code to their address, for one purpose and
 * one content (a hash from the server). `onConfirmed` gets the proof's id, to send along with the act itself.
 */
export function StepUp({
  purpose,
  content,
  atOnce = false,
  children,
  onConfirmed,
  onCancel,
}: {
  purpose: StepUpPurpose;
  content: string;
  /** Whoever came here has just said that they mean it: it begins without a further click. */
  atOnce?: boolean;
  /** What is about to happen, in a sentence. */
  children: ReactNode;
  onConfirmed: (stepUpId: string) => Promise<void> | void;
  onCancel: () => void;
}) {
  const [stage, setStage] = useState<Stage>({ at: 'start' });
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [busy, setBusy] = useState(false);
  // What a second click of a double click finds: the page shows it as busy only a moment later.
  const atWork = useRef(false);

  async function working(work: () => Promise<readonly ActionError[]>) {
    if (atWork.current) return;
    atWork.current = true;
    setBusy(true);
    setErrors(await work().catch(() => [lostConnection]));
    setBusy(false);
    atWork.current = false;
  }

  const begin = (method?: StepUpMethod) =>
    working(async () => {
      const begun = await beginStepUp({ purpose, content, method });
      if (!begun.ok) return begun.errors;
      if (begun.value.method === 'code') {
        setStage({ at: 'code', stepUpId: begun.value.stepUpId, sentTo: begun.value.sentTo });
        return [];
      }
      const { stepUpId, options, codeToo } = begun.value;
      setStage({ at: 'passkey', codeToo });
      const answer = await startAuthentication({ optionsJSON: options }).catch(() => null);
      if (!answer) return [{ code: 'refused', message: 'No passkey was used.' }];
      const confirmed = await confirmStepUpByPasskey({ stepUpId, answer });
      if (!confirmed.ok) return confirmed.errors;
      await onConfirmed(stepUpId);
      return [];
    });

  const beginAtOnce = useEffectEvent(() => {
    if (atOnce) begin();
  });
  useEffect(() => beginAtOnce(), []);

  const confirmCode = (form: FormData) =>
    working(async () => {
      if (stage.at !== 'code') return [];
      const confirmed = await confirmStepUpByCode({ stepUpId: stage.stepUpId, code: form.get('code') });
      if (!confirmed.ok) return confirmed.errors;
      await onConfirmed(stage.stepUpId);
      return [];
    });

  const atCode = errors.find((error) => error.field === 'code');
  return (
    <section
      aria-label="Confirm that it is you"
      className="space-y-4 rounded-lg border border-strong-rule bg-surface p-5"
    >
      <div>
        <h3 className="text-lg">Confirm that it is you</h3>
        <div className="mt-1 text-sm text-muted">{children}</div>
      </div>
      {errors.length > 0 && !atCode && (
        <Notice tone="bad" live>
          {errors.map((error) => error.message).join(' ')}
        </Notice>
      )}
      {stage.at === 'code' ? (
        <form action={confirmCode} noValidate className="space-y-4">
          <TextField
            name="code"
            label="Code"
            help={`Eight digits, on their way to ${stage.sentTo}. They work for ten minutes.`}
            inputMode="numeric"
            autoComplete="one-time-code"
            error={atCode?.message}
            autoFocus
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" disabled={busy}>
              Confirm
            </Button>
            <Button look="quiet" disabled={busy} onClick={() => begin('code')}>
              Send another code
            </Button>
            <Button look="plain" onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button disabled={busy} onClick={() => begin()}>
            {stage.at === 'passkey' ? 'Try again' : 'Confirm'}
          </Button>
          {stage.at === 'passkey' && stage.codeToo && (
            <Button look="quiet" disabled={busy} onClick={() => begin('code')}>
              Send me a code instead
            </Button>
          )}
          <Button look="plain" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      )}
    </section>
  );
}
