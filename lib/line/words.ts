import { formatMoneyCompact, formatPercent } from '@/lib/format/money';

/** Which of the two the figures favour. */
export type Side = 'leaving' | 'staying';

/** A figure inside a sentence: never torn apart at a line's end. */
export function unbroken(figure: string): string {
  return figure.replaceAll(' ', '\u00a0');
}

export function amount(value: number, currency: string): string {
  return unbroken(formatMoneyCompact(value, currency));
}

export function percentage(fraction: number, digits = 1): string {
  return unbroken(formatPercent(fraction, digits));
}

/** Averna Industries’, Acme’s. What follows a comma (Inc., a year) is not the name one speaks. */
export function possessive(client: string): string {
  const name = client.split(',', 1)[0] as string;
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** Ann, Ben or Cem. */
export function anyOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Ann, Ben and Cem. */
export function allOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function leverageSentence(leverage: number, currency: string): string {
  if (leverage === 0) return 'Staying costs exactly what leaving costs.';
  return leverage > 0
    ? `Staying costs ${amount(leverage, currency)} more than leaving.`
    : `Leaving costs ${amount(-leverage, currency)} more than staying.`;
}

/** What both versions of the alternative say, and how far they lie apart. */
export function differenceSentence(
  {
    client,
    favours,
    vendor,
  }: { client: string; favours: Side; vendor: { readonly favours: Side; readonly difference: number } | null },
  currency: string,
): string {
  const own = `${possessive(client)} own figures`;
  const says = (side: Side) => (side === 'leaving' ? 'leave' : 'stay');
  if (!vendor) return `${own} say ${says(favours)}. No claim of the account team is recorded to set beside them.`;
  const apart =
    vendor.difference === 0
      ? 'They put leaving at the same cost.'
      : `They differ by ${amount(Math.abs(vendor.difference), currency)} on what leaving costs.`;
  return vendor.favours === favours
    ? `${own} say ${says(favours)}, and so does Microsoft’s version. ${apart}`
    : `${own} say ${says(favours)}, Microsoft’s version says ${says(vendor.favours)}. ${apart}`;
}
