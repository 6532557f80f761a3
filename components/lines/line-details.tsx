'use client';

import { Trash2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSettled } from '@/components/lines/after-paint';
import { conflictsOf, conflictWords, Remedy } from '@/components/lines/cell-marks';
import { DetailsField, type FieldWriting } from '@/components/lines/details-field';
import { RangePicture, rangeText } from '@/components/lines/range-picture';
import { type Typing, useTyping } from '@/components/lines/typing';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import { formatNumber } from '@/lib/format/numbers';
import { wantsRange } from '@/lib/lines/certainty';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { type About, type Field, hasField, type LineFields, lineOfFields, type SideKind } from '@/lib/lines/fields';
import { formulaOf, type Said, type Terms } from '@/lib/lines/formula';

export type LineDetailsProps = {
  readonly draft: Draft;
  readonly side: SideKind;
  readonly about: About;
  /** The offer's own, where the line is on one. */
  readonly terms: Terms;
  readonly cost: number | null;
  readonly readOnly: boolean;
  readonly typing: Typing;
  readonly written: Partial<Readonly<Record<Field, readonly string[]>>>;
  readonly writingOf: (field: Field) => FieldWriting;
  readonly onSettle: (field: Field, whose: 'mine' | 'theirs') => void;
  readonly onKeep: () => void;
  readonly onLetGo: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

const groups: readonly { readonly title: string; readonly fields: readonly Field[] }[] = [
  { title: 'What it is', fields: ['label', 'category', 'workload', 'part', 'kind'] },
  {
    title: 'What it costs',
    fields: ['quantity', 'unit', 'low', 'likely', 'high', 'tiers', 'of', 'per', 'billed', 'claimed'],
  },
  { title: 'In another currency', fields: ['quotedCurrency', 'exchangeRate', 'rateOn', 'rateSource'] },
  {
    title: 'When, and how it moves',
    fields: ['startMonth', 'endMonth', 'escalator', 'heldUntil', 'growth', 'renewalUplift', 'termMonths'],
  },
  { title: 'What it rests on', fields: ['basis', 'basisOn', 'source', 'ownerId'] },
];

const helps: Partial<Readonly<Record<Field, string>>> = {
  of: 'The categories it rests on, with commas between them.',
  tiers: 'Such as: 10 % up to 1,800,000; 7 % above',
  startMonth: 'A month such as Jul 2030, or how many months after renewal.',
  endMonth: 'The last month it covers.',
  escalator: 'Every twelve months after its start.',
  heldUntil: 'No rise before this month.',
  renewalUplift: 'Blank: the offer’s own.',
  claimed: 'The figure the account team names for the same thing.',
  unit: 'What is counted, such as seats.',
  quotedCurrency: 'A code such as USD. The figures above are then written in it.',
};

/** Everything about one line: its formula in words, and each field its kind has. */
export function LineDetails(props: LineDetailsProps) {
  const { draft, side, about, readOnly, written, writingOf } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fields = fieldsOfDraft(draft);
  return (
    <div>
      <div className="flex items-start justify-between gap-3">
        <h3 ref={heading} tabIndex={-1} className="scroll-mt-72 text-xl break-words outline-none">
          {fields.label ?? 'New line'}
        </h3>
        <button
          type="button"
          aria-label="Close the details"
          onClick={props.onClose}
          className="-mt-1 -mr-2 flex size-11 shrink-0 items-center justify-center rounded hover:bg-sunken"
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </div>
      <InWords {...props} />
      <Disputes {...props} />
      {groups.map(({ title, fields: names }) => (
        <fieldset key={title} className="mt-5 border-t border-rule pt-3">
          <legend className="sr-only">{title}</legend>
          <p aria-hidden="true" className="text-xs font-medium text-muted">
            {title}
          </p>
          <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-4">
            {names
              .filter((field) => hasField(fields, side, field))
              .map((field) => (
                <div key={field} className={wide.includes(field) ? 'col-span-2' : ''}>
                  <DetailsField
                    draft={draft}
                    field={field}
                    side={side}
                    about={about}
                    readOnly={readOnly}
                    help={helpOf(field, fields, side, readOnly)}
                    suggestions={written[field]}
                    writing={writingOf(field)}
                  />
                </div>
              ))}
          </div>
        </fieldset>
      ))}
      {!readOnly && wantsRange(fields) && (
        <p className="mt-3 text-sm text-warn">
          A figure without a range should rest on a contract or a quote. Give its low and high, or say what it rests on.
        </p>
      )}
      {!readOnly && (
        <Button look="danger" className="mt-6" onClick={props.onRemove}>
          <Trash2 aria-hidden="true" className="size-4" /> Remove this line
        </Button>
      )}
    </div>
  );
}

/** Of a figure quoted in another currency: what it comes to. Else what to write in the field. */
function helpOf(field: Field, fields: LineFields, side: SideKind, readOnly: boolean): string | undefined {
  const figure = field === 'low' || field === 'likely' || field === 'high' ? fields[field] : null;
  if (fields.quotedCurrency !== null && figure !== null) return `= ${formatNumber(figure)}`;
  if (field === 'exchangeRate') return `How much one ${fields.quotedCurrency} is.`;
  return readOnly || (field === 'renewalUplift' && side === 'alternative') ? undefined : helps[field];
}

const wide: readonly Field[] = ['label', 'source', 'tiers', 'of', 'kind', 'rateSource'];

/** The formula with this line's numbers, as they are being typed. */
function InWords({ draft, side, about, terms, cost, typing }: LineDetailsProps) {
  const underhand = useSettled(useTyping(typing));
  const change = underhand?.lineId === draft.id ? underhand.change : null;
  const fields: LineFields = { ...fieldsOfDraft(draft), ...change };
  const typed = change ? lineOfFields(fields, draft.key, side, about) : null;
  const line = typed?.ok ? typed.line : readDraft(draft, side, about).line;
  return (
    <div className="mt-2 rounded-md bg-sunken px-3 py-2.5 text-sm">
      <p aria-live="polite">
        {line
          ? formulaOf(line, terms, about, saidOf(fields))
          : 'Not complete yet: it counts for nothing in the totals.'}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        {cost !== null && <span className="font-medium">{formatMoney(cost, about.currency)} all-in</span>}
        <RangePicture fields={fields} />
        <span className="text-muted">{rangeText(fields)}</span>
      </div>
    </div>
  );
}

function saidOf({ unit, quotedCurrency, quotedLikely, exchangeRate }: LineFields): Said {
  if (quotedCurrency === null || quotedLikely === null || exchangeRate === null) return { unit };
  return { unit, quote: { currency: quotedCurrency, likely: quotedLikely, rate: exchangeRate } };
}

function Disputes({ draft, side, about, onSettle, onKeep, onLetGo }: LineDetailsProps) {
  if (draft.gone) {
    return (
      <div className="mt-3">
        <Notice tone="warn" title="Somebody removed this line while you were changing it" live>
          <div className="mt-2 flex gap-2">
            <Button look="quiet" onClick={onKeep}>
              Add it again
            </Button>
            <Button look="quiet" onClick={onLetGo}>
              Let it go
            </Button>
          </div>
        </Notice>
      </div>
    );
  }
  return conflictsOf(draft, side).map((field) => (
    <div key={field} className="mt-3">
      <Notice tone="warn" live>
        <p>{conflictWords(draft, field, about)}</p>
        <Remedy onChoose={(whose) => onSettle(field, whose)} />
      </Notice>
    </div>
  ));
}
