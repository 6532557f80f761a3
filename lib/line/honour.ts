import type { EngagementRecord } from '@/lib/engagements/record';
import { formatDate } from '@/lib/format/dates';
import { scheduleOf, standingOf } from '@/lib/plans/schedule';
import { planWords } from '@/lib/plans/view';

/** What was agreed for the case that the offer goes above the line. */
export type Honour = {
  readonly statement: string;
  /** The honest math says stay all the same: leadership looks at the line again before any of it is begun. */
  readonly revisit: boolean;
  /** The first steps of the plan. */
  readonly steps: readonly { readonly label: string; readonly months: number }[];
  /** What the calendar says of leaving in time; null where nothing is planned. */
  readonly clock: string | null;
};

const shown = 3;

/** Null unless the offer costs more than the line in force. */
export function honourOf(
  engagement: EngagementRecord,
  { offer, alternative }: { readonly offer: number | null; readonly alternative: number | null },
  today: string,
): Honour | null {
  const { threshold, renewalDate } = engagement;
  if (!threshold || offer === null || offer <= threshold.amount) return null;
  const revisit = alternative !== null && offer <= alternative;
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  const plan = chosen?.plan ?? [];
  if (!chosen || plan.length === 0) return { statement: threshold.statement, revisit, steps: [], clock: null };
  const schedule = scheduleOf(plan, renewalDate);
  const bridged = chosen.lines.some(({ line }) => line.category === 'bridge');
  return {
    statement: threshold.statement,
    revisit,
    steps: [...schedule.steps]
      .sort((a, b) => a.start - b.start)
      .slice(0, shown)
      .map(({ label, months }) => ({ label, months })),
    clock: planWords(schedule, standingOf(schedule, { today, renewalDate, bridged }), {
      renewalDate,
      written: formatDate,
    }),
  };
}
