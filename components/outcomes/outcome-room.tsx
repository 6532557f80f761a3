import Link from 'next/link';
import { Ended } from '@/components/decisions/ended';
import type { DecisionView } from '@/lib/decisions/view';
import { formatDate } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import { wordOf } from '@/lib/outcomes/evidence';
import type { OneOutcome } from '@/lib/outcomes/view';
import { outcomeWords, testWords } from '@/lib/posture/vocabulary';

type Props = {
  readonly engagementId: string;
  readonly outcome: OneOutcome;
  /** How the deal ended; null while it has not. */
  readonly end: DecisionView | null;
  /** The line in force at the end, or now; null where there is none. */
  readonly line: number | null;
  readonly today: string;
};

/** How the deal ended, at what, and whether the walk was tested and honoured; until then how it stands. */
export function OutcomeRoom({ engagementId, outcome, end, line, today }: Props) {
  const { currency, first, last, movement, tests, prepared } = outcome;
  const money = (amount: number) => formatMoney(amount, currency);
  return (
    <div>
      <h1 className="text-4xl">Outcome</h1>
      <p className="mt-2 mb-6 max-w-2xl text-muted">
        {end
          ? 'How the deal ended, how far the offer moved, and whether the walk was tested.'
          : 'This deal has not ended. So far:'}
      </p>
      {end && <Ended end={end} />}
      <dl className="grid max-w-5xl gap-px overflow-hidden rounded-lg border border-rule bg-rule sm:grid-cols-2 lg:grid-cols-4">
        <Figure name="First offer" figure={first && money(first.cost)} note={first?.label ?? 'none is costed yet'} />
        <Figure name={end ? 'Last offer' : 'Offer now'} figure={last && money(last.cost)} note={last?.label ?? ''} />
        <Figure
          name="Moved"
          figure={movement && money(movement.last - movement.first)}
          note={movement?.share == null ? '' : `It ${wordOf(movement.share)}`}
        />
        <Figure
          name="The line"
          figure={line === null ? null : money(line)}
          note={line === null ? 'none was in force' : lineNote(last?.cost ?? null, line, money)}
        />
      </dl>
      <section aria-labelledby="ready" className="mt-10 max-w-3xl">
        <h2 id="ready" className="text-2xl">
          How prepared
        </h2>
        <p className="mt-2">{preparedText(outcome, today)}</p>
        {prepared === null && outcome.measuredOn > today && (
          <p className="mt-1">
            <Link
              prefetch={false}
              href={`/engagements/${engagementId}/readiness`}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              How ready you are now
            </Link>
          </p>
        )}
      </section>
      <section aria-labelledby="tested" className="mt-10 max-w-3xl">
        <h2 id="tested" className="text-2xl">
          Tests of the walk
        </h2>
        {tests.length === 0 ? (
          <p className="mt-2">None is in the log.</p>
        ) : (
          <ol className="mt-3 divide-y divide-rule rounded-lg border border-rule bg-surface px-4 sm:px-6">
            {tests.map((test) => (
              <li key={test.id} className="py-4">
                <p className="font-medium">
                  {testWords[test.kind]}, {formatDate(test.on)}
                </p>
                <p className="mt-1 whitespace-pre-line">{test.theyDid}</p>
                <p className="mt-2 font-medium">{test.outcome ? outcomeWords[test.outcome] : 'Not closed yet'}</p>
                {test.weDid && <p className="mt-1 whitespace-pre-line">{test.weDid}</p>}
                {test.taught && <p className="mt-2 whitespace-pre-line text-muted">What it taught: {test.taught}</p>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <p className="mt-10">
        <Link
          prefetch={false}
          href="/outcomes"
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          All your outcomes
        </Link>
      </p>
    </div>
  );
}

function Figure({ name, figure, note }: { name: string; figure: string | null; note: string }) {
  return (
    <div className="bg-surface p-4">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="figures mt-1 font-serif text-2xl font-semibold">{figure ?? '–'}</dd>
      {note && <dd className="mt-1 text-sm text-muted">{note}</dd>}
    </div>
  );
}

function lineNote(cost: number | null, line: number, money: (amount: number) => string): string {
  if (cost === null) return '';
  if (cost === line) return 'the offer is exactly at it';
  return `the offer is ${money(Math.abs(cost - line))} ${cost > line ? 'above' : 'below'} it`;
}

function preparedText({ prepared, measuredOn }: OneOutcome, today: string): string {
  const day = formatDate(measuredOn);
  if (measuredOn > today) return `It is measured on ${day}, three months before the renewal.`;
  if (prepared === null) return `Readiness was not followed by ${day}, so nothing is known of it.`;
  return `On ${day}, three months before the renewal or at the end if that came first, ${prepared.real} of 6 pillars were real: ${prepared.level}.`;
}
