import 'server-only';

/** The calendar day it is now in a time zone, as an ISO date. */
export function todayIn(timeZone: string): string {
  return dayIn(timeZone, new Date());
}

/** The calendar day of an instant in a time zone, as an ISO date. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
