const calendarDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const calendarMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** An ISO calendar date as people write it: 2027-06-30 → 30 Jun 2027. */
export function formatDate(date: string): string {
  return calendarDay.format(new Date(`${date}T00:00:00Z`));
}

/** When something was published, as exactly as is known: 2013-02-12 → 12 Feb 2013, 2013-02 → Feb 2013. */
export function formatPublished(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(date);
  return /^\d{4}-\d{2}$/.test(date) ? formatMonthAfter(`${date}-01`, 0) : date;
}

/** The calendar month a number of months after an ISO date: formatMonthAfter('2027-06-30', 1) → Jul 2027. */
export function formatMonthAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return calendarMonth.format(new Date(Date.UTC(year, month - 1 + months, 1)));
}

const instant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** An ISO instant as people read it: 2026-11-25T00:45:10Z → 25 Nov 2026, 00:45 UTC. */
export function formatInstant(at: string): string {
  return `${instant.format(new Date(at))} UTC`;
}
