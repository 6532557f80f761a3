'use client';

import type { ReactNode } from 'react';
import { RangePicture } from '@/components/lines/range-picture';
import { formatMoney } from '@/lib/format/money';
import { cellText } from '@/lib/lines/cells';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import type { About, SideKind } from '@/lib/lines/fields';

/** The lines where there is no room for a grid: one card each, which opens the line. */
export function LineCards({
  drafts,
  side,
  about,
  costOf,
  onOpen,
  marksOf,
}: {
  readonly drafts: readonly Draft[];
  readonly side: SideKind;
  readonly about: About;
  readonly costOf: (draft: Draft) => number | null;
  readonly onOpen: (draft: Draft) => void;
  /** What is attached to a line, at a glance. */
  readonly marksOf: (draft: Draft) => ReactNode;
}) {
  return (
    <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
      {drafts.map((draft) => {
        const fields = fieldsOfDraft(draft);
        const cost = costOf(draft);
        const { problems } = readDraft(draft, side, about);
        const open = Object.keys(problems).length + Object.keys(draft.conflicts).length;
        const place = [fields.category, fields.workload, cellText(fields, 'part', about)].filter(Boolean).join(' · ');
        return (
          <li key={draft.id} className="[contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
            <button type="button" onClick={() => onOpen(draft)} className="block w-full px-4 py-3 text-left">
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-medium break-words">{fields.label ?? 'New line'}</span>
                <span className="figures shrink-0">{cost === null ? '–' : formatMoney(cost, about.currency)}</span>
              </span>
              <span className="mt-1 flex items-center justify-between gap-3 text-sm text-muted">
                <span className="min-w-0 truncate">{place}</span>
                <RangePicture fields={fields} />
              </span>
              {marksOf(draft)}
              {(open > 0 || draft.gone) && (
                <span className="mt-1 block text-sm text-warn">
                  {draft.saved ? 'Something here needs you' : 'Not complete yet'}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
