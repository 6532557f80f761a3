import type { Tenant } from '@/db/testing/tenants';
import { formatCompact } from '@/lib/format/money';
import { sayingOf } from '@/lib/line/reading';
import { recalculate } from '@/lib/model/recalculate';
import type { Verdict } from '@/lib/model/types';

/** What whoever may not see the threshold must not be sent in any form. */

const verdicts = ['walk', 'press', 'sign', 'revisit', 'incomplete'] as const satisfies readonly Verdict[];

/** The same words where they say something else: a filter's name, the portal's, its sign-in, a date, a key. */
const otherwise = [
  /sign(?=\\?"[^<]{0,80}sign-in and sign-out)/gi,
  /walk[ -](position|session|path|by)\b/gi,
  /\bsign([ -]| you )(in|out)\b/gi,
  /\bpress ←/gi,
  // What readiness and posture speak of, and how a contact holds it; a reading is never called “the walk”.
  /\bthe walk\b/gi,
  /"walk\\?": ?\\?"(none|evident|spoken)/g,
];

/** Grouped in any way, "8,642,173" reads as 8642173. */
const ungrouped = (text: string) => text.replace(/(?<=\d)(?:[,.\s\u00a0\u202f'’_]|&#x27;|&nbsp;)(?=\d{3}(?!\d))/g, '');

/** The threshold, and the amounts from which it follows: how far the offer and the alternatives lie from it. */
function amountsOf({ model, threshold }: Tenant): number[] {
  const totals = recalculate(model);
  const costs = [totals.offer.presentValue, ...totals.alternatives.map(({ presentValue }) => presentValue)];
  return [threshold.amount, ...costs.map((cost) => Math.abs(threshold.amount - cost))];
}

/** Whatever of a tenant's threshold can be read out of a text: nothing, for most people. */
export function amountsIn(text: string, tenant: Tenant): string[] {
  const plain = ungrouped(text);
  const amounts = amountsOf(tenant).flatMap((amount) => [String(Math.round(amount)), formatCompact(amount)]);
  const all = [...amounts, tenant.threshold.id, 'Above this we leave', '2099-12-31', '31 December 2099'];
  return all.filter((secret) => plain.includes(secret));
}

/** Verdicts by their words, and by the sentences that tell them. */
export function verdictsIn(text: string): string[] {
  const rest = otherwise.reduce((left, words) => left.replaceAll(words, ''), text);
  const words = verdicts.filter((verdict) => new RegExp(`\\b${verdict}\\b`, 'i').test(rest));
  const sentences = verdicts.map((verdict) => sayingOf(verdict).sentence).filter((sentence) => text.includes(sentence));
  return [...words, ...sentences];
}
