import { Categories } from '@/components/readiness/categories';
import { LevelHistory } from '@/components/readiness/level-history';
import { Pillars } from '@/components/readiness/pillars';
import { AgreementDates } from '@/components/timeline/agreement-dates';
import { Milestones } from '@/components/timeline/milestones';
import { TimelinePicture } from '@/components/timeline/timeline-picture';
import { TimelineTable } from '@/components/timeline/timeline-table';
import type { CriterionView, ReadinessView } from '@/lib/preparedness/view';
import type { PillarName } from '@/lib/readiness/criterion';

const pillarWords: Readonly<Record<PillarName, string>> = {
  alternative: 'the alternative',
  switching: 'the switching cost',
  plan: 'the plan',
  leadership: 'leadership',
  timeline: 'the timeline',
  posture: 'posture',
};

/** Six pillars at a glance, what to do next, how the level moved, and the days of the deal. */
export function ReadinessRoom({ view }: { view: ReadinessView }) {
  return (
    <div>
      <header className="max-w-4xl">
        <p className="flex items-center gap-3 pb-3 text-sm text-muted">Readiness: {view.level}</p>
        <h1 className="text-[1.75rem] leading-tight sm:text-4xl">{view.title}</h1>
        <p className="mt-3 text-lg sm:text-xl">{view.detail}</p>
        {view.weakest && (
          <p className="mt-2 text-muted">
            The chain holds as much as its weakest link, which is {pillarWords[view.weakest]}.
          </p>
        )}
      </header>
      <Pillars view={view} />
      <Next
        next={view.next}
        hidden={view.pillars
          .filter(({ criteria, state }) => criteria.length === 0 && state !== 'real')
          .map(({ name }) => name)}
      />
      {view.categories && <Categories view={view} categories={view.categories} />}
      <LevelHistory view={view} />
      <section aria-labelledby="timeline" className="mt-12">
        <h2 id="timeline" className="scroll-mt-6 text-2xl">
          Timeline
        </h2>
        <p className="mt-1 max-w-3xl text-muted">
          Every day of the deal from eighteen months before the renewal to six after it: ours above, the agreement’s and
          Microsoft’s below.
        </p>
        <TimelinePicture view={view} />
        <TimelineTable view={view} />
        <AgreementDates view={view} />
        <Milestones view={view} />
      </section>
    </div>
  );
}

function Next({ next, hidden }: { next: readonly CriterionView[]; hidden: readonly PillarName[] }) {
  if (next.length === 0 && hidden.length === 0) return null;
  return (
    <section aria-labelledby="next" className="mt-10">
      <h2 id="next" className="text-2xl">
        What to mend next
      </h2>
      <ol className="mt-3 max-w-4xl list-none divide-y divide-rule rounded-lg border border-rule bg-surface">
        {next.map(({ id, name, reason, overdue, places, owner }, index) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3">
            <span className="w-6 text-muted tabular-nums">{index + 1}.</span>
            <span className="min-w-0 flex-1 basis-64">
              {overdue && <strong className="text-bad">Overdue. </strong>}
              {reason}{' '}
              <span className="text-muted">
                ({id} {name.toLowerCase()}
                {owner && `, ${owner.name}`})
              </span>
            </span>
            {places[0] && (
              <a
                href={places[0].href}
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 print:hidden"
              >
                Mend it
              </a>
            )}
          </li>
        ))}
        {hidden.map((name) => (
          <li key={name} className="px-4 py-3 text-muted">
            {pillarWords[name].charAt(0).toUpperCase()}
            {pillarWords[name].slice(1)} is not real yet. Others see to it.
          </li>
        ))}
      </ol>
    </section>
  );
}
