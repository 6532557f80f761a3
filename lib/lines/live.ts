import type { LineRecord } from '@/lib/engagements/record';
import { type Bench, type BenchSide, sideOf } from '@/lib/lines/bench-sides';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { type About, type Change, lineOfFields } from '@/lib/lines/fields';
import type { BenchView } from '@/lib/lines/view';
import { inflationOf } from '@/lib/model/assess';
import { type LiveAlternative, type LiveTotals, recalculate } from '@/lib/model/recalculate';
import { lineTotals } from '@/lib/model/totals';
import type { Line, Model, Offer } from '@/lib/model/types';

/** The figures that move while somebody types, from the same engine as the server's. */

/** What is being typed into one line and not yet done. */
export type Underhand = { readonly sideId: string; readonly lineId: string; readonly change: Change };

/** Terms of an offer as they stand on screen. */
export type Terms = Pick<Offer, 'termMonths' | 'renewalUplift'>;

export type BenchFigures = {
  readonly totals: LiveTotals;
  /** Claimed ÷ honest cost of switching, by alternative id; null where no line carries a claim. */
  readonly inflation: Readonly<Record<string, number | null>>;
  /** Which sides have a line that counts: without one, nothing can be read. */
  readonly costed: { readonly offer: boolean; readonly alternatives: readonly string[] };
};

/** The model as it stands on the bench, against one offer. Alternatives are named by their ids, not their keys. */
export function modelOnBench(
  bench: Bench,
  view: BenchView,
  { offerId, terms, typing }: { offerId: string | null; terms: Terms; typing: Underhand | null },
): Model {
  const lines = (sideId: string) => linesOn(bench, sideId, typing);
  return {
    currency: view.currency,
    renewalDate: view.renewalDate,
    horizonMonths: view.horizonMonths,
    discountRate: view.discountRate,
    correlation: view.correlation,
    offer: { label: '', ...terms, lines: offerId === null ? [] : lines(offerId) },
    alternatives: view.alternatives.map(({ id, label, kind }) => ({ id, label, kind, lines: lines(id) })),
  };
}

export function figuresOf(model: Model): BenchFigures {
  return {
    totals: recalculate(model),
    inflation: Object.fromEntries(
      model.alternatives.map((alternative) => [alternative.id, inflationOf(alternative, model)]),
    ),
    costed: {
      offer: model.offer.lines.length > 0,
      alternatives: model.alternatives.filter(({ lines }) => lines.length > 0).map(({ id }) => id),
    },
  };
}

export function alternativeFigures(figures: BenchFigures, alternativeId: string): LiveAlternative | undefined {
  return figures.totals.alternatives.find(({ id }) => id === alternativeId);
}

/** All-in cost by line id, for the end of each row. Null for a line that is not complete. */
export function costsOfLines(side: BenchSide, about: About, model: Model, offer?: Offer): Map<string, number> {
  const ids: string[] = [];
  const lines: Line[] = [];
  for (const draft of standing(side.drafts)) {
    const { line } = readDraft(draft, side.kind, about);
    if (!line) continue;
    ids.push(draft.id);
    lines.push(line);
  }
  const totals = lineTotals(lines, model, offer);
  return new Map(ids.map((id, index) => [id, totals[index]?.presentValue ?? 0]));
}

const memory = new WeakMap<readonly Draft[], readonly Line[]>();

/** The lines of a side that count: complete ones, as typed. While nothing changes it is the same list. */
function linesOn(bench: Bench, sideId: string, typing: Underhand | null): readonly Line[] {
  const side = sideOf(bench, sideId);
  if (!side) return [];
  let lines = memory.get(side.drafts);
  if (!lines) {
    lines = standing(side.drafts).flatMap((draft) => readDraft(draft, side.kind, bench.about).line ?? []);
    memory.set(side.drafts, lines);
  }
  return typing?.sideId === sideId ? withTyping(lines, side, bench, typing) : lines;
}

function withTyping(lines: readonly Line[], side: BenchSide, bench: Bench, typing: Underhand): readonly Line[] {
  const draft = side.drafts.find(({ id }) => id === typing.lineId);
  if (!draft) return lines;
  const read = lineOfFields({ ...fieldsOfDraft(draft), ...typing.change }, draft.key, side.kind, bench.about);
  if (!read.ok) return lines;
  const before = readDraft(draft, side.kind, bench.about).line;
  return before ? lines.map((line) => (line === before ? read.line : line)) : [...lines, read.line];
}

/** The lines of a side as the server last said them. */
export function savedLinesOf(bench: Bench, sideId: string): LineRecord[] {
  return standing(sideOf(bench, sideId)?.drafts ?? []).flatMap(({ saved }) => saved ?? []);
}

export function standing(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.some(({ removal }) => removal !== 'none') ? drafts.filter(({ removal }) => removal === 'none') : drafts;
}
