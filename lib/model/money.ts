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
 * Rounds to a whole number, half away from zero; null where the double lies within its own error of a tie, and only
 * the exact value can tell. `size` is that of what the value was made from, for a difference of two large numbers
 * may be small and still as wrong as they are.
 */
export function roundDouble(value: number, size: number): number | null {
  const distance = Math.abs(value);
  const whole = Math.floor(distance);
  if (Math.abs(distance - whole - 0.5) <= size * relativeError) return null;
  return signed(value, distance - whole > 0.5 ? whole + 1 : whole);
}

/** Rounds an exact value to a whole number, half away from zero. */
export function roundExact({ s, n, d }: Fraction): number {
  return signed(Number(s), Number((n * 2n + d) / (d * 2n)));
}

/** What a sum of discounted flows is usually off by; wider, and billions would be rounded up that are no ties. */
const summationError = 2e-15;

/** Rounds a value that has no exact form, such as a present value: within its error of a tie it counts as one. */
export function roundIrrational(value: number): number {
  const distance = Math.abs(value);
  return signed(value, Math.floor(distance + 0.5 + distance * summationError));
}

/** Never −0, which would be printed with a sign. */
function signed(like: number, distance: number): number {
  return like < 0 && distance !== 0 ? -distance : distance;
}

/** A statistic of unrounded flows, to the hundredth of a unit whatever the currency. */
export function toHundredths(amount: number): number {
  return roundIrrational(amount * 100) / 100;
}
