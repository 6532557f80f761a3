'use client';

import { useMemo } from 'react';
import type { Bench, BenchSide } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { groundedLines } from '@/lib/lines/grounded';
import type { Model } from '@/lib/model/types';
import { groundingOf, type Ungrounded } from '@/lib/readiness/grounding';
import type { RowNotesView } from '@/lib/row-notes/view';

const reasons: Readonly<Record<Ungrounded, string>> = {
  'no basis': 'says nothing of what it rests on',
  judgement: 'rests on judgement',
  'vendor claim': 'rests on the vendor’s word',
  'not dated': 'its basis has no date',
  'older than twelve months': 'its basis is older than twelve months',
  'dated in the future': 'its basis is dated in the future',
  'contract has run out': 'its contract has run out',
};

const shownAtOnce = 50;

/** How much of an alternative's cost rests on something that can be shown, what is missing, and what is attached. */
export function Grounding(props: {
  readonly bench: Bench;
  readonly side: BenchSide;
  readonly model: Model;
  readonly notes: RowNotesView;
  readonly today: string;
}) {
  const { bench, side, model, notes, today } = props;
  const lines = useMemo(() => groundedLines(side, bench, model), [side, bench, model]);
  const { share, met, missing } = groundingOf(lines, today);
  if (share === null) return null;
  const shown = groundingOf(
    lines.map((line) => (notes.evidence[line.id] ? line : { ...line, basis: null })),
    today,
  );
  return (
    <details className="max-w-2xl text-sm">
      <summary className="min-h-11 cursor-pointer py-2.5">
        <span className={`font-medium ${met ? 'text-good' : 'text-warn'}`}>{percent(share)} grounded</span>
        <span className="text-muted">
          {met ? ', four fifths are asked for' : ', of four fifths that are asked for'}
          {missing.length > 0 && '; what is missing'}
        </span>
      </summary>
      <p className="text-muted">
        By absolute present value, so much rests on a contract that runs, or on a quote, a measurement or a benchmark of
        the last twelve months. For {percent(shown.share ?? 0)} of the cost, that and its evidence is attached.
      </p>
      {missing.length > 0 && (
        <ul className="mt-2 max-h-60 space-y-1 overflow-y-auto" aria-label="What is not grounded">
          {missing.slice(0, shownAtOnce).map(({ id, weight, why }) => (
            <li key={id} className="flex gap-3">
              <span className="figures w-14 shrink-0 text-right">{percent(weight)}</span>
              <span>
                {labelOf(side, id)}: <span className="text-muted">{reasons[why]}</span>
              </span>
            </li>
          ))}
          {missing.length > shownAtOnce && <li>and {missing.length - shownAtOnce} more, none of them larger.</li>}
        </ul>
      )}
    </details>
  );
}

function labelOf({ drafts }: BenchSide, lineId: string): string {
  const draft = drafts.find(({ id }) => id === lineId);
  return (draft && fieldsOfDraft(draft).label) ?? 'New line';
}

/** Rounded down, so that 79.99 % never reads as the 80 that it is not. */
function percent(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9) / 10;
  return `${tenths < 1 ? tenths.toFixed(1) : Math.floor(tenths)} %`;
}
