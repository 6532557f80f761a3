'use client';

import { useActionState, useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { reached } from '@/components/forms/reached';
import { SelectField, TextArea, TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { addClaim, changeClaim } from '@/lib/claims/actions';
import { claimKinds, verdicts } from '@/lib/claims/register';
import type { ClaimsView, ClaimView } from '@/lib/claims/view';
import type { ActionError } from '@/lib/server/errors';

type Typed = Readonly<Record<string, string>>;
type State = { readonly typed: Typed; readonly errors: readonly ActionError[]; readonly version: number | null };

const written = (figure: number | null) => (figure === null ? '' : String(figure));
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** One claim as a form: a new one, or one that stands already. What was typed stays, whatever the answer. */
export function ClaimForm({ view, claim: stands, done }: { view: ClaimsView; claim?: ClaimView; done: () => void }) {
  // What the form was opened upon: the page may learn of another's change while somebody is still typing.
  const [claim] = useState(stands);
  const [state, submit, pending] = useActionState<State, FormData>(
    async (before, form) => {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      const facts = { ...typed, engagementId: view.engagementId };
      const answer = await reached<unknown>(
        claim
          ? changeClaim({ ...facts, claimId: claim.id, version: String(before.version ?? claim.version) })
          : addClaim(facts),
      );
      if (answer.ok) {
        done();
        return { typed: {}, errors: [], version: null };
      }
      // Sent again after reading what the other side wrote, the form counts as written with that in view.
      const current = answer.errors.find((error) => error.current)?.current;
      return { typed, errors: answer.errors, version: current?.version ?? before.version };
    },
    { typed: {}, errors: [], version: null },
  );
  const at = (field: string) => state.errors.find((error) => error.field === field)?.message;
  const value = (field: string, stands: string) => state.typed[field] ?? stands;
  const theirs = state.errors.find((error) => error.current)?.current?.value as ClaimView | undefined;
  return (
    <form action={submit} noValidate className="grid gap-4 sm:grid-cols-6" key={JSON.stringify(state.typed)}>
      <div className="sm:col-span-6">
        <FormErrors errors={state.errors.filter((error) => !error.field)} />
        {theirs && (
          <p className="mt-2 text-sm">
            It now says: “{theirs.statement}” ({theirs.saidBy}). Saving again puts your words in its place.
          </p>
        )}
      </div>
      <div className="sm:col-span-6">
        <TextArea
          name="statement"
          label="What they said"
          rows={3}
          defaultValue={value('statement', claim?.statement ?? '')}
          error={at('statement')}
        />
      </div>
      <div className="sm:col-span-2">
        <SelectField
          name="kind"
          label="Kind"
          defaultValue={value('kind', claim?.kind ?? 'switching cost')}
          error={at('kind')}
        >
          {claimKinds.map((kind) => (
            <option key={kind} value={kind}>
              {capital(kind)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="sm:col-span-2">
        <TextField
          name="saidBy"
          label="Who said it"
          defaultValue={value('saidBy', claim?.saidBy ?? '')}
          error={at('saidBy')}
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          name="saidTo"
          label="To whom"
          defaultValue={value('saidTo', claim?.saidTo ?? '')}
          error={at('saidTo')}
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          name="saidOn"
          type="date"
          label="When"
          defaultValue={value('saidOn', claim?.saidOn ?? view.today)}
          error={at('saidOn')}
        />
      </div>
      <div className="sm:col-span-4">
        <SelectField
          name="lineId"
          label="The line it speaks of"
          defaultValue={value('lineId', claim?.lineId ?? '')}
          error={at('lineId')}
        >
          <option value="">None of them</option>
          {view.lines.map((line) => (
            <option key={line.id} value={line.id}>
              {line.label} · {line.of}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="sm:col-span-6">
        <TextField
          name="about"
          label="What it is about"
          help="A few words. Claims about the same thing stand together, and so do those that speak of the same line."
          list="claim-subjects"
          defaultValue={value('about', claim?.about ?? '')}
          error={at('about')}
        />
        <datalist id="claim-subjects">
          {[...new Set(view.things.flatMap(({ claims }) => claims.map(({ about }) => about)))].map((about) => (
            <option key={about} value={about} />
          ))}
        </datalist>
      </div>
      <Figure
        field="claimedAmount"
        label={`They claim, ${view.currency}`}
        stands={written(claim?.claimedAmount ?? null)}
        {...{ value, at }}
      />
      <Figure
        field="claimedMonths"
        label="They claim, months"
        stands={written(claim?.claimedMonths ?? null)}
        {...{ value, at }}
      />
      <Figure
        field="honestAmount"
        label={`Our honest figure, ${view.currency}`}
        stands={written(claim?.honestAmount ?? null)}
        {...{ value, at }}
      />
      <Figure
        field="honestMonths"
        label="Our honest figure, months"
        stands={written(claim?.honestMonths ?? null)}
        {...{ value, at }}
      />
      <div className="sm:col-span-2">
        <SelectField
          name="verdict"
          label="Verdict"
          defaultValue={value('verdict', claim?.verdict ?? '')}
          error={at('verdict')}
        >
          <option value="">Not decided yet</option>
          {verdicts.map((verdict) => (
            <option key={verdict} value={verdict}>
              {capital(verdict)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="sm:col-span-6">
        <TextArea
          name="answer"
          label="Our calm answer"
          rows={3}
          defaultValue={value('answer', claim?.answer ?? '')}
          error={at('answer')}
        />
      </div>
      <div className="flex gap-3 sm:col-span-6">
        <Button type="submit" disabled={pending}>
          {pending ? 'Saving…' : claim ? 'Save' : 'Enter the claim'}
        </Button>
        <Button look="quiet" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

function Figure({
  field,
  label,
  stands,
  value,
  at,
}: {
  field: string;
  label: string;
  stands: string;
  value: (field: string, stands: string) => string;
  at: (field: string) => string | undefined;
}) {
  return (
    <div className="sm:col-span-3">
      <TextField
        name={field}
        label={label}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value(field, stands)}
        error={at(field)}
      />
    </div>
  );
}
