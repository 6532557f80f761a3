import Link from 'next/link';
import { VerdictWord } from '@/components/line/verdict';
import { DecidePanel } from '@/components/thresholds/decide-panel';
import { Kept } from '@/components/thresholds/kept';
import { Approvers, Facts, Statement, StateWord, Story } from '@/components/thresholds/threshold-card';
import { Notice } from '@/components/ui/notice';
import { formatMoney, formatMoneyCompact } from '@/lib/format/money';
import type { ComparedView, DecideView } from '@/lib/thresholds/view';

/**
 * One threshold on one page, made for a phone: the line beside the one in force, what it says, what we would do, what
 * it would cost, what could be wrong, who has decided. What it rests on and what became of it are folded away.
 */
export function DecidePage({ view, comparison }: { view: DecideView; comparison: ComparedView | null }) {
  const { threshold, currency, reading, inForce } = view;
  return (
    <article className={`max-w-2xl space-y-5 ${view.deciding ? 'max-sm:pb-20' : ''}`}>
      <header>
        <p className="flex items-center justify-between gap-3 text-sm text-muted">
          <StateWord threshold={threshold} />
          <Link
            href={`/engagements/${view.engagementId}/threshold`}
            className="inline-flex min-h-11 items-center underline underline-offset-4 print:hidden"
          >
            All thresholds
          </Link>
        </p>
        <h1 className="text-base font-normal text-muted">The line above which we leave, all in</h1>
        <dl className="flex flex-wrap items-end gap-x-8 gap-y-2">
          <Amount name={inForce ? 'Proposed' : threshold.word} value={formatMoney(threshold.amount, currency)} large />
          {inForce && <Amount name="In force now" value={formatMoney(inForce.amount, currency)} />}
        </dl>
        {inForce && <p className="mt-1 text-sm text-muted">{inForce.sentence}</p>}
        {threshold.state === 'stale' && (
          <div className="mt-3">
            <Notice tone="warn">{threshold.sentence}</Notice>
          </div>
        )}
      </header>
      <section aria-label="What it says today">
        {reading ? (
          <p className="font-serif text-xl leading-snug">
            <VerdictWord verdict={reading.verdict} /> {reading.sentence}
          </p>
        ) : (
          <p className="text-muted">There is nothing to read yet: an offer or a costed alternative is missing.</p>
        )}
        <Statement threshold={threshold} />
      </section>
      <dl className="grid grid-cols-2 gap-x-4 border-t border-strong-rule pt-3">
        {view.figures.map(({ name, value, detail }) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd>
              <span className="figures block font-serif text-2xl font-semibold">
                {formatMoneyCompact(value, currency)}
              </span>
              <span className="block text-xs text-muted">{detail}</span>
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="wrong" className="border-t border-strong-rule pt-3">
        <h2 id="wrong" className="text-lg">
          What could be wrong
        </h2>
        {view.certainty && <p className="text-sm text-muted">{view.certainty}</p>}
        <ol className="mt-2 space-y-1.5 text-sm">
          {view.uncertain.map(({ label, sentence }) => (
            <li key={label}>
              <span className="font-medium">{label}. </span>
              <span className="text-muted">{sentence}</span>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="others" className="border-t border-strong-rule pt-3">
        <h2 id="others" className="mb-1 text-lg">
          Who has decided
        </h2>
        <Approvers threshold={threshold} />
      </section>
      {view.deciding ? (
        <DecidePanel view={view} deciding={view.deciding} />
      ) : (
        view.notDeciding && <Notice>{view.notDeciding}</Notice>
      )}
      <Folded title="What it rests on">
        <Facts threshold={threshold} currency={currency} />
      </Folded>
      <Folded title="What became of it">
        <Story threshold={threshold} />
      </Folded>
      <Folded title="What was kept, and this line beside others" open={comparison !== null}>
        <Kept view={view} comparison={comparison} />
      </Folded>
    </article>
  );
}

function Amount({ name, value, large = false }: { name: string; value: string; large?: boolean }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className={`figures font-serif font-semibold ${large ? 'text-3xl sm:text-4xl' : 'text-xl text-muted'}`}>
        {value}
      </dd>
    </div>
  );
}

function Folded({ title, open = false, children }: { title: string; open?: boolean; children: React.ReactNode }) {
  return (
    <details open={open} className="border-t border-rule">
      <summary className="min-h-11 cursor-pointer py-2.5 text-accent underline underline-offset-4">{title}</summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
