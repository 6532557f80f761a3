import { formatMonthAfter } from '@/lib/format/dates';

/**
 * Months of the model as people write them. A month counts from the renewal date: 0 is the month that begins
 * with it, −1 the one before.
 */

const names = 'january february march april may june july august september october november december'.split(' ');
const german = 'januar februar märz april mai juni juli august september oktober november dezember'.split(' ');

/** The calendar month a month of the model begins in: Jul 2030. */
export function monthText(month: number, renewalDate: string): string {
  return formatMonthAfter(renewalDate, month);
}

/** The month's name alone, for what happens every year: July. */
export function monthName(month: number, renewalDate: string): string {
  const renewal = Number(renewalDate.slice(5, 7)) - 1;
  const name = names[(((renewal + month) % 12) + 12) % 12] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Reads a month as people write it: Jul 2030 · Juli 2030 · 2030-07 · 07/2030 · 7.2030 · 2030-07-31 · 31.07.2030, or the number of months
 * from the renewal: 36, −6, month 36. Null where it is none of these.
 */
export function readMonth(text: string, renewalDate: string): number | null {
  const typed = text.trim().replace(/[−–]/g, '-').toLowerCase();
  const counted = /^(?:month\s*)?([+-]?\d{1,3})$/.exec(typed);
  if (counted) return Number(counted[1]);
  const found = calendarMonth(typed);
  if (!found) return null;
  const [year = 0, month = 1] = renewalDate.split('-').map(Number);
  return (found.year - year) * 12 + (found.month - month);
}

function calendarMonth(typed: string): { year: number; month: number } | null {
  const named = /^([a-zä]{3,9})\.?[\s-]+(\d{4})$/.exec(typed);
  if (named) {
    const begins = (name: string) => name.startsWith(named[1] ?? '');
    const index = names.some(begins) ? names.findIndex(begins) : german.findIndex(begins);
    return index < 0 ? null : { year: Number(named[2]), month: index + 1 };
  }
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(typed);
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(typed);
  const dayFirst = /^\d{1,2}\.(\d{1,2})\.(\d{4})$/.exec(typed);
  const year = Number(yearFirst?.[1] ?? monthFirst?.[2] ?? dayFirst?.[2]);
  const month = Number(yearFirst?.[2] ?? monthFirst?.[1] ?? dayFirst?.[1]);
  return month >= 1 && month <= 12 ? { year, month } : null;
}
