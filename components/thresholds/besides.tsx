import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/format/money';
import { hundredthOf } from '@/lib/format/numbers';
import { readNumber } from '@/lib/format/read-number';
import { adviceOn, foreignWords, needsReason } from '@/lib/thresholds/proposal';
import { otherAmountIn } from '@/lib/thresholds/statement';
import type { WritingView } from '@/lib/thresholds/view';

/** What leaving costs, beside the amount being typed, and what the amount means. */
export function Besides({
  view,
  typed: { amount, statement, tolerance, reason },
}: {
  view: WritingView;
  typed: Pick<WritingView['typed'], 'amount' | 'statement' | 'tolerance' | 'reason'>;
}) {
  const { beside, currency } = view;
  const read = readNumber(amount);
  const foreign = read.kind === 'number' ? foreignWords(read.currency, currency) : null;
  const value = read.kind === 'number' && !read.percent && read.value > 0 && !foreign ? read.value : null;
  const far = readNumber(tolerance);
  const allowed = far.kind === 'number' ? (far.percent ? far.value : hundredthOf(far.value)) : 0;
  const other = value === null ? null : otherAmountIn(statement, value);
  const copied = view.typed.statement !== '' && statement === view.typed.statement && amount !== view.typed.amount;
  const figures = [
    { name: 'As likely', value: beside.alternative },
    { name: 'In 8 cases of 10 at most', value: beside.p80 },
    { name: 'Microsoft’s version of it', value: beside.vendor },
    ...(beside.offer === null ? [] : [{ name: 'The offer that stands', value: beside.offer }]),
  ];
  return (
    <aside aria-label="What the model says" className="h-fit space-y-4 border-t border-strong-rule pt-3">
      <h3 className="text-lg">What leaving costs</h3>
      <p className="text-sm text-muted">{view.alternative}, all in, present value</p>
      <dl className="space-y-2">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="figures font-medium">{formatMoney(value, currency)}</dd>
          </div>
        ))}
      </dl>
      <div aria-live="polite" className="space-y-3">
        {foreign && <Notice tone="warn">{foreign}.</Notice>}
        {value !== null &&
          adviceOn(value, beside).map(({ tone, sentence }) =>
            tone === 'warn' ? (
              <Notice key={sentence} tone="warn">
                {sentence}
              </Notice>
            ) : (
              <p key={sentence} className="text-sm">
                {sentence}
              </p>
            ),
          )}
        {other !== null && (
          <Notice tone="warn">What the organisation will do speaks of {other}: another amount than the line.</Notice>
        )}
        {copied && other === null && (
          <p className="text-sm font-medium">
            What the organisation will do is still as it was for the earlier amount: read it once more.
          </p>
        )}
        {value !== null && reason.trim() === '' && needsReason(value, beside, allowed) && (
          <p className="text-sm font-medium">That is more than the tolerance apart: say why this amount.</p>
        )}
      </div>
    </aside>
  );
}
