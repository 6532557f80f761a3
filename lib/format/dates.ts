/** Our own: what Intl calls September differs between the data of a server and of a browser. */
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO calendar date as people write it: 2027-06-30 → 30 Jun 2027. */
export function formatDate(date: string): string {
  const [year, month = 1, day] = date.split('-').map(Number);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** When something was published, as exactly as is known: 2013-02-12 → 12 Feb 2013, 2013-02 → Feb 2013. */
export function formatPublished(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(date);
  return /^\d{4}-\d{2}$/.test(date) ? formatMonthAfter(`${date}-01`, 0) : date;
}

/** The calendar month a number of months after an ISO date: formatMonthAfter('2027-06-30', 1) → Jul 2027. */
export function formatMonthAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const after = year * 12 + month - 1 + months;
  return `${monthNames[after % 12]} ${Math.floor(after / 12)}`;
}

/** The calendar months a cost is paid in, `end` not among them: ('2027-06-30', 0, 1) → Jun 2027, (…, 0, 3) → Jun 2027 – Aug 2027. */
export function formatMonthsPaid(renewalDate: string, start: number, end: number): string {
  const [first, last] = [formatMonthAfter(renewalDate, start), formatMonthAfter(renewalDate, end - 1)];
  return first === last ? first : `${first} – ${last}`;
}

/** An ISO instant as people read it: 2026-11-25T00:45:10Z → 25 Nov 2026, 00:45 UTC. */
export function formatInstant(at: string): string {
  const instant = new Date(at).toISOString();
  return `${formatDate(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}

/** An ISO instant by the clocks of a place: 2026-11-25T00:45:10Z in Europe/Berlin → 25 Nov 2026, 01:45. */
export function formatInstantIn(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${formatDate(`${part('year')}-${part('month')}-${part('day')}`)}, ${part('hour')}:${part('minute')}`;
}
