'use client';

import { useId, useLayoutEffect, useRef, useState } from 'react';
import { inputClass } from '@/components/forms/text-field';
import { cellState } from '@/lib/lines/cell-state';
import { cellText, editText, isFigure } from '@/lib/lines/cells';
import { optionsOf } from '@/lib/lines/choices';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { type About, type Field, fieldNames, type SideKind } from '@/lib/lines/fields';

export type FieldWriting = {
  /** With every keystroke; null once it is done. */
  readonly onType: (text: string | null) => void;
  /** `from` is what the field held when it was begun. */
  readonly onEdit: (text: string, from: string) => void;
};

type Props = {
  readonly draft: Draft;
  readonly field: Field;
  readonly side: SideKind;
  readonly about: About;
  readonly readOnly: boolean;
  readonly help?: string | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly writing: FieldWriting;
};

/** One field of a line in its details: kept when it is left, with how it stands below it. */
export function DetailsField(props: Props) {
  const { draft, field, side, about, readOnly, help, suggestions, writing } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const fields = fieldsOfDraft(draft);
  const { problems } = readDraft(draft, side, about);
  const state = cellState(draft, field, problems);
  const problem = problems[field];
  const held = editText(fields, field, about);
  const shown = typed ?? draft.unread[field]?.text ?? (readOnly ? cellText(fields, field, about) : held);
  // What was entered in another field may have filled this one while it was being gone to: it is all chosen, as it is
  // for whoever comes by Tab, so that typing replaces it.
  useLayoutEffect(() => {
    if (typed === null && held !== '' && document.activeElement === input.current) input.current?.select();
  }, [held, typed]);
  const options = optionsOf(field, about);
  const chosen = field === 'ownerId' ? held : String(fields[field] ?? '');
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const control = {
    id,
    ...(described && { 'aria-describedby': described }),
    ...(problem && draft.saved && { 'aria-invalid': true as const }),
  };

  function type(text: string) {
    if (typed === null) setFrom(held);
    setTyped(text);
    writing.onType(text);
  }

  function done() {
    writing.onType(null);
    if (typed !== null && typed !== from) writing.onEdit(typed, from);
    setTyped(null);
  }

  return (
    <div>
      <label htmlFor={id} className="flex justify-between gap-2 text-sm font-medium">
        {fieldNames[field]}
        {state === 'saving' && <span className="font-normal text-muted">saving …</span>}
        {state === 'unsaved' && draft.saved && <span className="font-normal text-warn">not saved yet</span>}
      </label>
      {readOnly ? (
        <output id={id} className="mt-1 block min-h-6 whitespace-pre-wrap">
          {shown || <span className="text-muted">–</span>}
        </output>
      ) : options ? (
        <select
          {...control}
          className={inputClass}
          value={chosen}
          onChange={(event) =>
            writing.onEdit(options.find(({ value }) => value === event.target.value)?.name ?? '', held)
          }
        >
          {fields[field] === null && <option value="">–</option>}
          {(field === 'basis' || field === 'ownerId') && fields[field] !== null && <option value="">–</option>}
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : field === 'source' || field === 'rateSource' || field === 'tiers' ? (
        <textarea
          {...control}
          rows={2}
          className={inputClass}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={done}
        />
      ) : (
        <input
          {...control}
          ref={input}
          className={`${inputClass} ${isFigure(field) ? 'text-right tabular-nums' : ''}`}
          autoComplete="off"
          {...((field === 'basisOn' || field === 'rateOn') && { type: 'date' })}
          {...(isFigure(field) && { inputMode: 'decimal' as const })}
          {...(suggestions && { list: `${id}-list` })}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={done}
          onKeyDown={(event) => event.key === 'Enter' && done()}
        />
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-xs text-muted">
          {help}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={`mt-1 text-sm ${draft.saved ? 'font-medium text-bad' : 'text-warn'}`}>
          {problem}
        </p>
      )}
    </div>
  );
}
