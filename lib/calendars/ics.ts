/** A day in a calendar. */
export type CalendarDay = {
  /** The same for the same thing, whenever it is asked for. */
  readonly id: string;
  /** ISO calendar date. */
  readonly on: string;
  readonly title: string;
  readonly link: string;
};

/** A calendar of whole days, as RFC 5545 writes one. `at` is the instant it is written, ISO. */
export function calendarOf(days: readonly CalendarDay[], at: string): string {
  const stamp = `${at.replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Walk Position//Timeline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Walk Position',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...days.flatMap(({ id, on, title, link }) => [
      'BEGIN:VEVENT',
      `UID:${id}@walk-position`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `URL:${link}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');
}

const encoder = new TextEncoder();

/** Lines of at most 75 bytes, a character never torn; what goes on begins with a blank. */
function folded(line: string): string {
  let [result, length] = ['', 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > 75) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += bytes;
  }
  return result;
}
