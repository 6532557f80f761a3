import type { Part, TodayView } from '@/lib/today/view';

/** From this hour on, by the clocks of whoever asked for it, a digest may go. */
const morning = 7;

/**
 * The period whose digest is due at an instant, named by its first day there: the day itself, or the Monday of its
 * week. Null before the morning of that first day. `timeZone` is an IANA name.
 */
export function periodAt(often: 'daily' | 'weekly', timeZone: string, at: Date): string | null {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = often === 'weekly' ? (date.getUTCDay() + 6) % 7 : 0;
  if (sinceMonday === 0 && Number(part('hour')) < morning) return null;
  date.setUTCDate(date.getUTCDate() - sinceMonday);
  return date.toISOString().slice(0, 10);
}

const sentences: Readonly<Record<Part, string>> = {
  asked: 'You are named to decide on something.',
  overdue: 'Something of yours is overdue.',
  soon: 'Something of yours is due within a month.',
  waiting: 'Something waits for you.',
};

/** What a digest says: that there is something and how pressing it is. What it is, and whose, stays in the portal. */
export function digestOf(today: TodayView): string | null {
  if (today.length === 0) return null;
  return [...today.map(({ part }) => sentences[part]), 'What it is stays in the portal.'].join('\n\n');
}
