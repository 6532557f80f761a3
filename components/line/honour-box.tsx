import Link from 'next/link';
import type { Honour } from '@/lib/line/honour';

/** The offer is above the line: what was agreed for this case, so that it is kept and not only said. */
export function HonourBox({ honour, engagementId }: { honour: Honour; engagementId: string }) {
  return (
    <section
      aria-labelledby="honour"
      className="mt-8 max-w-3xl rounded-lg border-2 border-threshold bg-surface p-4 sm:p-6"
    >
      <h2 id="honour" className="text-xl">
        {honour.revisit
          ? 'What was agreed for an offer above the line: to be looked at again first'
          : 'The offer is above the line: what was agreed for this case'}
      </h2>
      {honour.revisit && (
        <p className="mt-2 max-w-prose">
          The offer is above the line, and leaving would cost more still. Nothing of this is begun, and nobody speaks of
          it, before leadership has looked at the line again: it draws another, or says that it means this one.
        </p>
      )}
      <blockquote className="mt-3 border-l-2 border-threshold pl-4 font-serif text-lg whitespace-pre-line">
        {honour.statement}
      </blockquote>
      {honour.steps.length > 0 ? (
        <>
          <h3 className="mt-4 text-base font-semibold">The first steps</h3>
          <ol className="mt-1 list-decimal space-y-1 pl-6">
            {honour.steps.map(({ label, months }) => (
              <li key={label}>
                {label}
                <span className="text-muted"> · {months === 1 ? 'one month' : `${months} months`}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p className="mt-3 text-muted">No steps are planned yet: without them nobody can go.</p>
      )}
      {honour.clock && <p className="mt-3">{honour.clock}</p>}
      <p className="mt-3 text-sm text-muted">
        A position raised and not meant costs every later one.{' '}
        <Link href={`/engagements/${engagementId}/plan`} className="text-accent underline underline-offset-4">
          To the plan
        </Link>
        {' · '}
        <Link href={`/engagements/${engagementId}/threshold`} className="text-accent underline underline-offset-4">
          How the deal ends
        </Link>
      </p>
    </section>
  );
}
