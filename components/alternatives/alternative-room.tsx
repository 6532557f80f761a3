'use client';

import { useMemo, useState } from 'react';
import { AlternativeActions } from '@/components/alternatives/alternative-actions';
import { AlternativeTabs } from '@/components/alternatives/alternative-tabs';
import { SideBySide } from '@/components/alternatives/side-by-side';
import { Grounding } from '@/components/lines/grounding';
import { LineBench } from '@/components/lines/line-bench';
import { SaveState } from '@/components/lines/save-state';
import { AlternativeTotals } from '@/components/lines/totals';
import { useBench } from '@/components/lines/use-bench';
import { ReviewAll } from '@/components/reviews/review-all';
import { useFreshNotes } from '@/components/row-notes/use-fresh-notes';
import { type BenchSide, sideOf } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { alternativeFigures, figuresOf, modelOnBench } from '@/lib/lines/live';
import type { BenchView } from '@/lib/lines/view';
import type { RowNotesView } from '@/lib/row-notes/view';

const noTerms = { termMonths: 36, renewalUplift: 0 };

type Props = {
  readonly view: BenchView;
  readonly notes: RowNotesView;
  /** The line whose details are open at first. */
  readonly line: string | null;
  readonly today: string;
  readonly hiddenColumns: readonly string[] | null;
};

/** The room Alternative: every alternative on one bench, one of them in hand. */
export function AlternativeRoom({ shown, ...props }: Props & { readonly shown: string | null }) {
  const { view, line } = props;
  const notes = useFreshNotes(props.notes);
  const inHand = useBench(view);
  const [wanted, setWanted] = useState(
    shown ?? view.alternatives.find(({ lines }) => lines.some(({ id }) => id === line))?.key ?? view.chosen,
  );
  const current = view.alternatives.find(({ key }) => key === wanted) ?? view.alternatives[0];
  const side = current && sideOf(inHand.bench, current.id);

  function take(key: string) {
    setWanted(key);
    window.history.replaceState(null, '', `?alternative=${encodeURIComponent(key)}`);
  }

  return current && side ? (
    <OneAlternative {...props} notes={notes} inHand={inHand} current={current} side={side} onTake={take} />
  ) : null;
}

function OneAlternative({
  view,
  notes,
  inHand: { bench, settled, dispatch, typing, saving, retry },
  current,
  side,
  onTake,
  line,
  today,
  hiddenColumns,
}: Props & {
  readonly inHand: ReturnType<typeof useBench>;
  readonly current: BenchView['alternatives'][number];
  readonly side: BenchSide;
  readonly onTake: (key: string) => void;
}) {
  const offer = view.offers.at(-1);
  const terms = offer ?? noTerms;
  // By hand: the compiler would take them together with what every edit changes, and they look at every line.
  const model = useMemo(
    () => modelOnBench(settled, view, { offerId: offer?.id ?? null, terms, typing: null }),
    [settled, view, offer, terms],
  );
  const figures = useMemo(() => figuresOf(model), [model]);
  const settledSide = sideOf(settled, current.id) ?? side;
  return (
    <div>
      <h1 className="text-4xl">Alternative</h1>
      <SaveState saving={saving} retry={retry} />
      <AlternativeTabs
        alternatives={view.alternatives.map(({ id, key, label, kind }) => ({
          key,
          label,
          kind,
          cost: alternativeFigures(figures, id)?.presentValue ?? 0,
        }))}
        currency={view.currency}
        chosen={view.chosen}
        current={current.key}
        onTake={onTake}
      />
      <AlternativeActions view={view} model={model} current={current} onTake={onTake} />
      {/* What sticks while the lines are scrolled lets go where they end. */}
      <div>
        <div className="sticky top-0 z-40 bg-paper pt-10 pb-3 shadow-[-50vw_0_0_var(--paper),50vw_0_0_var(--paper)] max-md:static max-md:pt-3 max-md:shadow-none print:static print:shadow-none">
          <AlternativeTotals
            bench={bench}
            view={view}
            typing={typing}
            offerId={offer?.id ?? null}
            terms={terms}
            alternativeId={current.id}
          />
        </div>
        <div className="mb-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
          <Grounding bench={settled} side={settledSide} model={model} notes={notes} today={today} />
          <ReviewAll
            engagementId={view.engagementId}
            lines={settledSide.drafts.map((draft) => ({
              id: draft.id,
              label: fieldsOfDraft(draft).label ?? 'New line',
            }))}
            reviews={notes.reviews}
          />
        </div>
        <LineBench
          key={current.id}
          label={`Lines of ${current.label}`}
          bench={bench}
          settled={settled}
          side={side}
          dispatch={dispatch}
          typing={typing}
          model={model}
          terms={null}
          readOnly={!view.may.writeAlternative}
          notes={notes}
          opened={line}
          targets={view.alternatives.filter(({ id }) => id !== current.id)}
          hiddenColumns={hiddenColumns}
        />
      </div>
      {view.alternatives.length > 1 && <SideBySide view={view} model={model} figures={figures} />}
    </div>
  );
}
