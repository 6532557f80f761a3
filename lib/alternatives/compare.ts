import { ledgerOf, totalOf } from '@/lib/model/ledger';
import { presentValueOf } from '@/lib/model/present-value';
import { inUnits, sideOf } from '@/lib/model/side';
import type { Line, Model, Offer } from '@/lib/model/types';

/** The alternatives beside each other, workload by workload or category by category. All amounts are present values. */
export type ComparedRow = {
  /** The workload or category; empty for lines without one, which stand last. */
  readonly name: string;
  /** What the offer costs there; null where nothing is compared with it. */
  readonly offer: number | null;
  /** In the order of the model's alternatives. */
  readonly costs: readonly { readonly run: number; readonly switching: number }[];
  /** Whether any two alternatives cost something different there. */
  readonly differs: boolean;
};

export type ComparedBy = 'workload' | 'category';

/** Lines of the same name are summed as flows and discounted once, so a column may differ from its total by a minor unit. */
export function comparedBy(by: ComparedBy, model: Model): ComparedRow[] {
  const offer = costsBy(by, model.offer.lines, model, model.offer);
  const sides = model.alternatives.map(({ lines }) => costsBy(by, lines, model));
  const names = new Set([offer, ...sides].flatMap((costs) => [...costs.keys()]));
  const ordered = [...names].filter((name) => name !== '');
  if (names.has('')) ordered.push('');
  return ordered.map((name) => {
    const costs = sides.map((side) => side.get(name) ?? nothing);
    const [first = nothing] = costs;
    return {
      name,
      offer: by === 'workload' ? (offer.get(name)?.run ?? 0) : null,
      costs,
      differs: costs.some(({ run, switching }) => run !== first.run || switching !== first.switching),
    };
  });
}

const nothing = { run: 0, switching: 0 };

/** Run and switching by name, in order of each name's first line. The offer's lines, which have no part, count as run. */
function costsBy(by: ComparedBy, lines: readonly Line[], model: Model, offer?: Offer) {
  const side = sideOf(model, offer);
  const ledger = ledgerOf(lines, side, 'likely');
  const costOf = (name: string, switching: boolean) => {
    const belongs = (line: Line) => (line[by] ?? '') === name && (line.part === 'switching') === switching;
    return inUnits(presentValueOf(totalOf(ledger, side, belongs), model), side);
  };
  const names = new Set(lines.map((line) => line[by] ?? ''));
  return new Map([...names].map((name) => [name, { run: costOf(name, false), switching: costOf(name, true) }]));
}
