import { type Due, type DueKind, type Part, parts, type TodayView } from '@/lib/today/view';

/** Days ahead from which what has a day is told. */
export const daysAhead = 30;

/** What has no day, in the order in which somebody else is held up by it. */
const kinds: readonly DueKind[] = [
  'decision',
  'ending',
  'affirmation',
  'erasure',
  'brief',
  'summary',
  'recovery',
  'mention',
  'thread',
  'request',
  'milestone',
  'step',
  'claim',
  'review',
  'line',
];

/**
 * What is due from one person, in the order in which to turn to it: where their word is asked for, what is late, the
 * longest first, what is due within a month, the nearest first, and what waits without a day.
 */
export function inOrder(due: readonly Due[]): TodayView {
  const told = due.filter(({ daysLeft }) => daysLeft === null || daysLeft <= daysAhead);
  const byPart = Map.groupBy(told.toSorted(sooner), partOf);
  return parts.flatMap((part) => {
    const here = byPart.get(part);
    return here ? [{ part, due: here }] : [];
  });
}

const words: ReadonlySet<DueKind> = new Set(['decision', 'affirmation', 'ending', 'erasure']);

function partOf({ kind, daysLeft }: Due): Part {
  if (words.has(kind)) return 'asked';
  if (daysLeft === null) return 'waiting';
  return daysLeft < 0 ? 'overdue' : 'soon';
}

function sooner(a: Due, b: Due): number {
  return (
    (a.daysLeft ?? 0) - (b.daysLeft ?? 0) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (a.client ?? '').localeCompare(b.client ?? '', 'en') ||
    Number(a.more !== undefined) - Number(b.more !== undefined) ||
    a.what.localeCompare(b.what, 'en') ||
    a.key.localeCompare(b.key, 'en')
  );
}
