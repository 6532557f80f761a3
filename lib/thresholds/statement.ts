const scales: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
/** A figure as somebody writes it into a sentence: 9,500,000 · 9.500.000 · 9.5 million · 9.5M. */
const figure = /(?<![\d.,])(\d{1,3}(?:[.,'’\s]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s?(k|thousand|m|million|bn|billion)?\b/gi;
/** Below it a figure is a count, a year or a percentage. */
const leastAmount = 10_000;

/**
 * The first figure in a statement that reads like an amount and is another than the threshold's, as it is written; null
 * where none is. A figure is the same where rounding to what is written of it makes it so: “9.5 million” is 9,480,000.
 */
export function otherAmountIn(statement: string, amount: number): string | null {
  for (const [written, whole = '', decimals = '', scale = ''] of statement.matchAll(figure)) {
    const unit = scales[scale.toLowerCase()] ?? 1;
    const value = Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}`) * unit;
    const roundedTo = unit / 10 ** decimals.length;
    if (value >= leastAmount && Math.abs(value - amount) > roundedTo / 2) return written.trim();
  }
  return null;
}
