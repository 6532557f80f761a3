'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { TextArea, TextField } from '@/components/forms/text-field';
import { type Choice, RoleChoice } from '@/components/invitations/role-choice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionError, ActionResult } from '@/lib/server/errors';

type State = { typed: Readonly<Record<string, string>>; errors: readonly ActionError[]; sentTo: string | null };

/** Asks an address to join, in a role, with a few personal words. `field` names the role for the action. */
export function InviteForm({
  send,
  engagementId,
  field,
  choices,
  namesNegotiators = false,
}: {
  send: (form: FormData) => Promise<ActionResult<void>>;
  engagementId?: string;
  field: 'role' | 'portalRole';
  choices: readonly Choice[];
  namesNegotiators?: boolean;
}) {
  const [state, submit, pending] = useActionState<State, FormData>(
    async (_, form) => {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      const answer = await reached(send(form));
      return answer.ok
        ? { typed: {}, errors: [], sentTo: typed.email ?? '' }
        : { typed, errors: answer.errors, sentTo: null };
    },
    { typed: {}, errors: [], sentTo: null },
  );
  const at = (name: string) => state.errors.find((error) => error.field === name)?.message;
  const shown = ['email', 'message', 'negotiator', field];
  return (
    <form action={submit} noValidate className="mt-4 space-y-5">
      <FormErrors errors={state.errors.filter((error) => !shown.includes(error.field ?? ''))} />
      {state.sentTo && !pending && (
        <Notice tone="good" live>
          The invitation is on its way to {state.sentTo}.
        </Notice>
      )}
      {engagementId && <input type="hidden" name="engagementId" value={engagementId} />}
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        help="The invitation works for this address alone."
        autoComplete="off"
        defaultValue={state.typed.email}
        error={at('email')}
      />
      <RoleChoice field={field} choices={choices} chosen={state.typed[field]} error={at(field)} />
      {namesNegotiators && (
        <div>
          <label className="flex min-h-11 items-center gap-3 text-sm">
            <input
              type="checkbox"
              name="negotiator"
              className="size-5 accent-accent"
              defaultChecked={state.typed.negotiator === 'on'}
            />
            Negotiator: reads the brief and what Microsoft may see
          </label>
          {at('negotiator') && <p className="text-sm font-medium text-bad">{at('negotiator')}</p>}
        </div>
      )}
      <TextArea
        name="message"
        label="A few words (optional)"
        help="They travel by mail: no client, no deal, no figures."
        maxLength={1000}
        defaultValue={state.typed.message}
        error={at('message')}
      />
      <Button type="submit" disabled={pending}>
        {pending ? 'Inviting…' : 'Invite'}
      </Button>
    </form>
  );
}
