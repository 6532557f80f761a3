import type { MemberRole } from '@/lib/access/permissions';
import type { Verdict } from '@/lib/model/types';
import type { ThresholdState } from '@/lib/portfolio/asked';
import type { Need } from '@/lib/portfolio/need';
import type { Level } from '@/lib/readiness/level';

/** One engagement as the portfolio shows it. Amounts are present values in `currency`, dates ISO. */
export type PortfolioRow = {
  readonly id: string;
  readonly client: string;
  readonly role: MemberRole;
  readonly currency: string;
  readonly renewalDate: string;
  /** Negative once the renewal has passed. */
  readonly daysLeft: number;
  readonly offer: number | null;
  readonly alternative: number | null;
  readonly leverage: number | null;
  /** Leverage as a fraction of the offer, to compare across currencies. */
  readonly leverageShare: number | null;
  readonly level: Level;
  readonly due: { readonly label: string; readonly on: string; readonly inDays: number } | null;
  readonly lead: string | null;
  readonly need: Need | null;
  /** Only for whoever may see the threshold. */
  readonly standing?: {
    readonly reading: Verdict;
    readonly state: ThresholdState;
    /** How the deal ended. */
    readonly outcome: 'sign' | 'leave' | 'extend' | null;
  };
};

export type PortfolioPage = {
  readonly rows: readonly PortfolioRow[];
  /** How many there are on all pages. */
  readonly total: number;
  /** Of all that are not filtered: how many are under way, and how many are in the archive. */
  readonly underWay: number;
  readonly inArchive: number;
  /** Whether there is any engagement whose threshold this person may see. */
  readonly knowing: boolean;
};
