'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Making } from '@/components/decisions/making';
import { lost, means, theWord } from '@/components/decisions/words';
import { FormErrors } from '@/components/forms/form-errors';
import { StepUp } from '@/components/people/step-up';
import { Button } from '@/components/ui/button';
import { ShortHash } from '@/components/ui/short-hash';
import { joinDecision } from '@/lib/decisions/actions';
import type { DecisionsView, DecisionView } from '@/lib/decisions/view';
import { formatMoney } from '@/lib/format/money';
import type { ActionError } from '@/lib/server/errors';

/** How the deal ends: what is recorded, and for an executive, the way to record it. */
export function Ending({ view }: { view: DecisionsView }) {
  if (view.end && view.others.length === 0) return null;
  return (
    <section aria-labelledby="ending" className="mt-12 max-w-5xl border-t border-strong-rule pt-4">
      <h2 id="ending" className="text-2xl">
        {view.end ? 'Begun, and not the end' : 'How the deal ends'}
      </h2>
      {!view.end && view.others.length === 0 && (
        <p className="mt-2 max-w-prose text-muted">
          Nothing is decided yet. It ends once, with an executive’s word, freshly confirmed: signed, left or extended.
        </p>
      )}
      <ul className="mt-3 space-y-4">
        {view.others.map((decision) => (
          <li key={decision.id} className="rounded-lg border border-rule bg-surface p-4">
            <Begun decision={decision} engagementId={view.engagementId} ended={view.end !== null} />
          </li>
        ))}
      </ul>
      {view.making && <Making view={view} making={view.making} />}
    </section>
  );
}

/** An end that waits for others to say so too, or waited when the deal ended otherwise. */
function Begun({ decision, engagementId, ended }: { decision: DecisionView; engagementId: string; ended: boolean }) {
  const [joining, setJoining] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const router = useRouter();
  async function join(stepUpId: string) {
    const voice = { engagementId, decisionId: decision.id, stepUpId };
    // Where the connection was lost after the click, the same is sent once more: it counts once.
    const answer = await joinDecision(voice)
      .catch(() => joinDecision(voice))
      .catch(() => ({ ok: false as const, errors: [lost] }));
    setErrors(answer.ok ? [] : answer.errors);
    setJoining(false);
    router.refresh();
  }
  return (
    <>
      <p>
        <span className="font-serif text-xl font-semibold">To {theWord[decision.kind].toLowerCase()}</span>
        <span className="text-muted">
          {' '}
          · {decision.offer}
          {decision.cost !== null && `, ${formatMoney(decision.cost, decision.currency)}`} · {decision.madeBy},{' '}
          {decision.madeOn}
        </span>
      </p>
      {decision.aboveLine && <p className="mt-1 font-medium text-threshold">Above the line that was in force.</p>}
      {decision.reason && <p className="mt-2 max-w-prose whitespace-pre-line">“{decision.reason}”</p>}
      <p className="mt-2 text-sm text-muted">
        {decision.voices.length} of {decision.quorum}: {decision.voices.map(({ name }) => name).join(', ')}.{' '}
        {ended ? 'It never counted: the deal ended otherwise.' : 'It counts once the others say so too.'}
      </p>
      <ShortHash of="what it was begun upon" hash={decision.hash} />
      <FormErrors errors={errors} />
      {decision.joining &&
        (joining ? (
          <div className="mt-3">
            <StepUp
              purpose="decision.make"
              content={decision.joining}
              onConfirmed={join}
              onCancel={() => setJoining(false)}
            >
              You say so too: {means[decision.kind]}. With enough voices the deal has ended, and that is not taken back.
            </StepUp>
          </div>
        ) : (
          <Button className="mt-3" onClick={() => setJoining(true)}>
            Say so too
          </Button>
        ))}
    </>
  );
}
