const calendarDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const calendarMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** An ISO calendar date as people write it: 2027-06-30 → 30 Jun 2027. */
export function formatDate(date: string): string {
  return calendarDay.format(new Date(`${date}T00:00:00Z`));
}

/** The calendar month a number of months after an ISO date: formatMonthAfter('2027-06-30', 1) → Jul 2027. */
export function formatMonthAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return calendarMonth.format(new Date(Date.UTC(year, month - 1 + months, 1)));
}
