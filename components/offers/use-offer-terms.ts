'use client';

import { useState } from 'react';
import { changeOffer } from '@/lib/offers/actions';
import type { OfferTerms } from '@/lib/offers/schema';
import { disputed, readTerm, type TermField } from '@/lib/offers/terms';
import type { OfferHead } from '@/lib/offers/view';

export type TermState =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'conflict'; readonly theirs: OfferHead };

type Typed = Partial<Record<TermField, string>>;
type States = Partial<Record<TermField, TermState>>;

/** The terms of one offer in this browser, saved field by field as each is left. */
export function useOfferTerms(engagementId: string, start: OfferHead) {
  const [saved, setSaved] = useState(start);
  const [typed, setTyped] = useState<Typed>({});
  const [states, setStates] = useState<States>({});
  const [shown, setShown] = useState(start);
  if (shown !== start) {
    setShown(start);
    if (start.version > saved.version) setSaved(start);
  }

  const mark = (fields: readonly TermField[], state: TermState) =>
    setStates((before) => ({ ...before, ...Object.fromEntries(fields.map((field) => [field, state])) }));
  const forget = (fields: readonly TermField[]) =>
    setTyped((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !fields.includes(field as TermField))),
    );

  async function send(base: OfferHead, change: Partial<OfferTerms>): Promise<void> {
    const fields = Object.keys(change) as TermField[];
    mark(fields, { state: 'saving' });
    const answer = await changeOffer({ engagementId, offerId: base.id, version: base.version, change }).catch(
      () => null,
    );
    if (!answer)
      return mark(fields, {
        state: 'refused',
        why: 'The portal cannot be reached. Leave the field again to try again.',
      });
    if (answer.ok) {
      setSaved(answer.value);
      forget(fields);
      return mark(fields, { state: 'saved' });
    }
    const [error] = answer.errors;
    if (error?.code !== 'stale' || !error.current) {
      return mark(fields, { state: 'refused', why: error?.message ?? 'This was refused.' });
    }
    const theirs = error.current.value as OfferHead;
    setSaved(theirs);
    const conflicts = disputed(base, theirs, change);
    if (conflicts.length === 0) return send(theirs, change);
    mark(conflicts, { state: 'conflict', theirs });
  }

  const values: OfferTerms = { ...saved };
  for (const [field, text] of Object.entries(typed)) {
    const read = readTerm(field as TermField, text);
    if (read.ok) Object.assign(values, read.change);
  }

  return {
    saved,
    /** As typed, where what is typed can be read. */
    values,
    typed,
    states,
    /** How many are not saved, because they were refused or ask which of two values they shall have. */
    unsaved: Object.values(states).filter(({ state }) => state === 'refused' || state === 'conflict').length,
    type: (field: TermField, text: string) => setTyped((before) => ({ ...before, [field]: text })),
    leave: (field: TermField) => {
      const text = typed[field];
      if (text === undefined) return;
      const read = readTerm(field, text);
      if (!read.ok) return mark([field], { state: 'refused', why: read.why });
      if (read.change[field] === saved[field]) {
        forget([field]);
        return mark([field], { state: 'saved' });
      }
      void send(saved, read.change);
    },
    settle: (field: TermField, whose: 'mine' | 'theirs') => {
      const text = typed[field];
      const read = text === undefined ? null : readTerm(field, text);
      if (whose === 'mine' && read?.ok) return void send(saved, read.change);
      forget([field]);
      mark([field], { state: 'saved' });
    },
  };
}

export type OfferTermsInHand = ReturnType<typeof useOfferTerms>;
