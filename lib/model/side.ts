import { minorDigits } from './money';
import type { Model, Offer } from './types';

/** The first month of the grid; it runs to horizonMonths − 1. */
export const firstMonth = -24;

/** Rounded, in minor units, per month from `firstMonth` on. */
export type Flows = Float64Array;

/** What the lines of one side share. `offer` is absent on an alternative. */
export type Side = {
  readonly horizonMonths: number;
  /** Minor units in one unit of the currency. */
  readonly scale: number;
  readonly offer?: Pick<Offer, 'termMonths' | 'renewalUplift'>;
};

export function sideOf(model: Model, offer?: Offer): Side {
  return {
    horizonMonths: model.horizonMonths,
    scale: 10 ** minorDigits(model.currency),
    ...(offer && { offer: { termMonths: offer.termMonths, renewalUplift: offer.renewalUplift } }),
  };
}

export function noFlows(side: Side): Flows {
  return new Float64Array(side.horizonMonths - firstMonth);
}

/** Minor units as units of the currency. */
export function inUnits(minor: number, side: Side): number {
  return minor / side.scale;
}
