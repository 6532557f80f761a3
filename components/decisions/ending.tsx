'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea } from '@/components/forms/text-field';
import { StepUp } from '@/components/people/step-up';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { joinDecision, makeDecision } from '@/lib/decisions/actions';
import type { DecisionKind } from '@/lib/decisions/schema';
import type { DecisionsView, DecisionView } from '@/lib/decisions/view';
import { formatInstant } from '@/lib/format/dates';
import type { ActionError } from '@/lib/server/errors';

const kinds: Record<DecisionKind, { readonly label: string; readonly done: string; readonly means: string }> = {
  sign: { label: 'Sign', done: 'Signed', means: 'the organisation signs this offer' },
  leave: { label: 'Leave', done: 'Left', means: 'the organisation does not sign, and leaves' },
  extend: { label: 'Extend', done: 'Extended', means: 'the present agreement goes on for a while' },
};

/** How the deal ends: what is recorded, and for an executive, the way to record it. */
export function Ending({ view }: { view: DecisionsView }) {
  return (
    <section aria-labelledby="ending" className="mt-12 max-w-4xl border-t border-strong-rule pt-4">
      <h2 id="ending" className="text-2xl">
        How the deal ends
      </h2>
      {view.decisions.length === 0 && (
        <p className="mt-2 max-w-prose text-muted">
          Nothing is decided yet. It ends with an executive’s word, freshly confirmed: signed, left or extended.
        </p>
      )}
      <ul className="mt-3 space-y-4">
        {view.decisions.map((decision) => (
          <li key={decision.id} className="rounded-lg border border-rule bg-surface p-4">
            <Recorded decision={decision} engagementId={view.engagementId} />
          </li>
        ))}
      </ul>
      {view.making && <Making view={view} making={view.making} />}
    </section>
  );
}

function Recorded({ decision, engagementId }: { decision: DecisionView; engagementId: string }) {
  const [joining, setJoining] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const router = useRouter();
  async function join(stepUpId: string) {
    const voice = { engagementId, decisionId: decision.id, stepUpId };
    const answer = await joinDecision(voice).catch(() => joinDecision(voice));
    setErrors(answer.ok ? [] : answer.errors);
    setJoining(false);
    router.refresh();
  }
  return (
    <>
      <p>
        <span className="font-serif text-xl font-semibold">
          {decision.counts ? kinds[decision.kind].done : `To ${kinds[decision.kind].label.toLowerCase()}`}
        </span>
        <span className="text-muted">
          {' '}
          · {decision.offer} · {decision.madeBy}, {formatInstant(decision.madeAt)}
        </span>
      </p>
      {decision.aboveLine && <p className="mt-1 font-medium text-threshold">Above the line that was in force.</p>}
      {decision.reason && <p className="mt-2 max-w-prose whitespace-pre-line">“{decision.reason}”</p>}
      <p className="mt-2 text-sm text-muted">
        {decision.voices.length} of {decision.quorum}: {decision.voices.map(({ name }) => name).join(', ')}
        {!decision.counts && '. It counts once the others say so too.'}
      </p>
      <p className="mt-1 font-mono text-xs break-all text-muted">
        <span className="sr-only">SHA-256 of what it was decided upon: </span>
        {decision.hash}
      </p>
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
              You say so too: {kinds[decision.kind].means}.
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

function Making({ view, making: now }: { view: DecisionsView; making: NonNullable<DecisionsView['making']> }) {
  const router = useRouter();
  // What was read: after a change the reader begins anew.
  const [read, setRead] = useState(now);
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState('');
  const [confirming, setConfirming] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const above = kind === 'sign' && read.aboveLine !== null;

  async function decide(stepUpId: string) {
    if (!kind) return;
    const made = {
      engagementId: view.engagementId,
      decisionId: read.newId,
      kind,
      offerId: read.offer.id,
      reason,
      snapshotHash: read.snapshotHash,
      stepUpId,
    };
    // Where the connection was lost after the click, the same is sent once more: it counts once.
    const answer = await makeDecision(made).catch(() => makeDecision(made));
    setErrors(answer.ok ? [] : answer.errors);
    setConfirming(false);
    if (answer.ok) setKind(null);
    router.refresh();
  }

  function begin(next: DecisionKind | null) {
    setRead(now);
    setKind(next);
    setErrors([]);
  }

  return (
    <div className="mt-5 space-y-4 print:hidden">
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      {confirming && kind ? (
        <StepUp
          purpose="decision.make"
          content={read.contents[kind]}
          onConfirmed={decide}
          onCancel={() => setConfirming(false)}
        >
          You record that {kinds[kind].means}. Offer: {read.offer.label}.
        </StepUp>
      ) : (
        <>
          <div className="flex flex-wrap gap-3">
            {(Object.keys(kinds) as DecisionKind[]).map((one) => (
              <Button
                key={one}
                look="quiet"
                aria-pressed={kind === one}
                className="aria-pressed:ring-2 aria-pressed:ring-ink aria-pressed:ring-offset-2"
                disabled={one === 'sign' && !now.maySign}
                onClick={() => begin(one)}
              >
                {kinds[one].label}
              </Button>
            ))}
          </div>
          {kind && (
            <div className="max-w-prose space-y-4 border-l-4 border-rule pl-4">
              <p>
                Recorded is that {kinds[kind].means}. The offer it concerns: {read.offer.label}.
              </p>
              {above && <Notice tone="warn">{read.aboveLine}</Notice>}
              <TextArea
                name="reason"
                label={above ? 'Why it is signed all the same' : 'Why, if you like'}
                rows={3}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                error={errors.find(({ field }) => field === 'reason')?.message}
              />
              <div className="flex flex-wrap gap-3">
                <Button
                  onClick={() => {
                    const missing = above && reason.trim() === '';
                    const message = 'Say why it is signed all the same';
                    setErrors(missing ? [{ code: 'invalid', field: 'reason', message }] : []);
                    setConfirming(!missing);
                  }}
                >
                  Go on
                </Button>
                <Button look="plain" onClick={() => begin(null)}>
                  Leave it
                </Button>
              </div>
            </div>
          )}
        </>
      )}
    </div>
  );
}
