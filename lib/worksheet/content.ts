import { minorDigits } from '@/lib/model/money';
import type { Alternative, Estimate, Line, Model, PlanStep } from '@/lib/model/types';
import { switchingTopics } from '@/lib/starter/topics';
import type { ColumnKey, SettingKey, TableKey } from '@/lib/worksheet/tables';

/** What stands in the cells one fills in. Dates are ISO, rates fractions; a key that is absent is a blank cell. */
export type Row = { readonly [key in ColumnKey]?: string | number };

export type Content = {
  readonly settings: { readonly [key in SettingKey]?: string | number };
  readonly tables: Readonly<Record<TableKey, readonly Row[]>>;
};

/** A worksheet to fill in. `renewalMonth` is a calendar month, 2027-06; nothing else is known of the deal. */
export function blankContent({ company, renewalMonth }: { company: string; renewalMonth?: string }): Content {
  const { offer, offerShares, run, runShares, plan, bands } = noRows;
  return {
    settings: {
      company,
      ...(renewalMonth !== undefined && { renewal: lastDayOf(renewalMonth) }),
      horizon: 60,
      discount: 0.08,
      offer: 'First offer',
      term: 36,
      uplift: 0,
      course: 'competitor',
    },
    tables: {
      offer,
      offerShares,
      run,
      runShares,
      switching: categories
        .filter((category) => category !== contingency)
        .map((category) => ({ label: named(category), category, kind: 'one-time' })),
      switchingShares: [
        {
          label: named(contingency),
          category: contingency,
          derived: 'percent',
          of: categories.filter((category) => category !== contingency).join('; '),
        },
      ],
      plan,
      bands,
    },
  };
}

/** What leaving costs, by the standard categories. None has a figure: nobody could defend one. */
const categories = [...new Set(switchingTopics.map(({ category }) => category))];
/** Visible, never hidden: a share of the others, in the second table of the sheet. */
const contingency = 'contingency';

const named = (category: string) => `${category.charAt(0).toUpperCase()}${category.slice(1)}`;

const noRows: Readonly<Record<TableKey, readonly Row[]>> = {
  offer: [],
  offerShares: [],
  run: [],
  runShares: [],
  switching: [],
  switchingShares: [],
  plan: [],
  bands: [],
};

/** A month as the last day in it: that is when agreements end. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The alternative a worksheet is about: the chosen one, else the first. */
export function worksheetAlternative(model: Model): Alternative | undefined {
  return model.alternatives.find(({ id }) => id === model.chosen) ?? model.alternatives[0];
}

/** Each line is a row on five sheets of 144 months: with more of them a spreadsheet no longer opens quickly. */
export const MAX_WORKSHEET_LINES = 300;

export function fitsWorksheet(model: Model): boolean {
  return model.offer.lines.length + (worksheetAlternative(model)?.lines.length ?? 0) <= MAX_WORKSHEET_LINES;
}

/** A model's figures as a worksheet holds them: its offer, and its chosen alternative. */
export function contentOf(model: Model, company: string): Content {
  const alternative = worksheetAlternative(model);
  const { renamed, bands } = bandsOf([...model.offer.lines, ...(alternative?.lines ?? [])]);
  const rowsOf = (lines: readonly Line[], base: boolean, part?: Line['part']) =>
    lines
      .filter((line) => line.part === part && (line.kind === 'recurring' || line.kind === 'one-time') === base)
      .map((line) => rowOf(line, renamed.get(line.id) ?? line.label));
  const own = alternative?.lines ?? [];
  return {
    settings: {
      company,
      currency: model.currency,
      renewal: model.renewalDate,
      horizon: model.horizonMonths,
      discount: model.discountRate,
      offer: model.offer.label,
      term: model.offer.termMonths,
      uplift: model.offer.renewalUplift,
      ...(model.threshold && { threshold: model.threshold.amount }),
      ...(alternative && { alternative: alternative.label, course: alternative.kind }),
    },
    tables: {
      offer: rowsOf(model.offer.lines, true),
      offerShares: rowsOf(model.offer.lines, false),
      run: rowsOf(own, true, 'run'),
      runShares: rowsOf(own, false, 'run'),
      switching: rowsOf(own, true, 'switching'),
      switchingShares: rowsOf(own, false, 'switching'),
      plan: inOrder(alternative?.plan ?? []).map(({ id, label, months, after }) => ({
        ref: id,
        label,
        months,
        ...(after.length > 0 && { after: after.join('; ') }),
      })),
      bands,
    },
  };
}

function rowOf(line: Line, label: string): Row {
  const shared = {
    ref: line.id,
    label,
    category: inList(line.category),
    ...(line.workload !== undefined && { workload: line.workload }),
    start: line.start,
    end: line.end,
  };
  const claimed = 'claimed' in line && line.claimed !== undefined ? { claimed: line.claimed } : {};
  switch (line.kind) {
    case 'recurring':
      return {
        ...shared,
        ...figures(line.unitCost),
        ...claimed,
        kind: line.kind,
        quantity: line.quantity,
        per: line.per,
        billed: line.billed,
        ...(line.escalator !== 0 && { escalator: line.escalator }),
        ...(line.heldUntil !== line.start && { held: line.heldUntil }),
        ...(line.growth !== 0 && { growth: line.growth }),
        ...(line.renewalUplift !== undefined && { uplift: line.renewalUplift }),
        ...(line.termMonths !== undefined && { term: line.termMonths }),
      };
    case 'one-time':
      return { ...shared, ...figures(line.unitCost), ...claimed, kind: line.kind, quantity: line.quantity };
    case 'percent':
    case 'commitment':
      return {
        ...shared,
        ...figures(line.kind === 'percent' ? line.rate : line.amount),
        ...claimed,
        derived: line.kind,
        of: line.of.map(inList).join('; '),
      };
    case 'graduated':
      return {
        ...shared,
        derived: line.kind,
        of: line.of.map(inList).join('; '),
      };
  }
}

/** A certain figure stands under Likely alone. */
function figures({ low, likely, high }: Estimate): Row {
  return low === high ? { likely } : { low, likely, high };
}

/** Semicolons divide the categories of a list, so one inside a category becomes a comma, in the list and beside it. */
function inList(category: string): string {
  return category.replaceAll(';', ',').trim();
}

/** The bands of graduated lines. They are found by the line's label, so each such label is made the only one. */
function bandsOf(lines: readonly Line[]): { renamed: ReadonlyMap<string, string>; bands: readonly Row[] } {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  const bands: Row[] = [];
  for (const line of lines) {
    if (line.kind !== 'graduated') continue;
    let label = line.label;
    for (let number = 2; taken.has(label.toLowerCase()); number++) label = `${line.label} (${number})`;
    taken.add(label.toLowerCase());
    renamed.set(line.id, label);
    for (const { upTo, rate } of line.tiers) bands.push({ line: label, ...(upTo !== undefined && { upTo }), rate });
  }
  return { renamed, bands };
}

/** Steps so that each stands below those it waits for, otherwise as they were: the sheet reckons downwards. */
function inOrder(steps: readonly PlanStep[]): PlanStep[] {
  const ordered: PlanStep[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const known = new Set(ordered.map(({ id }) => id));
    const next = left.find(({ after }) => after.every((id) => known.has(id)));
    if (!next) break;
    ordered.push(next);
    left = left.filter((step) => step !== next);
  }
  return ordered;
}

/** How many decimals an amount of this worksheet shows. */
export function digitsOf({ settings }: Content): number {
  return minorDigits(String(settings.currency ?? 'EUR'));
}
