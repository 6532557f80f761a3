import Link from 'next/link';
import { VerdictWord } from '@/components/line/verdict';
import { DecidePanel } from '@/components/thresholds/decide-panel';
import { Kept } from '@/components/thresholds/kept';
import { Approvers, StateWord, Story, Terms } from '@/components/thresholds/threshold-card';
import { Notice } from '@/components/ui/notice';
import { formatMoneyCompact } from '@/lib/format/money';
import type { ComparedView, DecideView } from '@/lib/thresholds/view';

/** One threshold on one page, made for a phone: what it says, what it would cost, what could be wrong, who has decided. */
export function DecidePage({ view, comparison }: { view: DecideView; comparison: ComparedView | null }) {
  const { threshold, currency, reading } = view;
  return (
    <article className="max-w-2xl space-y-8">
      <header>
        <p className="flex flex-wrap items-center gap-3 pb-2 text-sm text-muted">
          <StateWord threshold={threshold} />
          <Link
            href={`/engagements/${view.engagementId}/threshold`}
            className="inline-flex min-h-11 items-center underline underline-offset-4 print:hidden"
          >
            All thresholds
          </Link>
        </p>
        <h1 className="text-2xl sm:text-3xl">The line above which we leave</h1>
        <Terms threshold={threshold} currency={currency} />
        {threshold.state === 'stale' && (
          <div className="mt-4">
            <Notice tone="warn">{threshold.sentence}</Notice>
          </div>
        )}
      </header>
      <section aria-labelledby="reading" className="border-t border-strong-rule pt-3">
        <h2 id="reading" className="text-xl">
          What it says today
        </h2>
        {reading ? (
          <p className="mt-2 font-serif text-lg leading-snug">
            <VerdictWord verdict={reading.verdict} /> {reading.sentence}
          </p>
        ) : (
          <p className="mt-2 text-muted">There is nothing to read yet: an offer or a costed alternative is missing.</p>
        )}
        <dl className="mt-4 space-y-3">
          {view.figures.map(({ name, value, detail }) => (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd>
                <span className="figures mr-2 font-serif text-2xl font-semibold">
                  {formatMoneyCompact(value, currency)}
                </span>
                <span className="text-sm text-muted">{detail}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="wrong" className="border-t border-strong-rule pt-3">
        <h2 id="wrong" className="text-xl">
          What could be wrong
        </h2>
        {view.certainty && <p className="mt-2 text-muted">{view.certainty}</p>}
        <ol className="mt-3 space-y-3">
          {view.uncertain.map(({ label, sentence }) => (
            <li key={label}>
              <p className="font-medium">{label}</p>
              <p className="text-sm text-muted">{sentence}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="others" className="border-t border-strong-rule pt-3">
        <h2 id="others" className="mb-3 text-xl">
          Who else has decided
        </h2>
        <Approvers threshold={threshold} />
      </section>
      {view.deciding ? (
        <DecidePanel view={view} deciding={view.deciding} />
      ) : (
        view.notDeciding && <Notice>{view.notDeciding}</Notice>
      )}
      <section aria-labelledby="became" className="border-t border-strong-rule pt-3">
        <h2 id="became" className="mb-3 text-xl">
          What became of it
        </h2>
        <Story threshold={threshold} />
      </section>
      <Kept view={view} comparison={comparison} />
    </article>
  );
}
