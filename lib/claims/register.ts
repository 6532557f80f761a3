export const claimKinds = ['switching cost', 'integration', 'disruption', 'other'] as const;
export const verdicts = ['genuine', 'partly', 'manufactured'] as const;

export type ClaimKind = (typeof claimKinds)[number];
export type Verdict = (typeof verdicts)[number];

/** What of a claim the register reckons with. Amounts in units of the engagement's currency, months whole. */
export type ClaimFigures = {
  /** The line it speaks of, or in a few words the thing: claims about the same stand together. */
  readonly lineId: string | null;
  readonly about: string;
  readonly claimedAmount: number | null;
  readonly claimedMonths: number | null;
  readonly honestAmount: number | null;
  readonly honestMonths: number | null;
};

export type Thing<Claim extends ClaimFigures> = {
  readonly claims: readonly Claim[];
  /** They name different figures for the same thing. */
  readonly contradict: boolean;
};

/** Claims about the same thing together, in the order each thing was first spoken of. */
export function thingsOf<Claim extends ClaimFigures>(claims: readonly Claim[]): Thing<Claim>[] {
  const things = new Map<unknown, Claim[]>();
  for (const claim of claims) {
    const subject = claim.lineId ?? (claim.about.trim().toLocaleLowerCase('en') || claim);
    const known = things.get(subject);
    if (known) known.push(claim);
    else things.set(subject, [claim]);
  }
  return [...things.values()].map((together) => ({
    claims: together,
    contradict: differ(together, 'claimedAmount') || differ(together, 'claimedMonths'),
  }));
}

function differ(claims: readonly ClaimFigures[], figure: 'claimedAmount' | 'claimedMonths'): boolean {
  return new Set(claims.map((claim) => claim[figure]).filter((value) => value !== null)).size > 1;
}

export type Sum = {
  readonly claimed: number;
  readonly honest: number;
  /** What the narrative is worth: claimed less honest. */
  readonly difference: number;
  /** How many things stand on both sides of the sum. */
  readonly things: number;
  /** What is claimed without an honest figure beside it: counted nowhere, for a blank is not a zero. */
  readonly open: number;
};

/**
 * Claimed and honest, summed over the things that have both. A thing they put at several figures counts once, at
 * the highest: that is what one is meant to be afraid of.
 */
export function sumOf(things: readonly Thing<ClaimFigures>[], figure: 'Amount' | 'Months'): Sum {
  let sum = { claimed: 0, honest: 0, things: 0, open: 0 };
  for (const { claims } of things) {
    const claimed = claims.filter((claim) => claim[`claimed${figure}`] !== null);
    const highest = claimed.toSorted((a, b) => (b[`claimed${figure}`] ?? 0) - (a[`claimed${figure}`] ?? 0))[0];
    if (!highest) continue;
    const honest =
      highest[`honest${figure}`] ?? claims.find((claim) => claim[`honest${figure}`] !== null)?.[`honest${figure}`];
    if (honest === undefined || honest === null) sum = { ...sum, open: sum.open + 1 };
    else {
      sum = {
        ...sum,
        claimed: added(sum.claimed, highest[`claimed${figure}`] ?? 0),
        honest: added(sum.honest, honest),
        things: sum.things + 1,
      };
    }
  }
  return { ...sum, difference: added(sum.claimed, -sum.honest) };
}

/** A sum as one reads it: what is claimed alone, without any honest figure, comes to no sum, which is not zero. */
export function shownSum(
  { claimed, honest, difference, things }: Sum,
  written: (value: number) => string,
): Record<'claimed' | 'honest' | 'difference', string> {
  const shown = (value: number) => (things === 0 ? '–' : written(value));
  return { claimed: shown(claimed), honest: shown(honest), difference: shown(difference) };
}

/** Amounts carry at most four decimals: sums of them are kept free of binary noise. */
function added(sum: number, amount: number): number {
  return Math.round((sum + amount) * 10_000) / 10_000;
}

/**
 * What a claim of a whole amount makes of a one-time line's unit cost or a commitment's amount, to six decimals;
 * null for a kind of line whose claim is not an amount.
 */
export function claimedOnLine(
  line: { readonly kind: string; readonly quantity: number | null },
  amount: number,
): number | null {
  if (line.kind === 'commitment') return amount;
  if (line.kind !== 'one-time' || !line.quantity) return null;
  return Math.round((amount / line.quantity) * 1e6) / 1e6;
}
