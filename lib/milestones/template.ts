import { monthsBefore } from '@/lib/model/plan';

/** The days of a deal, by months before the renewal, as one would keep them without a reason to do otherwise. */
const template = [
  { monthsBefore: 18, label: 'Inventory and true usage', wall: 'engagement' },
  { monthsBefore: 15, label: 'Alternatives shortlisted', wall: 'engagement' },
  { monthsBefore: 12, label: 'Alternative costed', wall: 'engagement' },
  { monthsBefore: 10, label: 'Leadership’s first reading', wall: 'threshold' },
  { monthsBefore: 9, label: 'Pilot', wall: 'engagement' },
  { monthsBefore: 6, label: 'Threshold approved', wall: 'threshold' },
  { monthsBefore: 5, label: 'Position evident', wall: 'engagement' },
  { monthsBefore: 4, label: 'First offer expected', wall: 'engagement' },
  { monthsBefore: 3, label: 'Notice date check', wall: 'engagement' },
  { monthsBefore: 2, label: 'Best offer', wall: 'engagement' },
  { monthsBefore: 1, label: 'Decision', wall: 'engagement' },
  { monthsBefore: 0, label: 'Renewal', wall: 'engagement' },
] as const;

export function templateFor(renewalDate: string) {
  return template.map(({ monthsBefore: months, label, wall }) => ({
    label,
    wall,
    dueOn: monthsBefore(renewalDate, months),
  }));
}

/**
 * Where a day lies once the renewal has moved: what lay whole months from it still does, anything else moves by as
 * many days as the renewal. ISO calendar dates.
 */
export function movedWithRenewal(day: string, from: string, to: string): string {
  for (let months = -120; months <= 120; months++) {
    if (monthsBefore(from, months) === day) return monthsBefore(to, months);
  }
  return new Date(Date.parse(day) + Date.parse(to) - Date.parse(from)).toISOString().slice(0, 10);
}
