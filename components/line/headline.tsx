import Link from 'next/link';
import { VerdictWord } from '@/components/line/verdict';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/format/dates';
import type { LineView } from '@/lib/line/view';

/** The reading in one sentence, in the same type whatever it says; and beside it, Microsoft's version of it. */
export function Headline({ view }: { view: LineView }) {
  const { comparison, reading } = view;
  const own = reading && reading.own.verdict !== 'incomplete' ? reading.own : null;
  const math = comparison && `The math favours ${comparison.favours}.`;
  return (
    <header className="max-w-5xl">
      <p className="flex items-center gap-3 pb-3 text-sm text-muted">
        {reading && <VerdictWord verdict={reading.own.verdict} />}
        The line on {formatDate(view.today)}
      </p>
      <h1 className="text-[1.75rem] leading-tight sm:text-[2.5rem]">
        {own?.sentence ?? math ?? 'Nothing to compare yet.'}
      </h1>
      {comparison && (
        <p className="mt-4 leading-relaxed sm:text-xl">
          {comparison.differenceSentence} <span className="text-muted">{comparison.leverageSentence}</span>
        </p>
      )}
      <div className="mt-6 space-y-3 empty:hidden">
        {view.missing.map(({ what, turnTo, room }) => (
          <Notice key={what} tone="warn" title={what}>
            <p>
              {turnTo}{' '}
              <Link
                prefetch={false}
                href={`/engagements/${view.engagementId}/${room}`}
                className="text-accent underline underline-offset-4"
              >
                {room === 'offer' ? 'To the offer' : 'To the alternative'}
              </Link>
            </p>
          </Notice>
        ))}
        {reading?.explained.map((sentence) => (
          <Notice key={sentence}>{sentence}</Notice>
        ))}
        {reading?.absence && (
          <Notice tone="warn" title={reading.absence.what}>
            <p>
              {reading.absence.turnTo}{' '}
              <Link
                href={`/engagements/${view.engagementId}/threshold`}
                className="text-accent underline underline-offset-4"
              >
                To the threshold
              </Link>
            </p>
            {reading.proposal && <p>{reading.proposal}</p>}
          </Notice>
        )}
      </div>
    </header>
  );
}
