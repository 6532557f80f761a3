/** A step's longest duration, in months. */
export const longestStep = 60;

export type ReadMonths = { readonly ok: true; readonly months: number } | { readonly ok: false; readonly why: string };

/** A step's duration as somebody types it: whole months, of which 0 is a milestone. */
export function readMonths(text: string): ReadMonths {
  const typed = text.trim().replace(/^−/, '-');
  if (typed === '') return refused('Say how many whole months it takes; 0 for a milestone.');
  if (/^-?\d*[.,]\d+$/.test(typed)) return refused('A step takes whole months: round it, or split the step.');
  if (!/^-?\d+$/.test(typed)) return refused('This is not a number of whole months.');
  const months = Number(typed);
  if (months < 0) return refused('A step cannot take less than 0 months.');
  if (months > longestStep) return refused(`A step takes at most ${longestStep} months: split it.`);
  return { ok: true, months: Math.abs(months) };
}

function refused(why: string): ReadMonths {
  return { ok: false, why };
}

/** How long a step takes, in words: 1 → 1 month, 3 → 3 months. */
export function inMonths(count: number): string {
  return `${count} ${count === 1 ? 'month' : 'months'}`;
}
