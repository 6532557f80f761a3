import type { MemberRole } from '@/lib/access/permissions';
import type { Verdict } from '@/lib/model/types';
import type { Level } from '@/lib/readiness/level';

/** One engagement as the portfolio shows it. Amounts are present values in `currency`. */
export type PortfolioRow = {
  readonly id: string;
  readonly client: string;
  readonly role: MemberRole;
  readonly archived: boolean;
  readonly currency: string;
  readonly renewalDate: string;
  /** Negative once the renewal has passed. */
  readonly daysLeft: number;
  readonly offer: number | null;
  readonly alternative: number | null;
  readonly leverage: number | null;
  /** Leverage as a fraction of the offer, to compare across currencies. */
  readonly leverageShare: number | null;
  /** How ready it is, as it was judged after its last change. */
  readonly level: Level;
  /** Only for whoever may see the threshold. */
  readonly reading?: Verdict;
};
