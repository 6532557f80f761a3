'use client';

import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { useState, useSyncExternalStore } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/server/errors';
import { beginPasskeySignIn, signInWithPasskey } from '@/lib/sign-in/passkey-actions';

const never = () => () => {};

/** Signs in with a passkey that says by itself whose it is. Not there where the browser knows none. */
export function PasskeySignIn({ next }: { next: string }) {
  const possible = useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [busy, setBusy] = useState(false);

  async function signIn() {
    setBusy(true);
    setErrors(await attempt());
    setBusy(false);
  }

  async function attempt(): Promise<readonly ActionError[]> {
    const begun = await beginPasskeySignIn({});
    if (!begun.ok) return begun.errors;
    const answer = await startAuthentication({ optionsJSON: begun.value }).catch(() => null);
    if (!answer) return [{ code: 'refused', message: 'No passkey was used. An e-mail link works without one.' }];
    const signedIn = await signInWithPasskey({ answer, next });
    return signedIn.ok ? [] : signedIn.errors;
  }

  if (!possible) return null;
  return (
    <div className="mt-8 space-y-4">
      <FormErrors errors={errors} />
      <Button look="quiet" className="w-full" disabled={busy} onClick={signIn}>
        Sign in with a passkey
      </Button>
    </div>
  );
}
