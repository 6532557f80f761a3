import type { LineFields } from '@/lib/lines/fields';

/** A figure without a range, resting on neither contract nor quote, claims more certainty than it has. */
export function wantsRange(fields: LineFields): boolean {
  if (fields.kind === 'graduated' || fields.likely === null) return false;
  const certain = fields.low === null || fields.low === fields.high;
  return certain && fields.basis !== 'contract' && fields.basis !== 'quote';
}
