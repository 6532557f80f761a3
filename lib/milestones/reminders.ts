/** Days before a milestone on which its owner hears of it; then on the day, and once a week for as long as it is late. */
const before = [14, 7, 1, 0];

/**
 * Whether a milestone's owner is reminded on one of the days after `since` up to and including `today`: a day on
 * which the portal did not run is made up for. ISO calendar dates.
 */
export function isReminded(dueOn: string, { since, today }: { since: string; today: string }): boolean {
  const [first, last] = [daysLeft(dueOn, since) - 1, daysLeft(dueOn, today)];
  if (before.some((days) => last <= days && days <= first)) return true;
  // A week is full somewhere in first … last, counted below zero.
  return last <= -7 && Math.floor(-last / 7) > Math.floor(Math.max(0, -first - 1) / 7);
}

/** Whole days until a date; negative once it has passed. */
export function daysLeft(dueOn: string, today: string): number {
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
}
