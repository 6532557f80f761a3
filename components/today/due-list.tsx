import type { Route } from 'next';
import Link from 'next/link';
import { formatDate } from '@/lib/format/dates';
import type { Due, DueKind, Part, TodayView } from '@/lib/today/view';

const partNames: Readonly<Record<Part, string>> = {
  asked: 'Your word is asked for',
  overdue: 'Overdue',
  soon: 'Within a month',
  waiting: 'Waits for you',
};

const kindNames: Readonly<Record<DueKind, string>> = {
  decision: 'Decision',
  affirmation: 'Decision',
  ending: 'Decision',
  erasure: 'Erasure',
  milestone: 'Milestone',
  step: 'Step of the plan',
  line: 'Line',
  review: 'Review',
  claim: 'Claim',
  mention: 'Talk',
  thread: 'Talk',
  brief: 'Brief',
  summary: 'Summary for Microsoft',
  recovery: 'Contact',
  request: 'Request',
};

/** What is due from the reader, each entry a link to the very row. */
export function DueList({ today }: { today: TodayView }) {
  return today.map(({ part, due }) => (
    <section key={part} aria-labelledby={`due-${part}`} className="mt-10">
      <h2 id={`due-${part}`} className="text-2xl">
        {partNames[part]}{' '}
        <span className="text-base text-muted tabular-nums">
          ({due.reduce((count, { more = 1 }) => count + more, 0)})
        </span>
      </h2>
      <ul className="mt-3 divide-y divide-rule rounded-lg border border-rule bg-surface">
        {due.map((each) => (
          <li key={`${each.kind} ${each.key}`}>
            <Link
              prefetch={false}
              href={each.href as Route}
              className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3 hover:bg-sunken"
            >
              <span className="min-w-0 break-words">
                <span className="block text-muted text-sm">
                  {each.client ? `${each.client} · ${kindNames[each.kind]}` : kindNames[each.kind]}
                </span>
                <span className="underline decoration-rule underline-offset-4">{each.what}</span>
              </span>
              <Day due={each} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Day({ due: { on, daysLeft } }: { due: Due }) {
  if (on === null || daysLeft === null) return null;
  return (
    <span className={`whitespace-nowrap text-sm tabular-nums ${daysLeft < 0 ? 'font-medium text-bad' : 'text-muted'}`}>
      <time dateTime={on}>{formatDate(on)}</time>, {daysInWords(daysLeft)}
    </span>
  );
}

function daysInWords(left: number): string {
  if (left === 0) return 'today';
  const days = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'}`;
  return left < 0 ? `${days} late` : `in ${days}`;
}
