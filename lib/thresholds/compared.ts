import { formatDate } from '@/lib/format/dates';
import { formatMoney, formatPercent } from '@/lib/format/money';
import type { ComparedView, SnapshotView, ThresholdView } from '@/lib/thresholds/view';

type Side = { readonly threshold: ThresholdView; readonly snapshot: SnapshotView | null };

const none = '–';

/** Two thresholds side by side, and what they were written down upon: of the lines, those that differ. */
export function compared(left: Side, right: Side, currency: string): ComparedView {
  const money = (value: number | undefined) => (value === undefined ? none : formatMoney(value, currency));
  const row = (name: string, of: (side: Side) => string) => {
    const [one, other] = [of(left) || none, of(right) || none];
    return { name, left: one, right: other, same: one === other };
  };
  const keys = [...new Set([left, right].flatMap(({ snapshot }) => snapshot?.lines.map(({ key }) => key) ?? []))];
  const lineOf = ({ snapshot }: Side, key: string) => snapshot?.lines.find((line) => line.key === key);
  return {
    left: titleOf(left.threshold),
    right: titleOf(right.threshold),
    rows: [
      row('Amount', ({ threshold }) => money(threshold.amount)),
      row('What we would do', ({ threshold }) => threshold.statement),
      row('Conditions', ({ threshold }) => threshold.conditions),
      row('Reason', ({ threshold }) => threshold.reason),
      row('Alternative', ({ threshold }) => threshold.alternative),
      row('Tolerance', ({ threshold }) => formatPercent(threshold.tolerance)),
      row('Valid until', ({ threshold }) => formatDate(threshold.validUntil)),
      row('Approvers', ({ threshold }) => threshold.approvers.map(({ name }) => name).join(', ')),
      row('Offer then', ({ snapshot }) => money(snapshot?.offer?.presentValue)),
      row('Alternative then', ({ snapshot }) => money(snapshot?.alternative?.presentValue)),
      ...keys
        .map((key) => ({
          ...row(lineOf(right, key)?.label ?? lineOf(left, key)?.label ?? key, (side) =>
            money(lineOf(side, key)?.presentValue),
          ),
        }))
        .filter(({ same }) => !same),
    ],
  };
}

const titleOf = ({ word, writtenOn }: ThresholdView) => `${word}, written ${writtenOn}`;
