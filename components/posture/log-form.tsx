'use client';

import { useActionState, useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { SelectField, TextArea, TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import type { ActionError, ActionResult } from '@/lib/server/errors';

export type LogField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'lines' | 'date' | readonly (readonly [value: string, words: string])[];
  readonly help?: string;
  readonly stands: string;
  /** Beside others rather than the whole width. */
  readonly half?: boolean;
};

type Typed = Readonly<Record<string, string>>;
type State = { readonly typed: Typed; readonly errors: readonly ActionError[]; readonly version: number | null };

/**
 * One entry as a form, new or to be corrected. What was typed stays, whatever the answer; what another wrote meanwhile
 * is shown before it is replaced.
 */
export function LogForm({
  fields,
  version,
  send,
  submit,
  done,
}: {
  readonly fields: readonly LogField[];
  /** Of the row that is corrected; left out for a new one. */
  readonly version?: number;
  readonly send: (typed: Typed, version: string) => Promise<ActionResult<unknown>>;
  readonly submit: string;
  readonly done: () => void;
}) {
  const [opened] = useState({ fields, version });
  const [state, act, pending] = useActionState<State, FormData>(
    async (before, form) => {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      const answer = await reached(send(typed, String(before.version ?? opened.version ?? 0)));
      if (answer.ok) {
        done();
        return { typed: {}, errors: [], version: null };
      }
      const current = answer.errors.find((error) => error.current)?.current;
      return { typed, errors: answer.errors, version: current?.version ?? before.version };
    },
    { typed: {}, errors: [], version: null },
  );
  const theirs = state.errors.find((error) => error.current)?.current?.value as Record<string, unknown> | undefined;
  return (
    <form action={act} noValidate key={JSON.stringify(state.typed)} className="grid gap-4 sm:grid-cols-2">
      <div className="empty:hidden sm:col-span-2">
        <FormErrors errors={state.errors.filter(({ field }) => !field)} />
        {theirs && (
          <ul className="mt-2 text-sm">
            {opened.fields.map(({ name, label }) => (
              <li key={name}>
                {label}: “{String(theirs[name] ?? '')}”
              </li>
            ))}
          </ul>
        )}
      </div>
      {opened.fields.map(({ name, label, kind, help, stands, half }) => {
        const shared = {
          name,
          label,
          help,
          defaultValue: state.typed[name] ?? stands,
          error: state.errors.find(({ field }) => field === name)?.message,
        };
        return (
          <div key={name} className={half ? '' : 'sm:col-span-2'}>
            {kind === 'lines' ? (
              <TextArea {...shared} rows={3} />
            ) : kind === 'line' || kind === 'date' ? (
              <TextField {...shared} type={kind === 'date' ? 'date' : 'text'} autoComplete="off" />
            ) : (
              <SelectField {...shared}>
                {kind.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </SelectField>
            )}
          </div>
        );
      })}
      <div className="flex flex-wrap gap-3 sm:col-span-2">
        <Button type="submit" disabled={pending}>
          {pending ? 'Saving…' : submit}
        </Button>
        <Button look="quiet" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
