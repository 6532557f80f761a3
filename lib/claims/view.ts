import type { ClaimKind, Sum, Verdict } from '@/lib/claims/register';

/** One claim as the register shows it. Amounts in units of the engagement's currency, months whole, dates ISO. */
export type ClaimView = {
  readonly id: string;
  readonly version: number;
  readonly kind: ClaimKind;
  readonly statement: string;
  readonly saidBy: string;
  readonly saidTo: string;
  readonly saidOn: string;
  readonly lineId: string | null;
  readonly about: string;
  readonly claimedAmount: number | null;
  readonly claimedMonths: number | null;
  readonly honestAmount: number | null;
  readonly honestMonths: number | null;
  readonly verdict: Verdict | null;
  readonly answer: string;
};

/** A line a claim can speak of; `carried` is what stands against it as Microsoft's figure, per unit. */
export type SpokenLine = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly of: string;
  readonly kind: string;
  readonly quantity: number | null;
  readonly carried: number | null;
  readonly switching: boolean;
};

export type ClaimsView = {
  readonly engagementId: string;
  readonly currency: string;
  readonly today: string;
  readonly things: readonly { readonly contradict: boolean; readonly claims: readonly ClaimView[] }[];
  readonly amounts: Sum;
  readonly months: Sum;
  readonly lines: readonly SpokenLine[];
  readonly sources: readonly { readonly title: string; readonly url: string; readonly published: string }[];
  readonly mayWrite: boolean;
};
