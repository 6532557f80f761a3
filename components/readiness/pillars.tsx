import { CriterionOwner } from '@/components/readiness/criterion-owner';
import { StateMark } from '@/components/readiness/state-mark';
import type { CriterionView, PillarView, ReadinessView } from '@/lib/preparedness/view';
import type { PillarName } from '@/lib/readiness/criterion';

const titles: Readonly<Record<PillarName, { readonly name: string; readonly means: string }>> = {
  alternative: { name: 'Alternative', means: 'A genuine alternative is costed' },
  switching: { name: 'Switching', means: 'The switching cost is ours, not Microsoft’s' },
  plan: { name: 'Plan', means: 'We could really go' },
  leadership: { name: 'Leadership', means: 'The organisation would take it' },
  timeline: { name: 'Timeline', means: 'The clock is ours' },
  posture: { name: 'Posture', means: 'Evident and unspoken' },
};

export function Pillars({ view }: { view: ReadinessView }) {
  return (
    <section aria-label="The six pillars" className="mt-8 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {view.pillars.map((pillar) => (
        <Pillar key={pillar.name} pillar={pillar} view={view} />
      ))}
    </section>
  );
}

function Pillar({ pillar, view }: { pillar: PillarView; view: ReadinessView }) {
  const { name, means } = titles[pillar.name];
  const weakest = view.weakest === pillar.name;
  return (
    <article
      aria-labelledby={`pillar-${pillar.name}`}
      className={`rounded-lg border bg-surface p-4 sm:p-5 print:break-inside-avoid ${weakest ? 'border-strong-rule' : 'border-rule'}`}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={`pillar-${pillar.name}`} className="text-xl">
          {name}
        </h2>
        <StateMark state={pillar.state} />
      </div>
      <p className="text-sm text-muted">
        {means}
        {weakest && ' · the weakest link'}
      </p>
      {pillar.criteria.length === 0 ? (
        <p className="mt-3 text-sm">Why it stands so is not shown to your role.</p>
      ) : (
        <ul className="mt-3 divide-y divide-rule">
          {pillar.criteria.map((criterion) => (
            <Criterion key={criterion.id} criterion={criterion} view={view} />
          ))}
        </ul>
      )}
      {pillar.partly && (
        <p className="mt-2 text-sm text-muted">The rest of it is leadership’s, and not shown to your role.</p>
      )}
    </article>
  );
}

function Criterion({ criterion, view }: { criterion: CriterionView; view: ReadinessView }) {
  const { id, name, met, overdue, reason, places, owner } = criterion;
  return (
    <li id={`criterion-${id}`} className="scroll-mt-6 py-2.5">
      <p className="flex items-baseline gap-2">
        <span aria-hidden="true" className={`w-4 shrink-0 font-semibold ${met ? 'text-good' : 'text-bad'}`}>
          {met ? '✓' : '✗'}
        </span>
        <span className="font-medium">
          {name} <span className="text-sm font-normal text-muted">{id}</span>
          <span className="sr-only">{met ? ', met' : ', not met'}</span>
        </span>
        {overdue && <span className="text-sm font-semibold text-bad">overdue</span>}
      </p>
      <div className="pl-6 text-sm">
        <p>{reason}</p>
        {places.length > 0 && (
          <ul className="flex flex-wrap gap-x-4 print:hidden">
            {places.map(({ label, href, owner: whose }) => (
              <li key={`${href} ${label}`}>
                <a
                  href={href}
                  className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-8"
                >
                  {label}
                </a>
                {whose && <span className="text-muted"> {whose}</span>}
              </li>
            ))}
          </ul>
        )}
        <CriterionOwner criterion={id} owner={owner} view={view} />
      </div>
    </li>
  );
}
