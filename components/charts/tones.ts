/** What a mark stands for decides its colour, everywhere alike. */
export type Tone = 'offer' | 'alternative' | 'vendor' | 'threshold' | 'plain';

export const fills: Record<Tone, string> = {
  offer: 'fill-offer',
  alternative: 'fill-alternative',
  vendor: 'fill-vendor',
  threshold: 'fill-threshold',
  plain: 'fill-strong-rule',
};

export const strokes: Record<Tone, string> = {
  offer: 'stroke-offer',
  alternative: 'stroke-alternative',
  vendor: 'stroke-vendor',
  threshold: 'stroke-threshold',
  plain: 'stroke-strong-rule',
};

export const texts: Record<Tone, string> = {
  offer: 'text-offer',
  alternative: 'text-alternative',
  vendor: 'text-vendor',
  threshold: 'text-threshold',
  plain: 'text-muted',
};
