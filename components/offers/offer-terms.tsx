'use client';

import { Field, inputClass } from '@/components/forms/text-field';
import { Remedy } from '@/components/lines/cell-marks';
import type { OfferTermsInHand } from '@/components/offers/use-offer-terms';
import { type TermField, termNames, termText, termWords } from '@/lib/offers/terms';

const helps: Partial<Readonly<Record<TermField, string>>> = {
  termMonths: 'After each term the uplift comes on top.',
  renewalUplift: 'On every recurring line without one of its own.',
  source: 'Who sent it, and where it is kept.',
};

const fields: readonly TermField[] = ['label', 'receivedOn', 'expiresOn', 'termMonths', 'renewalUplift', 'source'];

/** What is written down about an offer: entered once, and valid for all of its lines. */
export function OfferTerms({ terms, readOnly }: { readonly terms: OfferTermsInHand; readonly readOnly: boolean }) {
  if (readOnly) {
    return (
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
        {fields.map((field) => (
          <div key={field} id={`offer-${field}`} className="scroll-mt-6">
            <dt className="text-sm text-muted">{termNames[field]}</dt>
            <dd className="break-words">{termWords(terms.saved, field) || '–'}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {fields.map((field) => (
        <TermInput key={field} field={field} terms={terms} />
      ))}
    </div>
  );
}

function TermInput({ field, terms }: { readonly field: TermField; readonly terms: OfferTermsInHand }) {
  const state = terms.states[field];
  const text = terms.typed[field] ?? termText(terms.saved, field);
  const date = field === 'receivedOn' || field === 'expiresOn';
  return (
    <div id={`offer-${field}`} className="scroll-mt-6">
      <Field
        label={termNames[field]}
        help={state?.state === 'saving' ? 'Saving …' : helps[field]}
        error={state?.state === 'refused' ? state.why : undefined}
      >
        {(control) => (
          <input
            {...control}
            className={inputClass}
            autoComplete="off"
            type={date ? 'date' : 'text'}
            value={text}
            onChange={(event) => terms.type(field, event.target.value)}
            onBlur={() => terms.leave(field)}
            onKeyDown={(event) => event.key === 'Enter' && terms.leave(field)}
          />
        )}
      </Field>
      {state?.state === 'conflict' && (
        <div role="alert" className="mt-2 rounded-md border border-warn bg-warn-ground p-3 text-sm">
          <p>
            Somebody else changed this to {termWords(state.theirs, field) || 'blank'} while you wrote {text || 'blank'}.
          </p>
          <Remedy onChoose={(whose) => terms.settle(field, whose)} />
        </div>
      )}
    </div>
  );
}
