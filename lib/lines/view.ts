import { mayInEngagement } from '@/lib/access/permissions';
import type {
  AlternativeRecord,
  EngagementRecord,
  LineRecord,
  OfferRecord,
  ThresholdInForce,
} from '@/lib/engagements/record';
import type { Named } from '@/lib/lines/fields';

/** A line as a refusal brings it back: what the other side now holds, and who put it there. */
export type OtherSide = {
  /** Null where the line has been removed. */
  readonly line: LineRecord | null;
  readonly by: string | null;
};

/** What a reading takes from the threshold in force. */
export type ThresholdOnBench = Pick<ThresholdInForce, 'amount' | 'alternativeCost' | 'tolerance'>;

/** What the rooms Alternative and Offer show. */
export type BenchView = {
  readonly engagementId: string;
  readonly currency: string;
  readonly renewalDate: string;
  readonly horizonMonths: number;
  readonly discountRate: number;
  readonly correlation: number;
  /** In order of arrival, the last one stands. */
  readonly offers: readonly OfferRecord[];
  readonly alternatives: readonly Omit<AlternativeRecord, 'plan'>[];
  /** The key of the chosen alternative. */
  readonly chosen: string | null;
  /** Only in the view of whoever may see it: null where none is in force. */
  readonly threshold?: ThresholdOnBench | null;
  /** Beside it: why none is in force, in a sentence; null where one is. */
  readonly thresholdAbsence?: string | null;
  /** The members, who can own a line. */
  readonly people: readonly Named[];
  readonly may: { readonly writeAlternative: boolean; readonly writeOffer: boolean; readonly choose: boolean };
};

/** `offers` says whether the earlier ones are needed too. */
export function benchView(
  engagement: EngagementRecord,
  { offers, people }: { offers: 'all' | 'standing'; people: readonly Named[] },
): BenchView {
  const shown = offers === 'all' ? engagement.offers : engagement.offers.slice(-1);
  return {
    engagementId: engagement.id,
    currency: engagement.currency,
    renewalDate: engagement.renewalDate,
    horizonMonths: engagement.horizonMonths,
    discountRate: engagement.discountRate,
    correlation: engagement.correlation,
    offers: shown.map((offer) => ({
      id: offer.id,
      number: offer.number,
      label: offer.label,
      receivedOn: offer.receivedOn,
      expiresOn: offer.expiresOn,
      source: offer.source,
      termMonths: offer.termMonths,
      renewalUplift: offer.renewalUplift,
      version: offer.version,
      lines: offer.lines.map(lineView),
    })),
    alternatives: engagement.alternatives.map((alternative) => ({
      id: alternative.id,
      key: alternative.key,
      label: alternative.label,
      kind: alternative.kind,
      version: alternative.version,
      lines: alternative.lines.map(lineView),
    })),
    chosen: engagement.chosen,
    ...(mayInEngagement(engagement.member, 'threshold.read') && {
      threshold: thresholdOf(engagement),
      thresholdAbsence: engagement.thresholdAbsence,
    }),
    people: people.map(({ id, name }) => ({ id, name })),
    may: {
      writeAlternative: mayInEngagement(engagement.member, 'alternative.write'),
      writeOffer: mayInEngagement(engagement.member, 'offer.write'),
      choose: mayInEngagement(engagement.member, 'alternative.choose'),
    },
  };
}

function thresholdOf({ threshold }: EngagementRecord): ThresholdOnBench | null {
  if (!threshold) return null;
  const { amount, alternativeCost, tolerance } = threshold;
  return { amount, alternativeCost, tolerance };
}

function lineView({ id, version, line, unit, quote, basis, basisOn, source, ownerId }: LineRecord): LineRecord {
  return { id, version, line, unit, quote, basis, basisOn, source, ownerId };
}
