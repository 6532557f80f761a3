import type { AlternativeRecord } from '@/lib/engagements/record';

/** An alternative without its lines and its plan. */
export type AlternativeHead = Omit<AlternativeRecord, 'lines' | 'plan'>;
