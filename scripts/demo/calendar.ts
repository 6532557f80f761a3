/** The demo's dates are told from the day it is seeded, so that it never goes out of date before one's eyes. */

/** The ISO date a number of days after another; negative for before. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the calendar quarter that holds the day a number of months after a date. */
export function quarterEndAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const later = month - 1 + months;
  return new Date(Date.UTC(year, later - (((later % 3) + 3) % 3) + 3, 0)).toISOString().slice(0, 10);
}
