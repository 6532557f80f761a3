import { mayInEngagement } from '@/lib/access/permissions';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { type BreakEven, breakEvensOf } from '@/lib/line/break-evens';
import { type Certainty, certaintyOf } from '@/lib/line/certainty';
import { type Clause, clausesOf } from '@/lib/line/clauses';
import { type Figures, figuresOf, type OpenModel } from '@/lib/line/figures';
import { type Missing, missingOf } from '@/lib/line/missing';
import { type OfferPoint, offersSoFar, type PastLine } from '@/lib/line/offers-so-far';
import { type ReadingView, readingView } from '@/lib/line/reading';
import { type Swing, swingsOf } from '@/lib/line/swings';
import { differenceSentence, leverageSentence, type Side } from '@/lib/line/words';
import { type Course, courseOf, type Year, yearsOf } from '@/lib/line/years';
import { mathFavours } from '@/lib/model/reading';
import type { Alternative, WorkloadRow } from '@/lib/model/types';

/** One side's all-in cost, in units of the currency. */
export type SideView = {
  readonly label: string;
  readonly presentValue: number;
  readonly nominal: number;
  /** The 10th to the 90th percentile of its present value; null where every figure is certain. */
  readonly band: { readonly low: number; readonly high: number } | null;
};

/** The alternative as the account team's claims have it. */
export type VendorView = {
  readonly presentValue: number;
  readonly nominal: number;
  readonly favours: Side;
  /** Claimed ÷ honest cost of switching, over the lines that carry a claim. */
  readonly inflation: number | null;
  /** What the claims add to the alternative's present value. */
  readonly difference: number;
};

/** Both sides compared. Present values unless said otherwise. */
export type Comparison = {
  readonly alternative: SideView & { readonly run: number; readonly switching: number };
  /** Null where no line of the alternative carries a claim. */
  readonly vendor: VendorView | null;
  readonly favours: Side;
  readonly leverage: number;
  readonly leverageSentence: string;
  readonly differenceSentence: string;
  readonly certainty: Certainty;
  readonly breakEvens: readonly BreakEven[];
  /** Nominal. */
  readonly years: readonly Year[];
  readonly clauses: readonly Clause[];
  readonly swings: readonly Swing[];
  readonly course: Course;
  readonly workloads: readonly WorkloadRow[];
};

/** The line page, as one member may see it. Whoever may not see the threshold gets a view without a reading. */
export type LineView = {
  readonly engagementId: string;
  readonly client: string;
  readonly story: string;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly published: string }[];
  readonly currency: string;
  readonly today: string;
  readonly renewalDate: string;
  readonly horizonMonths: number;
  readonly discountRate: number;
  /** What must be entered before there is anything to compare. */
  readonly missing: readonly Missing[];
  /** Null while the offer has no line. */
  readonly offer: (SideView & { readonly receivedOn: string | null }) | null;
  /** Null while either side has no line. */
  readonly comparison: Comparison | null;
  readonly offersSoFar: readonly OfferPoint[] | null;
  readonly reading?: ReadingView;
};

/** `lines` are those that leadership has drawn so far, for whoever may see them. */
export function lineView(engagement: EngagementRecord, today: string, lines: readonly PastLine[] = []): LineView {
  const { threshold: _, ...model } = modelOf(engagement);
  const offer = engagement.offers.at(-1);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen);
  const figures = figuresOf(model, chosen ?? nothingChosen);
  const offered = model.offer.lines.length > 0;
  const comparison =
    offered && chosen && chosen.lines.length > 0 ? comparisonOf(engagement, model, figures, chosen) : null;
  return {
    engagementId: engagement.id,
    client: engagement.client,
    story: engagement.story,
    sources: engagement.sources.map(({ title, url, published }) => ({ title, url, published })),
    currency: engagement.currency,
    today,
    renewalDate: engagement.renewalDate,
    horizonMonths: engagement.horizonMonths,
    discountRate: engagement.discountRate,
    missing: missingOf(engagement),
    offer: offered
      ? {
          label: model.offer.label,
          presentValue: figures.offer.presentValue,
          nominal: figures.offer.nominal,
          band: bandOf(figures.alternative.simulation.offer),
          receivedOn: offer?.receivedOn ?? null,
        }
      : null,
    comparison,
    offersSoFar: offersSoFar(engagement, comparison?.alternative.presentValue ?? null, lines),
    ...(mayInEngagement(engagement.member, 'threshold.read') && {
      reading: readingView(engagement, comparison && figures, today),
    }),
  };
}

const nothingChosen: Alternative = { id: '', label: '', kind: 'competitor', lines: [] };

function comparisonOf(
  engagement: EngagementRecord,
  model: OpenModel,
  figures: Figures,
  chosen: Alternative,
): Comparison {
  const { offer, alternative } = figures;
  const { vendorVersion } = alternative;
  const favours = mathFavours(offer.presentValue, alternative.presentValue);
  const claims = chosen.lines.some((line) => 'claimed' in line && line.claimed !== undefined);
  const vendor: VendorView | null = claims
    ? {
        presentValue: vendorVersion.presentValue,
        nominal: vendorVersion.nominal,
        favours: mathFavours(offer.presentValue, vendorVersion.presentValue),
        inflation: alternative.inflation,
        difference: vendorVersion.presentValue - alternative.presentValue,
      }
    : null;
  return {
    alternative: {
      label: chosen.label,
      presentValue: alternative.presentValue,
      nominal: alternative.nominal,
      band: bandOf(alternative.simulation.alternative),
      run: alternative.run,
      switching: alternative.switching,
    },
    vendor,
    favours,
    leverage: alternative.leverage,
    leverageSentence: leverageSentence(alternative.leverage, engagement.currency),
    differenceSentence: differenceSentence({ client: engagement.client, favours, vendor }, engagement.currency),
    certainty: certaintyOf(alternative.simulation, alternative.sensitivity.length),
    breakEvens: breakEvensOf(figures, engagement),
    years: yearsOf(figures, engagement),
    clauses: clausesOf(figures.offer, model.offer),
    swings: swingsOf(figures, model),
    course: courseOf(figures, engagement),
    workloads: alternative.byWorkload,
  };
}

function bandOf({ p10, p90 }: { readonly p10: number; readonly p90: number }): SideView['band'] {
  return p10 < p90 ? { low: p10, high: p90 } : null;
}
