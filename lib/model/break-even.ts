import { exactly, roundDouble, roundExact } from './money';
import { type Flows, firstMonth } from './side';

const sixDecimals = 1_000_000;

/** a ÷ b to six decimals, half away from zero; both whole minor units. Null where b is 0. */
export function ratioOf(a: number, b: number): number | null {
  if (b === 0) return null;
  const value = (a / b) * sixDecimals;
  const millionths = roundDouble(value, Math.abs(value)) ?? roundExact(exactly(a).mul(sixDecimals).div(exactly(b)));
  return millionths / sixDecimals;
}

/** 1 − A/O: how far the whole offer must fall to equal the alternative. Null where the offer costs nothing. */
export function breakEvenDiscount(offer: number, alternative: number): number | null {
  return ratioOf(offer - alternative, offer);
}

/** (O − run)/switching: how many times the switching cost could be before staying wins. Null where switching ≤ 0. */
export function switchingMultiple(offer: number, run: number, switching: number): number | null {
  return switching > 0 ? ratioOf(offer - run, switching) : null;
}

/** The first month from which the alternative's cumulative nominal cost stays ≤ the offer's to the end; else null. */
export function breakEvenMonth(offer: Flows, alternative: Flows): number | null {
  let ahead = 0;
  let since: number | null = null;
  for (let index = 0; index < offer.length; index++) {
    ahead += (offer[index] as number) - (alternative[index] as number);
    if (ahead < 0) since = null;
    else since ??= index + firstMonth;
  }
  return since;
}
