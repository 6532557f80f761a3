'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { ends, lost, means, theWord } from '@/components/decisions/words';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea } from '@/components/forms/text-field';
import { StepUp } from '@/components/people/step-up';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { drawDecision, makeDecision } from '@/lib/decisions/actions';
import type { DecisionKind } from '@/lib/decisions/schema';
import type { DecisionsView } from '@/lib/decisions/view';
import { formatMoney } from '@/lib/format/money';
import type { ActionError } from '@/lib/server/errors';

/** An executive says how the deal ends: which end, why, and confirmed afresh upon exactly what was read. */
export function Making({ view, making: now }: { view: DecisionsView; making: NonNullable<DecisionsView['making']> }) {
  const router = useRouter();
  // What was read: after a change the reader begins anew.
  const [read, setRead] = useState(now);
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState('');
  const [proving, setProving] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const above = kind === 'sign' && read.aboveLine !== null;
  const { engagementId } = view;

  function begin(next: DecisionKind | null) {
    setRead(now);
    setKind(next);
    setErrors([]);
  }

  const goOn = () =>
    startTransition(async () => {
      if (!kind) return;
      const drawn = { engagementId, kind, offerId: read.offer.id, reason, readHash: read.readHash };
      const answer = await drawDecision(drawn).catch(() => ({ ok: false as const, errors: [lost] }));
      setErrors(answer.ok ? [] : answer.errors);
      setProving(answer.ok ? answer.value.content : null);
    });

  async function decide(stepUpId: string) {
    if (!kind) return;
    const made = {
      engagementId,
      decisionId: read.newId,
      kind,
      offerId: read.offer.id,
      reason,
      readHash: read.readHash,
      stepUpId,
    };
    // Where the connection was lost after the click, the same is sent once more: it counts once.
    const answer = await makeDecision(made)
      .catch(() => makeDecision(made))
      .catch(() => ({ ok: false as const, errors: [lost] }));
    setErrors(answer.ok ? [] : answer.errors);
    setProving(null);
    if (answer.ok) setKind(null);
    router.refresh();
  }

  return (
    <div className="mt-5 space-y-4 print:hidden">
      <p className="text-muted">
        The offer that stands: {now.offer.label}, {formatMoney(now.offer.cost, view.currency)} all in.
      </p>
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      {proving !== null && kind ? (
        <StepUp atOnce purpose="decision.make" content={proving} onConfirmed={decide} onCancel={() => setProving(null)}>
          You record that {means[kind]}. Offer: {read.offer.label}. A deal ends once: this is not taken back.
        </StepUp>
      ) : (
        <>
          <div className="flex flex-wrap gap-3">
            {ends.map((one) => (
              <Button
                key={one}
                look="quiet"
                aria-pressed={kind === one}
                className="min-w-28 text-base aria-pressed:ring-2 aria-pressed:ring-ink aria-pressed:ring-offset-2"
                disabled={one === 'sign' && now.mayNotSign !== null}
                onClick={() => begin(one)}
              >
                {theWord[one]}
              </Button>
            ))}
          </div>
          {now.mayNotSign && <p className="text-sm text-muted">{now.mayNotSign}</p>}
          {kind && (
            <div className="max-w-prose space-y-4 border-l-4 border-rule pl-4">
              <p>
                Recorded is that {means[kind]}. The offer it concerns: {read.offer.label}.
              </p>
              {above && <Notice tone="warn">{read.aboveLine}</Notice>}
              <TextArea
                name="reason"
                label={above ? 'Why it is signed all the same' : 'Why, if you like'}
                rows={3}
                value={reason}
                onChange={(event) => {
                  setReason(event.target.value);
                  setErrors([]);
                }}
                error={errors.find(({ field }) => field === 'reason')?.message}
              />
              <div className="flex flex-wrap gap-3">
                <Button disabled={pending} onClick={goOn}>
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
