'use client';

import { useState } from 'react';
import { LineBench } from '@/components/lines/line-bench';
import { SaveState } from '@/components/lines/save-state';
import { createTyping, type Typing } from '@/components/lines/typing';
import { useBench } from '@/components/lines/use-bench';
import { NextOffer } from '@/components/offers/next-offer';
import { OfferTerms } from '@/components/offers/offer-terms';
import { OfferTotals } from '@/components/offers/offer-totals';
import { OfferVersions } from '@/components/offers/offer-versions';
import { useOfferTerms } from '@/components/offers/use-offer-terms';
import { sideOf } from '@/lib/lines/bench-sides';
import { figuresOf, modelOnBench } from '@/lib/lines/live';
import type { BenchView } from '@/lib/lines/view';

/** The room Offer: what Microsoft has on the table, version by version. */
export function OfferRoom({ view, shown }: { readonly view: BenchView; readonly shown: string | null }) {
  const inHand = useBench(view);
  const [typing] = useState(createTyping);
  const [wanted, setWanted] = useState(shown);
  const current = view.offers.find(({ id }) => id === wanted) ?? view.offers.at(-1);

  function take(id: string) {
    setWanted(id);
    window.history.replaceState(null, '', `?offer=${encodeURIComponent(id)}`);
  }

  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="text-4xl">Offer</h1>
        {view.may.writeOffer && <SaveState saving={inHand.saving} retry={inHand.retry} />}
      </div>
      {view.offers.length > 0 && (
        <OfferVersions
          versions={view.offers.map((offer) => {
            const model = modelOnBench(inHand.bench, view, { offerId: offer.id, terms: offer, typing: null });
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
      {current ? (
        <OneOffer key={current.id} view={view} offer={current} inHand={inHand} typing={typing} />
      ) : (
        <p className="mt-6 rounded-lg border border-rule bg-surface p-6 text-muted">No offer has arrived yet.</p>
      )}
    </div>
  );
}

function OneOffer({
  view,
  offer,
  inHand: { bench, dispatch },
  typing,
}: {
  readonly view: BenchView;
  readonly offer: BenchView['offers'][number];
  readonly inHand: ReturnType<typeof useBench>;
  readonly typing: Typing;
}) {
  const terms = useOfferTerms(view.engagementId, offer);
  const side = sideOf(bench, offer.id);
  if (!side) return null;
  return (
    <>
      <section aria-label="Terms" className="mt-4">
        <OfferTerms terms={terms} readOnly={!view.may.writeOffer} />
      </section>
      <div className="sticky top-0 z-40 -mx-1 bg-paper px-1 py-3 max-md:static print:static">
        <OfferTotals bench={bench} view={view} typing={typing} offerId={offer.id} terms={terms.values} />
      </div>
      <LineBench
        label={`Lines of ${offer.label}`}
        bench={bench}
        side={side}
        dispatch={dispatch}
        typing={typing}
        model={modelOnBench(bench, view, { offerId: offer.id, terms: terms.values, typing: null })}
        terms={terms.values}
        readOnly={!view.may.writeOffer}
        others={bench.sides.flatMap(({ drafts }) => drafts)}
      />
    </>
  );
}
