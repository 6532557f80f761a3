import type { Gap } from '@/lib/readiness/criterion';

/** Where in the portal a gap is mended: the very row where there is one. `alternative` is the chosen one's key. */
export function placeOfGap(
  gap: Gap,
  { engagementId, alternative }: { readonly engagementId: string; readonly alternative: string | null },
): string {
  const base = `/engagements/${engagementId}`;
  const of = alternative === null ? '' : `?alternative=${encodeURIComponent(alternative)}`;
  switch (gap.kind) {
    case 'line':
      return `${base}/alternative${of}&line=${gap.id}`;
    case 'claim':
      return `${base}/claims#notes-${gap.id}`;
    case 'step':
      return `${base}/plan${of}#step-${gap.id}`;
    case 'milestone':
      return `${base}/readiness#milestone-${gap.id}`;
    case 'category':
      return `${base}/readiness#${anchorOf(gap.label)}`;
    case 'milestones':
      return `${base}/readiness#timeline`;
    case 'notice date':
    case 'renewal date':
      return `${base}/readiness#dates`;
    case 'quote':
      return `${base}/offer#offer-expiresOn`;
    case 'plan':
      return `${base}/plan${of}`;
    case 'alternative':
      return `${base}/alternative${of}`;
    case 'threshold':
      return `${base}/threshold`;
    case 'negotiator':
      return `${base}/posture#negotiator-${gap.id}`;
    case 'contact':
      return `${base}/posture#contact-${gap.id}`;
    case 'brief':
    case 'summary':
      return `${base}/posture#${gap.kind}`;
  }
}

/** The id of a category's row in the room. */
export function anchorOf(category: string): string {
  return `category-${category.replace(/[^a-z]+/g, '-')}`;
}
