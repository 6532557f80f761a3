import { ShortHash } from '@/components/ui/short-hash';
import type { DecisionView } from '@/lib/decisions/view';
import { formatMoney } from '@/lib/format/money';
import { outcomeWords } from '@/lib/portfolio/words';

/** How the deal has ended, said large: which end, by whom and when, upon which offer, and what that cost against the line. */
export function Ended({ end }: { end: DecisionView }) {
  return (
    <section
      aria-labelledby="ended"
      className="mb-8 max-w-5xl rounded-lg border-2 border-strong-rule bg-surface p-4 sm:p-6"
    >
      <h2 id="ended" className="text-sm text-muted">
        How the deal ended
      </h2>
      <p className="font-serif text-4xl font-semibold sm:text-5xl">{outcomeWords[end.kind]}</p>
      <p className="mt-2">
        {end.madeOn}, by {end.voices.map(({ name }) => name).join(', ')}
      </p>
      <dl className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-3">
        <Fact name="The offer" text={end.offer} />
        {end.cost !== null && <Fact name="Its all-in cost" text={formatMoney(end.cost, end.currency)} />}
        {end.cost !== null && (
          <Fact
            name="Against the line"
            text={
              end.line === null
                ? 'No line was in force'
                : end.cost === end.line
                  ? 'Exactly at it'
                  : `${formatMoney(Math.abs(end.cost - end.line), end.currency)} ${end.cost > end.line ? 'above' : 'below'} it`
            }
          />
        )}
      </dl>
      {end.aboveLine && <p className="mt-3 font-medium text-threshold">Signed above the line that was in force.</p>}
      {end.reason && <p className="mt-3 max-w-prose whitespace-pre-line">“{end.reason}”</p>}
      <ShortHash of="what it was decided upon, and of the end itself" hash={end.hash} />
    </section>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="figures font-medium">{text}</dd>
    </div>
  );
}
