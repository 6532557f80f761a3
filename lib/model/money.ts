import Fraction from 'fraction.js';

const digitsOf: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** The minor digits of an ISO 4217 currency: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return digitsOf[currency] ?? 2;
}

/** The decimal a number stands for when written down, exactly: 1.005 is 1005/1000. */
export function exactly(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power >= 0 ? new Fraction(digits * 10n ** BigInt(power), 1n) : new Fraction(digits, 10n ** BigInt(-power));
}

/** More than the relative error of the few dozen floating-point operations that make a flow. */
const relativeError = 1e-13;

/**
 * Rounds to a whole number, half away from zero. The double decides unless it lies within its own error of a
 * tie; then the exact value is asked.
 */
export function roundHalfAway(approximate: number, exact: () => Fraction): number {
  const size = Math.abs(approximate);
  const whole = Math.floor(size);
  if (Math.abs(size - whole - 0.5) > size * relativeError) {
    const rounded = size - whole > 0.5 ? whole + 1 : whole;
    return approximate < 0 ? -rounded + 0 : rounded;
  }
  return roundFraction(exact());
}

function roundFraction(value: Fraction): number {
  const doubled = (value.n * 2n + value.d) / (value.d * 2n);
  return Number(value.s < 0n ? -doubled : doubled) + 0;
}

/** Rounds a value that has no exact form, such as a present value: within its error of a tie it counts as one. */
export function roundIrrational(value: number): number {
  const size = Math.abs(value);
  const rounded = Math.floor(size + 0.5 + size * relativeError);
  return value < 0 ? -rounded + 0 : rounded;
}

/** A statistic of unrounded flows, to the hundredth of a unit whatever the currency. */
export function toHundredths(amount: number): number {
  return roundIrrational(amount * 100) / 100;
}
