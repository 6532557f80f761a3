const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });

/** A number with its groups and every decimal it has: 1234.5 → 1,234.5. */
export function formatNumber(value: number): string {
  return plain.format(value).replace('-', '−');
}

/** A fraction as a percentage with every decimal it has: 0.0875 → 8.75 %. */
export function formatRate(fraction: number): string {
  return `${plain.format(percentOf(fraction))} %`.replace('-', '−');
}

/** A fraction in percent, without the noise of binary floating point: 0.07 → 7, not 7.000000000000001. */
export function percentOf(fraction: number): number {
  const [mantissa = '0', exponent = '0'] = fraction.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}

/** The same the other way: 8.5 → 0.085. */
export function hundredthOf(percent: number): number {
  const [mantissa = '0', exponent = '0'] = percent.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) - 2}`);
}
