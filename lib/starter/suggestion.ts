import type { About, LineFields, SideKind } from '@/lib/lines/fields';
import { blankFields } from '@/lib/lines/fields';

/** A figure somebody published: never filled in, only shown, with where and when it was said. */
export type Benchmark = {
  readonly says: string;
  readonly source: string;
  readonly url?: string;
  /** When it was published, or from when it applies. */
  readonly dated: string;
};

/** What to think of, and where a figure that stands up to questions comes from. */
export type Guidance = {
  readonly include: string;
  readonly figures: string;
  readonly benchmarks: readonly Benchmark[];
};

/** A line to begin with: all but its figures. Months count from the renewal; `end` null is the horizon's. */
export type Suggestion = Pick<LineFields, 'kind' | 'part'> & {
  readonly label: string;
  readonly start: number;
  readonly end: number | null;
  readonly per?: 'month' | 'year';
  readonly unit?: string;
  /** Categories a percentage is taken of. */
  readonly of?: readonly string[];
  /** It is counted: how many is one of the figures. Else it stands for one. */
  readonly counted?: boolean;
};

export type Topic = Guidance & {
  /** The category of its lines. */
  readonly category: string;
  readonly lines: readonly Suggestion[];
};

export type Workload = Guidance & { readonly name: string };

const side: SideKind = 'alternative';

/** The fields of a suggested line, for a workload or for all of them: what costs money is blank. */
export function fieldsOfSuggestion(
  { label, kind, part, start, end, per, unit, of, counted = false }: Suggestion,
  category: string,
  workload: string | null,
  about: About,
): LineFields {
  const recurring = kind === 'recurring';
  const countable = recurring || kind === 'one-time';
  return {
    ...blankFields(side, about),
    label: workload === null ? label : `${label}, ${workload}`,
    category,
    workload,
    part,
    kind,
    quantity: countable && !counted ? 1 : null,
    unit: unit ?? null,
    per: recurring ? (per ?? 'month') : null,
    billed: recurring ? 'monthly' : null,
    startMonth: start,
    endMonth: Math.min(end ?? about.horizonMonths, about.horizonMonths),
    of: of ?? null,
  };
}
