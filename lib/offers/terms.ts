import { formatDate } from '@/lib/format/dates';
import { formatRate, hundredthOf, percentOf } from '@/lib/format/numbers';
import { readNumber } from '@/lib/format/read-number';
import { type OfferTerms, renewalUplift, upliftRefused } from '@/lib/offers/schema';
import type { OfferHead } from '@/lib/offers/view';

/** What is written down about an offer beyond its lines, field by field as text, both ways. */
export type TermField = keyof OfferTerms;

export const termNames: Readonly<Record<TermField, string>> = {
  label: 'Name',
  receivedOn: 'Received',
  expiresOn: 'Expires',
  source: 'Source',
  termMonths: 'Term, in months',
  renewalUplift: 'Uplift at renewal',
};

/** What its field holds while it is typed in. */
export function termText(offer: OfferTerms, field: TermField): string {
  if (field === 'renewalUplift') return `${percentOf(offer.renewalUplift)} %`;
  return String(offer[field] ?? '');
}

/** What a reader sees. */
export function termWords(offer: OfferTerms, field: TermField): string {
  if (field === 'renewalUplift') return formatRate(offer.renewalUplift);
  if (field === 'receivedOn' || field === 'expiresOn') {
    const day = offer[field];
    return day === null ? '' : formatDate(day);
  }
  return String(offer[field] ?? '');
}

export type ReadTerm =
  | { readonly ok: true; readonly change: Partial<OfferTerms> }
  | { readonly ok: false; readonly why: string };

export function readTerm(field: TermField, text: string): ReadTerm {
  const typed = text.trim();
  switch (field) {
    case 'label':
      return typed === ''
        ? { ok: false, why: 'Name the offer' }
        : { ok: true, change: { label: typed.replace(/\s+/g, ' ') } };
    case 'source':
      return { ok: true, change: { source: typed } };
    case 'receivedOn':
    case 'expiresOn':
      return { ok: true, change: { [field]: typed === '' ? null : typed } };
    case 'termMonths': {
      const read = readNumber(typed);
      if (read.kind !== 'number' || !Number.isInteger(read.value) || read.value < 1 || read.value > 120) {
        return { ok: false, why: 'A whole number of months from 1 to 120' };
      }
      return { ok: true, change: { termMonths: read.value } };
    }
    case 'renewalUplift': {
      const read = readNumber(typed);
      if (read.kind === 'blank') return { ok: false, why: 'Write 0 where there is no uplift' };
      if (read.kind === 'unreadable') return { ok: false, why: read.why };
      const uplift = read.percent ? read.value : hundredthOf(read.value);
      if (!renewalUplift.safeParse(uplift).success) return { ok: false, why: upliftRefused };
      return { ok: true, change: { renewalUplift: uplift } };
    }
  }
}

/** Whether the other side holds what an edit was based on, for each field the edit touches. */
export function disputed(base: OfferHead, now: OfferHead, change: Partial<OfferTerms>): TermField[] {
  return (Object.keys(change) as TermField[]).filter(
    (field) => base[field] !== now[field] && now[field] !== change[field],
  );
}
