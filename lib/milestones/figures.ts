const money =
  /[\p{Sc}%‰]|\d\s*(?:k|m|mio|mn|bn|mrd|tsd)\b|\b(?:thousand|millions?|millionen|billions?|milliarden|per ?cent|prozent|euros?|dollars?|pounds?|francs?|franken|EUR|USD|GBP|CHF)\b/iu;
/** A currency's code beside a number, as it is written: in capitals. */
const coded = new RegExp(
  Intl.supportedValuesOf('currency')
    .map((code) => `\\b${code}\\s*\\d|\\d\\s*${code}\\b`)
    .join('|'),
);

/** What a milestone is called outside the portal where its own name says too much. */
export const unnamed = 'A milestone that is named in the portal only';

/**
 * What a milestone is called outside the portal: its label, or a name that says nothing where the label holds what
 * could be a figure. Years and small counts are none.
 */
export function outwardName(label: string): string {
  const joined = label.replace(/(?<=\d)[.,'’\s\u00a0\u202f](?=\d)/g, '');
  const numbers = joined.match(/\d+/g) ?? [];
  const figure = numbers.some((digits) => digits.length > 3 && !/^(19|20)\d\d$/.test(digits));
  return figure || money.test(label) || coded.test(label) ? unnamed : label;
}
