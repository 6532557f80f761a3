'use client';

import { useActionState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { SelectField, TextArea, TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { askForWorksheet } from '@/lib/requests/actions';
import { agreements, consent, seatBands } from '@/lib/requests/words';

/** The action itself goes into the form: it is sent, answered and filled in again without any script as well. */
export function RequestForm({ stamp, months }: { stamp: string; months: readonly (readonly [string, string])[] }) {
  const [{ typed, errors }, submit, pending] = useActionState(askForWorksheet, { typed: {}, errors: [] });
  const field = (name: string) => ({
    name,
    required: true,
    defaultValue: typed[name] ?? '',
    error: errors.find((error) => error.field === name)?.message,
  });
  const consentError = errors.find((error) => error.field === 'consent')?.message;
  return (
    // A new form for each answer: a choice that came back is then chosen again.
    <form key={JSON.stringify(typed)} action={submit} noValidate className="mt-8 space-y-5">
      <FormErrors errors={errors.filter(({ field: at }) => !at || ['stamp', 'website'].includes(at))} />
      {errors.some((error) => error.field) && (
        <p className="font-medium text-bad" role="alert">
          Some answers need another look.
        </p>
      )}
      <TextField label="Name" autoComplete="name" {...field('name')} />
      <TextField label="Work e-mail" type="email" autoComplete="email" {...field('email')} />
      <TextField label="Organisation" autoComplete="organization" {...field('company')} />
      <TextField label="Your role there" autoComplete="organization-title" {...field('jobTitle')} />
      <SelectField label="Kind of agreement" {...field('agreement')}>
        <option value="">Choose one</option>
        {Object.entries(agreements).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <SelectField label="It is renewed in" {...field('renewalMonth')}>
        <option value="">Choose a month</option>
        {months.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <SelectField label="Seats" {...field('seats')}>
        <option value="">Choose how many</option>
        {Object.entries(seatBands).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="What do you hope for?"
        help="If you like: a sentence or two."
        {...field('hope')}
        required={false}
      />
      <div>
        <label className="flex min-h-11 items-start gap-3">
          <input
            type="checkbox"
            name="consent"
            value={consent.version}
            required
            defaultChecked={typed.consent === consent.version}
            aria-invalid={consentError ? true : undefined}
            aria-describedby={consentError ? 'consent-error' : undefined}
            className="mt-1 size-5 shrink-0 accent-accent"
          />
          <span>{consent.text}</span>
        </label>
        {consentError && (
          <p id="consent-error" className="mt-1 text-sm font-medium text-bad" role="alert">
            {consentError}
          </p>
        )}
      </div>
      {/* Nobody sees this field; what fills in everything fills it in. */}
      <div aria-hidden="true" className="absolute -left-[200rem]">
        <label>
          Leave this empty
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <input type="hidden" name="stamp" value={typed.stamp ?? stamp} />
      <Button type="submit" disabled={pending} className="w-full sm:w-auto">
        {pending ? 'Sending…' : 'Ask for the worksheet'}
      </Button>
    </form>
  );
}
