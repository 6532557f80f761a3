import { formatDate } from '@/lib/format/dates';
import { formatAmount, formatMultiple, formatPercent } from '@/lib/format/money';
import { sayingOf } from '@/lib/line/reading';
import { confidenceOf } from '@/lib/model/reading';
import { firstMonth } from '@/lib/model/side';
import type { AlternativeAssessment, Assessment, Model, Percentiles, Reading } from '@/lib/model/types';
import { columnsOf, type Mark, scaleOf } from './layout';

/** What an assessment says, on a page of text. */
export function reportOf(file: string, model: Model, assessment: Assessment): string {
  const { offer, alternatives, reading } = assessment;
  const amount = (value: number) => formatAmount(value, model.currency);
  const labelOf = ({ id }: AlternativeAssessment) => {
    const label = model.alternatives.find((alternative) => alternative.id === id)?.label ?? id;
    return id === model.chosen ? `${label} (chosen)` : label;
  };
  const mark = (label: string, at: number, drawn?: Percentiles): Mark => ({
    label,
    at,
    shown: amount(at),
    ...(drawn && { band: { from: drawn.p10, to: drawn.p90 } }),
  });
  const chosen = alternatives.find(({ id }) => id === model.chosen);
  const sections = [
    section(
      `The line: present values in ${model.currency} at ${formatPercent(model.discountRate)} over ${model.horizonMonths} months`,
      scaleOf([
        mark(model.offer.label || 'Offer', offer.presentValue, alternatives[0]?.simulation.offer),
        ...alternatives.flatMap((own) => [
          mark(labelOf(own), own.presentValue, own.simulation.alternative),
          ...(own.inflation === null ? [] : [mark('  Microsoft’s version', own.vendorVersion.presentValue)]),
        ]),
        ...(model.threshold ? [mark('Walk threshold', model.threshold.amount)] : []),
      ]),
    ),
    section('The reading', readingLines(model, reading)),
    section('Against the offer', columnsOf(['', ...alternatives.map(labelOf)], againstOffer(alternatives, amount))),
    section(
      'Nominal cost by contract year',
      columnsOf(
        ['', 'Offer', ...alternatives.map(labelOf)],
        yearsOf(model).map(({ key, label }) => [
          label,
          amount(offer.byYear[key] ?? 0),
          ...alternatives.map(({ byYear }) => amount(byYear[key] ?? 0)),
        ]),
      ),
    ),
    section(
      'What each clause of the offer costs',
      columnsOf(
        ['', ''],
        [
          ['Renewal uplift', amount(offer.terms.renewalUplift)],
          ['Escalator', amount(offer.terms.escalator)],
          ['Growth', amount(offer.terms.growth)],
          ['Commitment', amount(offer.terms.commitment)],
          ['Support', amount(offer.terms.support)],
        ],
      ),
    ),
    chosen
      ? section('What moves the leverage most', columnsOf(['', 'At low', 'At high'], swingsOf(chosen, model, amount)))
      : [],
    chosen && chosen.byWorkload.length > 1
      ? section(
          'Present value per workload',
          columnsOf(
            ['', 'Offer', labelOf(chosen), 'Difference'],
            chosen.byWorkload.map((row) => [
              row.workload || 'No workload',
              amount(row.offer),
              amount(row.alternative),
              amount(row.leverage),
            ]),
          ),
        )
      : [],
  ];
  return [file, '='.repeat(file.length), ...sections.flat(), ''].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`.trimEnd())];
}

function readingLines(model: Model, { verdict, vendorVersion }: Reading): string[] {
  if (verdict === 'incomplete') return [`Incomplete. The file has no ${missingFrom(model).join(', and no ')}.`];
  const [own, vendor] = [sayingOf(verdict), sayingOf(vendorVersion)];
  const lines = [`${own.word}. ${own.sentence}`];
  return verdict === vendorVersion ? lines : [...lines, `In Microsoft’s version: ${vendor.word}. ${vendor.sentence}`];
}

function missingFrom({ offer, alternatives, chosen, threshold }: Model): string[] {
  const costed = alternatives.some(({ id, lines }) => id === chosen && lines.length > 0);
  return [
    ...(offer.lines.length > 0 ? [] : ['offer with lines']),
    ...(costed ? [] : ['chosen alternative with lines']),
    ...(threshold ? [] : ['threshold']),
  ];
}

function againstOffer(alternatives: readonly AlternativeAssessment[], amount: (value: number) => string): string[][] {
  const row = (label: string, of: (own: AlternativeAssessment) => string) => [label, ...alternatives.map(of)];
  const orNone = <T>(value: T | null, said: (value: T) => string) => (value === null ? 'none' : said(value));
  return [
    row('To run', ({ run }) => amount(run)),
    row('To switch', ({ switching }) => amount(switching)),
    row('All-in cost', ({ presentValue }) => amount(presentValue)),
    row('  in Microsoft’s version', ({ vendorVersion }) => amount(vendorVersion.presentValue)),
    row('  claims against cost', ({ inflation }) => orNone(inflation, formatMultiple)),
    row('  nominal', ({ nominal }) => amount(nominal)),
    row('Leverage: staying less leaving', ({ leverage }) => amount(leverage)),
    row('  80 % of draws from', ({ simulation }) => amount(simulation.leverage.p10)),
    row('  to', ({ simulation }) => amount(simulation.leverage.p90)),
    row('  the offer costs more in', ({ simulation: { pOfferCostsMore } }) => formatPercent(pOfferCostsMore)),
    row('  which is', ({ simulation: { pOfferCostsMore } }) => confidenceOf(pOfferCostsMore)),
    row('Break-even: discount', ({ breakEven }) => orNone(breakEven.discount, formatPercent)),
    row('  switching cost', ({ breakEven }) => orNone(breakEven.switchingMultiple, formatMultiple)),
    row('  month', ({ breakEven }) => orNone(breakEven.month, breakEvenMonth)),
    row('Walk by', ({ plan }) => (plan ? formatDate(plan.walkBy) : 'no plan')),
  ];
}

/** Months count from the renewal; ahead from the first month there is, nothing has been paid before. */
function breakEvenMonth(month: number): string {
  return month === firstMonth ? 'from the start' : `month ${month}`;
}

function yearsOf({ horizonMonths }: Model): { key: string; label: string }[] {
  const years = Array.from({ length: Math.ceil(horizonMonths / 12) }, (_, index) => String(index + 1));
  return [{ key: 'pre', label: 'Before renewal' }, ...years.map((year) => ({ key: year, label: `Year ${year}` }))];
}

/** The widest swings, as many as one takes in at a glance. */
function swingsOf({ sensitivity }: AlternativeAssessment, model: Model, amount: (value: number) => string): string[][] {
  const lines = [...model.offer.lines, ...model.alternatives.flatMap((alternative) => alternative.lines)];
  return sensitivity
    .slice(0, 8)
    .map(({ line, low, high }) => [lines.find(({ id }) => id === line)?.label ?? line, amount(low), amount(high)]);
}
