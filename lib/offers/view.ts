import type { OfferRecord } from '@/lib/engagements/record';

/** An offer without its lines. */
export type OfferHead = Omit<OfferRecord, 'lines'>;
