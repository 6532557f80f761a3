'use client';

import { createContext, useContext } from 'react';
import { formatInstant, formatInstantIn } from '@/lib/format/dates';

/** By whose clocks instants are told: an engagement's pages go by the client's, all others by UTC, which they then say. */
export const ClocksOf = createContext<string | null>(null);

/** An ISO instant as people read it. */
export function Instant({ at }: { at: string }) {
  const timeZone = useContext(ClocksOf);
  return <time dateTime={at}>{timeZone === null ? formatInstant(at) : formatInstantIn(at, timeZone)}</time>;
}
