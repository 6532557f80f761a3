import { FiguresTable } from '@/components/charts/figures-table';
import { Picture } from '@/components/charts/picture';
import { Tornado } from '@/components/charts/tornado';
import { Section } from '@/components/line/section';
import { formatAmount, formatCompact, formatMoneyCompact } from '@/lib/format/money';
import type { Comparison, LineView } from '@/lib/line/view';

const shown = 10;

/** The sensitivity picture: which estimates matter, widest first. */
export function Swings({ view, comparison }: { view: LineView; comparison: Comparison }) {
  const { currency } = view;
  const { leverage, swings } = comparison;
  const turning = swings.filter(({ turns }) => turns).map(({ label }) => label);
  const exact = (value: number) => formatAmount(value, currency);
  if (swings.length === 0) {
    return (
      <Section
        title="What would move it"
        says="Every figure is entered as certain, so none of them moves the result."
      />
    );
  }
  const turnsIt =
    turning.length === 0
      ? 'No single estimate, at its low or its high, turns the result.'
      : `${turning.length === 1 ? 'One estimate alone turns' : `${turning.length} estimates, each alone, turn`} the result: ${turning.slice(0, 3).join(', ')}${turning.length > 3 ? ' and others' : ''}.`;
  return (
    <Section
      title="What would move it"
      says={`The leverage with one estimate at its low or its high and all others as likely. ${turnsIt}`}
    >
      <Picture
        alt={`Sensitivity of the leverage. ${turnsIt} Widest: ${swings
          .slice(0, 3)
          .map(
            ({ label, atLow, atHigh }) =>
              `${label}, ${formatMoneyCompact(atLow, currency)} at its low, ${formatMoneyCompact(atHigh, currency)} at its high`,
          )
          .join('; ')}`}
        caption={
          <>
            Leverage: what staying costs more than leaving, present value in {currency}; at 0 both cost the same. Pale:
            the estimate at its low. Full: at its high.
            {swings.length > shown && ` The ${shown} widest of ${swings.length}; the table has them all.`}
          </>
        }
        table={
          <FiguresTable
            caption={`Leverage with one estimate at its low or high, present value in ${currency}`}
            columns={['', 'Leverage at its low', 'Leverage at its high', 'Width']}
            rows={swings.map(({ id, label, side, atLow, atHigh }) => ({
              key: id,
              head: `${label} (${side})`,
              cells: [exact(atLow), exact(atHigh), exact(Math.abs(atHigh - atLow))],
            }))}
          />
        }
      >
        <Tornado
          middle={leverage}
          middleLabel={`As likely ${formatMoneyCompact(leverage, currency)}`}
          rows={swings.slice(0, shown).map(({ id, label, side, atLow, atHigh }) => ({
            key: id,
            label,
            detail: side,
            tone: side,
            atLow,
            atHigh,
            text: `${formatCompact(Math.min(atLow, atHigh))} to ${formatCompact(Math.max(atLow, atHigh))}`,
          }))}
        />
      </Picture>
    </Section>
  );
}
