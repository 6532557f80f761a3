'use client';

import { useEffect, useMemo, useState } from 'react';
import { LineBench } from '@/components/lines/line-bench';
import { SaveState } from '@/components/lines/save-state';
import { type Saving, useBench } from '@/components/lines/use-bench';
import { Clauses } from '@/components/offers/clauses';
import { NextOffer } from '@/components/offers/next-offer';
import { OfferComparison } from '@/components/offers/offer-comparison';
import { OfferTerms } from '@/components/offers/offer-terms';
import { OfferTotals } from '@/components/offers/offer-totals';
import { OfferVersions } from '@/components/offers/offer-versions';
import { useOfferTerms } from '@/components/offers/use-offer-terms';
import { ReviewAll } from '@/components/reviews/review-all';
import { useFreshNotes } from '@/components/row-notes/use-fresh-notes';
import { type BenchSide, sideOf } from '@/lib/lines/bench-sides';
import { fieldsOfDraft } from '@/lib/lines/drafts';
import { figuresOf, modelOnBench, savedLinesOf } from '@/lib/lines/live';
import type { BenchView } from '@/lib/lines/view';
import type { RowNotesView } from '@/lib/row-notes/view';

const noTerms = { termMonths: 36, renewalUplift: 0 };

/** The room Offer: what Microsoft has on the table, version by version. */
export function OfferRoom({
  view,
  notes: given,
  shown,
  line,
  hiddenColumns,
}: {
  readonly view: BenchView;
  readonly notes: RowNotesView;
  readonly shown: string | null;
  /** The line whose details are open at first. */
  readonly line: string | null;
  readonly hiddenColumns: readonly string[] | null;
}) {
  const notes = useFreshNotes(given);
  const inHand = useBench(view);
  const [unsavedTerms, setUnsavedTerms] = useState(0);
  const [wanted, setWanted] = useState(
    shown ?? view.offers.find(({ lines }) => lines.some(({ id }) => id === line))?.id ?? null,
  );
  const current = view.offers.find(({ id }) => id === wanted) ?? view.offers.at(-1);
  const side = current && sideOf(inHand.bench, current.id);

  function take(id: string) {
    setWanted(id);
    window.history.replaceState(null, '', `?offer=${encodeURIComponent(id)}`);
  }

  return (
    <div>
      <h1 className="text-4xl">Offer</h1>
      {view.may.writeOffer && <SaveState saving={savingOf(inHand.saving, unsavedTerms)} retry={inHand.retry} />}
      {!view.may.writeOffer && (
        <p className="mt-2 max-w-2xl text-sm text-muted">
          You read the offer here. Its advisors enter it, from what Microsoft has put in writing; tell them by a comment
          on the line where something is wrong.
        </p>
      )}
      {view.offers.length > 0 && (
        <OfferVersions
          versions={view.offers.map((offer) => {
            const model = modelOnBench(inHand.settled, view, { offerId: offer.id, terms: offer, typing: null });
            const cost = figuresOf(model).totals.offer.presentValue;
            return { id: offer.id, number: offer.number, label: offer.label, receivedOn: offer.receivedOn, cost };
          })}
          currency={view.currency}
          current={current?.id ?? ''}
          onTake={take}
        />
      )}
      {view.may.writeOffer && (
        <NextOffer engagementId={view.engagementId} last={view.offers.at(-1) ?? null} onTake={take} />
      )}
      {current && side ? (
        <OneOffer
          key={current.id}
          side={side}
          view={view}
          offer={current}
          inHand={inHand}
          onUnsavedTerms={setUnsavedTerms}
          notes={notes}
          line={line}
          hiddenColumns={hiddenColumns}
        />
      ) : (
        <p className="mt-6 rounded-lg border border-rule bg-surface p-6 text-muted">No offer has arrived yet.</p>
      )}
      {view.offers.length > 1 && (
        <OfferComparison
          offers={view.offers.map((offer) => ({ ...offer, lines: savedLinesOf(inHand.settled, offer.id) }))}
          model={modelOnBench(inHand.settled, view, { offerId: null, terms: noTerms, typing: null })}
          about={inHand.bench.about}
        />
      )}
    </div>
  );
}

/** What is not saved of the lines is said first. */
function savingOf(saving: Saving, terms: number): Saving {
  return saving.state === 'saved' && terms > 0 ? { state: 'terms', terms } : saving;
}

function OneOffer({
  view,
  offer,
  side,
  inHand: { bench, settled, dispatch, typing },
  onUnsavedTerms,
  notes,
  line,
  hiddenColumns,
}: {
  readonly view: BenchView;
  readonly offer: BenchView['offers'][number];
  readonly side: BenchSide;
  readonly inHand: ReturnType<typeof useBench>;
  readonly onUnsavedTerms: (terms: number) => void;
  readonly notes: RowNotesView;
  readonly line: string | null;
  readonly hiddenColumns: readonly string[] | null;
}) {
  const terms = useOfferTerms(view.engagementId, offer);
  useEffect(() => {
    onUnsavedTerms(terms.unsaved);
    return () => onUnsavedTerms(0);
  }, [terms.unsaved, onUnsavedTerms]);
  const settledSide = sideOf(settled, offer.id) ?? side;
  const model = useMemo(
    () => modelOnBench(settled, view, { offerId: offer.id, terms: terms.values, typing: null }),
    [settled, view, offer.id, terms.values],
  );
  return (
    <>
      <section aria-label="Terms" className="mt-4">
        <OfferTerms terms={terms} readOnly={!view.may.writeOffer} />
      </section>
      <div className="sticky top-0 z-40 bg-paper pt-10 pb-3 shadow-[-50vw_0_0_var(--paper),50vw_0_0_var(--paper)] max-md:static max-md:pt-3 max-md:shadow-none print:static print:shadow-none">
        <OfferTotals bench={bench} view={view} typing={typing} offerId={offer.id} terms={terms.values} />
      </div>
      <div className="mb-3">
        <ReviewAll
          engagementId={view.engagementId}
          lines={settledSide.drafts.map((draft) => ({ id: draft.id, label: fieldsOfDraft(draft).label ?? 'New line' }))}
          reviews={notes.reviews}
        />
      </div>
      <LineBench
        label={`Lines of ${offer.label}`}
        bench={bench}
        settled={settled}
        side={side}
        dispatch={dispatch}
        typing={typing}
        model={model}
        terms={terms.values}
        readOnly={!view.may.writeOffer}
        notes={notes}
        opened={line}
        hiddenColumns={hiddenColumns}
      />
      <Clauses model={model} />
    </>
  );
}
