import { z } from 'zod';
import { plainLines } from '@/lib/format/plain-text';
import { dateSchema, labelSchema, rateSchema } from '@/lib/model-file/schema';

const label = labelSchema.trim().min(1, 'Name the offer');
const termMonths = z.int('Whole months').min(1, 'At least 1 month').max(120, 'At most 120 months');

export const upliftRefused = 'An uplift is from −100 % to 1,000 %, with at most eight decimals';

export const renewalUplift = z.number().refine((uplift) => rateSchema.safeParse(uplift).success, upliftRefused);

export const offerTerms = z.strictObject({
  label,
  receivedOn: dateSchema.nullable(),
  expiresOn: dateSchema.nullable(),
  source: plainLines(2000),
  termMonths,
  renewalUplift,
});

export const newOffer = z.strictObject({
  engagementId: z.uuid(),
  label,
  receivedOn: dateSchema.nullable(),
  /** The offer to start from, with its terms and lines; none for an empty one. */
  from: z.uuid().nullable(),
});

export const changedOffer = z.strictObject({
  engagementId: z.uuid(),
  offerId: z.uuid(),
  version: z.int().min(1),
  change: offerTerms.partial(),
});

export type OfferTerms = z.output<typeof offerTerms>;
export type NewOffer = z.output<typeof newOffer>;
export type ChangedOffer = z.output<typeof changedOffer>;
