'use client';

import { startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextField } from '@/components/forms/text-field';
import { StepUp } from '@/components/people/step-up';
import { Button } from '@/components/ui/button';
import { formatInstant } from '@/lib/format/dates';
import type { PasskeyView } from '@/lib/people/view';
import type { ActionError, ActionResult } from '@/lib/server/errors';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from '@/lib/sign-in/passkey-actions';

type Act = { readonly kind: 'add'; readonly name: string } | { readonly kind: 'remove'; readonly passkey: PasskeyView };

/** One's passkeys. Adding and removing one asks for a fresh proof, unless the sign-in itself is minutes old. */
export function Passkeys({
  passkeys,
  fresh,
  content,
}: {
  passkeys: readonly PasskeyView[];
  fresh: boolean;
  content: string;
}) {
  const [waiting, setWaiting] = useState<Act | null>(null);
  const [adding, setAdding] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);

  async function perform(act: Act, stepUpId?: string) {
    const answer =
      act.kind === 'add' ? await add(act.name, stepUpId) : await removePasskey({ passkeyId: act.passkey.id, stepUpId });
    setErrors(answer.ok ? [] : answer.errors);
    setWaiting(null);
    if (answer.ok) setAdding(false);
  }

  const ask = (act: Act) => (fresh ? perform(act) : setWaiting(act));

  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      {passkeys.length > 0 && (
        <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} onRemove={() => ask({ kind: 'remove', passkey })} />
          ))}
        </ul>
      )}
      {waiting ? (
        <StepUp
          purpose="passkeys.change"
          content={content}
          onConfirmed={(stepUpId) => perform(waiting, stepUpId)}
          onCancel={() => setWaiting(null)}
        >
          {waiting.kind === 'add'
            ? 'A passkey is a way into your account.'
            : `“${waiting.passkey.name}” will no longer open it.`}
        </StepUp>
      ) : adding ? (
        <form action={(form) => ask({ kind: 'add', name: String(form.get('name')) })} noValidate className="space-y-4">
          <TextField
            name="name"
            label="Name of the passkey"
            help="So that you recognise it later, such as “Work laptop”."
            autoComplete="off"
            maxLength={60}
            error={errors.find((error) => error.field === 'name')?.message}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit">Create the passkey</Button>
            <Button look="plain" onClick={() => setAdding(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <Button look="quiet" onClick={() => setAdding(true)}>
          Add a passkey
        </Button>
      )}
    </div>
  );
}

async function add(name: string, stepUpId?: string): Promise<ActionResult<void>> {
  const begun = await beginPasskey({ stepUpId });
  if (!begun.ok) return begun;
  try {
    return await addPasskey({ name, answer: await startRegistration({ optionsJSON: begun.value }) });
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError';
    const message = known ? 'This device has a passkey for you already.' : 'No passkey was created.';
    return { ok: false, errors: [{ code: 'refused', message }] };
  }
}

function Passkey({ passkey, onRemove }: { passkey: PasskeyView; onRemove: () => void }) {
  const [renaming, setRenaming] = useState(false);
  const [error, setError] = useState<string>();

  async function rename(form: FormData) {
    const answer = await renamePasskey({ passkeyId: passkey.id, name: form.get('name') });
    setError(answer.ok ? undefined : answer.errors[0]?.message);
    if (answer.ok) setRenaming(false);
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      {renaming ? (
        <form action={rename} noValidate className="flex grow flex-wrap items-end gap-3">
          <div className="grow">
            <TextField name="name" label="Name" defaultValue={passkey.name} maxLength={60} error={error} autoFocus />
          </div>
          <Button type="submit">Save</Button>
          <Button look="plain" onClick={() => setRenaming(false)}>
            Cancel
          </Button>
        </form>
      ) : (
        <>
          <div className="min-w-0 grow">
            <p className="font-medium break-words">{passkey.name}</p>
            <p className="text-sm text-muted">
              {passkey.synced ? 'Kept by a password manager' : 'On one device'} · added{' '}
              {formatInstant(passkey.createdAt)} ·{' '}
              {passkey.lastUsedAt ? `last used ${formatInstant(passkey.lastUsedAt)}` : 'not used yet'}
            </p>
          </div>
          <Button look="quiet" aria-label={`Rename ${passkey.name}`} onClick={() => setRenaming(true)}>
            Rename
          </Button>
          <Button look="danger" aria-label={`Remove ${passkey.name}`} onClick={onRemove}>
            Remove
          </Button>
        </>
      )}
    </li>
  );
}
