import Link from 'next/link';
import { testsText } from '@/components/outcomes/words';
import { formatDate } from '@/lib/format/dates';
import { formatAmount, formatPercent } from '@/lib/format/money';
import type { OutcomeView } from '@/lib/outcomes/view';
import { outcomeWords } from '@/lib/portfolio/words';

const unknown = '–';
const heads = ['First offer', 'Last offer', 'Moved', 'The line', 'Tests of the walk', 'Ready at T−3'] as const;

/** Every deal that ended, a row each; on a phone a small list each. */
export function OutcomesTable({ outcomes }: { outcomes: readonly OutcomeView[] }) {
  return (
    <table className="w-full text-sm max-lg:block">
      <caption className="sr-only">How each deal ended</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-b border-strong-rule text-right text-muted">
          <th scope="col" className="py-2 pr-4 text-left font-medium">
            Deal
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="py-2 pl-4 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-rule max-lg:block">
        {outcomes.map((outcome) => (
          <Row key={outcome.id} outcome={outcome} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ outcome }: { outcome: OutcomeView }) {
  const { id, client, currency, ending, endedOn, aboveLine, movement, line, tests, prepared } = outcome;
  const amount = (value: number | null | undefined) =>
    value === null || value === undefined ? unknown : `${currency} ${formatAmount(value, currency)}`;
  const cells = [
    amount(movement?.first),
    amount(movement?.last),
    movement?.share == null ? unknown : signed(movement.share),
    amount(line),
    testsText(tests),
    prepared ? `${prepared.real} of 6, ${prepared.level}` : 'not followed then',
  ];
  return (
    <tr className="text-right max-lg:block max-lg:py-3">
      <th scope="row" className="py-2.5 pr-4 text-left font-medium max-lg:block max-lg:p-0">
        <Link
          prefetch={false}
          href={`/engagements/${id}/outcome`}
          className="inline-flex min-h-8 items-center underline underline-offset-4 max-lg:min-h-11"
        >
          {client}
        </Link>
        <span className="block text-xs font-normal text-muted">
          {outcomeWords[ending]} {formatDate(endedOn)}
          {aboveLine && <span className="text-threshold">, above the line</span>}
        </span>
      </th>
      {heads.map((head, index) => (
        <td
          key={head}
          data-column={head}
          className="figures py-2.5 pl-4 max-lg:flex max-lg:justify-between max-lg:gap-4 max-lg:p-0 max-lg:before:text-muted max-lg:before:content-[attr(data-column)]"
        >
          {cells[index]}
        </td>
      ))}
    </tr>
  );
}

function signed(share: number): string {
  return `${share > 0 ? '+' : ''}${formatPercent(share)}`;
}
