import { describe, expect, it } from 'vitest';
import { outwardName, unnamed } from '@/lib/milestones/figures';
import { calendarOf } from './ics';

const day = { id: 'a', on: '2027-06-30', title: 'Averna: Renewal', link: 'https://portal.example/e/1' };
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

describe('a calendar', () => {
  it('holds whole days, each with an identity of its own', () => {
    const text = calendarOf([day, { ...day, id: 'b' }], '2026-11-25T05:11:12.345Z');
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'UID:a@walk-position',
        'UID:b@walk-position',
        'DTSTAMP:20261125T051112Z',
        'DTSTART;VALUE=DATE:20270630',
        'SUMMARY:Averna: Renewal',
        'END:VCALENDAR',
      ]),
    );
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it('escapes what has a meaning, and lets no title begin a line of its own', () => {
    const text = calendarOf([{ ...day, title: 'A, B; C\\D\nBEGIN:VEVENT' }], '2026-11-25T00:00:00Z');
    expect(text).toContain('SUMMARY:A\\, B\\; C\\\\D\\nBEGIN:VEVENT\r\n');
  });

  it('folds lines at 75 bytes without tearing a character', () => {
    const title = 'Öffentliche Beschaffung – Prüfung 🙂 '.repeat(6);
    const text = calendarOf([{ ...day, title }], '2026-11-25T00:00:00Z');
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`SUMMARY:${title}`);
  });
});

describe('what a milestone is called outside', () => {
  it.each([
    'Offer below 16,000,000',
    'Below 16 000 000',
    'At most 12 % more',
    'EUR 5 ready',
    'Below 16.0 million',
    '€ 40',
  ])('hides “%s”', (label) => expect(outwardName(label)).toBe(unnamed));

  it.each(['Pilot', 'Second wave of 2', 'Microsoft 365 pilot', 'Budget 2027'])('keeps “%s”', (label) =>
    expect(outwardName(label)).toBe(label),
  );
});
