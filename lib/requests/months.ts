import { formatMonthAfter } from '@/lib/format/dates';

/** The months a renewal may lie in, from the one that is now, as 2027-06 and as people write it. */
export function renewalMonths(today: string): (readonly [string, string])[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 60 }, (_, ahead) => {
    const after = month - 1 + ahead;
    const value = `${year + Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, '0')}`;
    return [value, formatMonthAfter(today, ahead)] as const;
  });
}

/** The last day of a month, as an ISO date: 2028-02 → 2028-02-29. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
