import { scaleLinear } from '@visx/scale';
import { formatCompact } from '@/lib/format/money';

/** One scale of money across a picture. Places are percentages of its width or height, so that it fits any screen. */
export type Axis = {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly at: number; readonly text: string }[];
};

/** An axis that holds all of the values, and zero. */
export function axisOver(values: readonly number[], ticks = 4): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return axisBetween(low, low === high ? 1 : high, ticks);
}

/** From one value to another, the longest mark as long as the picture; about so many ticks in between. */
export function axisBetween(low: number, high: number, ticks: number): Axis {
  const scale = scaleLinear<number>({ domain: [low, high], range: [0, 100] });
  return {
    at: (value) => Math.round(scale(value) * 1000) / 1000,
    ticks: scale.ticks(ticks).map((value) => ({ value, at: scale(value), text: formatCompact(value) })),
  };
}
