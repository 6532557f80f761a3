import type { Member, MemberRole } from '@/lib/access/permissions';
import type { AlternativeKind, Line, Model, PlanStep } from '@/lib/model/types';

/** What an estimate can rest on, strongest first. */
export const bases = ['contract', 'quote', 'measured', 'benchmark', 'judgement', 'vendor claim'] as const;
export type Basis = (typeof bases)[number];

/** A figure in the currency it was quoted in. The line's own is this one, converted. */
export type Quote = {
  readonly currency: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Units of the engagement's currency for one of the quoted one. */
  readonly rate: number;
  /** ISO calendar date of the rate. */
  readonly rateOn: string | null;
  readonly rateSource: string;
};

/** A line with what the portal knows of it beyond the model. `line.id` is its id in the model file. */
export type LineRecord = {
  readonly id: string;
  /** The version a change must be based on. */
  readonly version: number;
  readonly line: Line;
  /** What the quantity counts, where that is said. */
  readonly unit: string | null;
  /** Where the figure was quoted in another currency. */
  readonly quote: Quote | null;
  readonly basis: Basis | null;
  /** ISO calendar date the basis is dated. */
  readonly basisOn: string | null;
  readonly source: string;
  /** Whoever sees to it. */
  readonly ownerId: string | null;
};

export type OfferRecord = {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly receivedOn: string | null;
  readonly expiresOn: string | null;
  readonly source: string;
  readonly termMonths: number;
  readonly renewalUplift: number;
  readonly version: number;
  readonly lines: readonly LineRecord[];
};

export type AlternativeRecord = {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly kind: AlternativeKind;
  readonly version: number;
  readonly lines: readonly LineRecord[];
  readonly plan: readonly PlanStep[];
};

/** A threshold in force: approved by its quorum, not past its date, its alternative not moved beyond tolerance. */
export type ThresholdInForce = {
  readonly id: string;
  readonly amount: number;
  readonly statement: string;
  readonly validUntil: string;
  /** The chosen alternative's all-in cost when it was approved, and how far, as a fraction, it may move. */
  readonly alternativeCost: number;
  readonly tolerance: number;
  /** `condition` is blank where an approval was given without any. */
  readonly approvedBy: readonly { readonly name: string; readonly on: string; readonly condition: string }[];
};

/** Everything one member may see of an engagement. Lines are in order; offers by number, the last one stands. */
export type EngagementRecord = {
  readonly id: string;
  readonly client: string;
  readonly story: string;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly published: string }[];
  readonly currency: string;
  readonly renewalDate: string;
  /** The last day on which notice can be given. */
  readonly noticeOn: string | null;
  readonly horizonMonths: number;
  readonly discountRate: number;
  readonly correlation: number;
  readonly timeZone: string;
  readonly version: number;
  readonly member: Member;
  /** Who works on it, in the order they were added. */
  readonly people: readonly { readonly name: string; readonly role: MemberRole }[];
  readonly offers: readonly OfferRecord[];
  readonly alternatives: readonly AlternativeRecord[];
  /** The key of the chosen alternative. */
  readonly chosen: string | null;
  /** Always null for whoever may not see it. */
  readonly threshold: ThresholdInForce | null;
  /** An amount that is written down but not in force: proposed, or carried over from a model file. */
  readonly proposedAmount: number | null;
  /** Why none is in force, in a sentence, for whoever may see one; null where one is, or for anybody else. */
  readonly thresholdAbsence: string | null;
  /** Whether that is because one has become stale: it is then re-affirmed or replaced. */
  readonly thresholdStale: boolean;
};

const noOffer = { label: 'No offer yet', termMonths: 36, renewalUplift: 0, lines: [] };

/** An engagement without its people: what its figures and its reading need. */
export type EngagementFigures = Omit<EngagementRecord, 'people'>;

/** The model of the offer that stands. It has a threshold only where the record has one. */
export function modelOf(engagement: EngagementFigures): Model {
  const offer = engagement.offers.at(-1);
  return {
    currency: engagement.currency,
    renewalDate: engagement.renewalDate,
    horizonMonths: engagement.horizonMonths,
    discountRate: engagement.discountRate,
    correlation: engagement.correlation,
    offer: offer
      ? {
          label: offer.label,
          termMonths: offer.termMonths,
          renewalUplift: offer.renewalUplift,
          lines: offer.lines.map((record) => record.line),
        }
      : noOffer,
    alternatives: engagement.alternatives.map((alternative) => ({
      id: alternative.key,
      label: alternative.label,
      kind: alternative.kind,
      lines: alternative.lines.map((record) => record.line),
      ...(alternative.plan.length > 0 && { plan: alternative.plan }),
    })),
    ...(engagement.chosen !== null && { chosen: engagement.chosen }),
    ...(engagement.threshold && { threshold: { amount: engagement.threshold.amount } }),
  };
}
