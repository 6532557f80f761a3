import { ShortHash } from '@/components/ui/short-hash';
import { formatDate } from '@/lib/format/dates';
import { formatMoney, formatPercent } from '@/lib/format/money';
import type { ApproverView, ThresholdView } from '@/lib/thresholds/view';

const looks: Record<ThresholdView['state'], string> = {
  drafted: 'border-strong-rule text-muted',
  proposed: 'border-accent text-accent',
  approved: 'border-good text-good',
  declined: 'border-bad text-bad',
  withdrawn: 'border-strong-rule text-muted',
  superseded: 'border-strong-rule text-muted',
  stale: 'border-warn text-warn',
};

/** The state of a threshold in its one word. */
export function StateWord({ threshold }: { threshold: ThresholdView }) {
  return (
    <span className={`inline-block rounded-full border px-3 py-0.5 text-sm font-semibold ${looks[threshold.state]}`}>
      {threshold.word}
    </span>
  );
}

/** Upon what it rests, how far that may move, until when it stands, and who must say yes. */
export function Facts({ threshold, currency }: { threshold: ThresholdView; currency: string }) {
  const facts = [
    {
      name: 'Rests on',
      text: `${threshold.alternative}, ${formatMoney(threshold.alternativeCost, currency)} ${threshold.costOf}`,
    },
    { name: 'Tolerance', text: `${formatPercent(threshold.tolerance)} either way` },
    { name: 'Stands until', text: formatDate(threshold.validUntil) },
    {
      name: 'Quorum',
      text:
        threshold.quorum === threshold.approvers.length
          ? 'all who are named'
          : `${threshold.quorum} of ${threshold.approvers.length}`,
    },
  ];
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className="figures font-medium">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the organisation would do, and what it asks for beside the price. */
export function Statement({ threshold }: { threshold: ThresholdView }) {
  return (
    <>
      <blockquote className="mt-4 max-w-prose whitespace-pre-line border-l-2 border-threshold pl-4 font-serif text-lg">
        {threshold.statement}
      </blockquote>
      {threshold.conditions && (
        <p className="mt-3 max-w-prose whitespace-pre-line">
          <span className="font-semibold">Beside the price: </span>
          {threshold.conditions}
        </p>
      )}
      {threshold.reason && (
        <p className="mt-3 max-w-prose whitespace-pre-line">
          <span className="font-semibold">Why this amount: </span>
          {threshold.reason}
        </p>
      )}
    </>
  );
}

/** The amount, what the organisation would do, upon what and until when. */
export function Terms({ threshold, currency }: { threshold: ThresholdView; currency: string }) {
  return (
    <>
      <p className="figures mt-2 font-serif text-3xl font-semibold sm:text-4xl">
        {formatMoney(threshold.amount, currency)}
      </p>
      <p className="text-sm text-muted">All-in cost of the deal, present value: above it, we leave.</p>
      <Statement threshold={threshold} />
      <Facts threshold={threshold} currency={currency} />
    </>
  );
}

/** Who is named, and what each has said last. */
export function Approvers({ threshold }: { threshold: ThresholdView }) {
  if (threshold.approvers.length === 0) return <p className="text-sm text-muted">Nobody is named to approve it.</p>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {threshold.approvers.map((approver) => (
        <li key={approver.userId} className="py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{approver.name}</span>
            <span className={saidLook(approver)}>{saidOf(approver)}</span>
          </p>
          {approver.note && <p className="text-sm text-muted">“{approver.note}”</p>}
        </li>
      ))}
    </ul>
  );
}

function saidOf({ decision, lapsed, member, on, note }: ApproverView): string {
  if (decision === null) return member ? 'not decided yet' : 'no longer an executive here: cannot decide';
  const when = on ? `, ${on}` : '';
  if (decision === 'decline') return `✕ declined${when}`;
  const how = note ? 'approved with a condition' : 'approved';
  return lapsed ? `${how}${when}: holds no longer` : `✓ ${how}${when}`;
}

function saidLook({ decision, lapsed }: ApproverView): string {
  if (decision === 'decline') return 'text-sm font-medium text-bad';
  if (decision === 'approve') return `text-sm font-medium ${lapsed ? 'text-warn' : 'text-good'}`;
  return 'text-sm text-muted';
}

/** Everything that became of it, in order, with the hash of what it was done upon. */
export function Story({ threshold }: { threshold: ThresholdView }) {
  return (
    <ol className="space-y-3 text-sm">
      {threshold.story.map(({ key, on, who, does, note, hash, method }) => (
        <li key={key} className="border-l-2 border-rule pl-4">
          <p>
            <span className="font-medium">{who}</span> {does}
            <span className="text-muted">
              {' '}
              · {on}
              {method && `, confirmed by ${method === 'passkey' ? 'passkey' : 'a code by mail'}`}
            </span>
          </p>
          {note && <p className="max-w-prose whitespace-pre-line text-muted">“{note}”</p>}
          {hash && <ShortHash of="what was read" hash={hash} />}
        </li>
      ))}
    </ol>
  );
}
