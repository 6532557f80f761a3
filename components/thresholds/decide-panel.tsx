'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea, TextField } from '@/components/forms/text-field';
import { StepUp } from '@/components/people/step-up';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { EntryView } from '@/lib/activity/view';
import type { ActionError } from '@/lib/server/errors';
import { decideOnThreshold } from '@/lib/thresholds/actions';
import type { DecideView, Deciding } from '@/lib/thresholds/view';

type Choice = 'approve' | 'condition' | 'decline';

const choices: Record<Choice, { readonly label: string; readonly note: string | null }> = {
  approve: { label: 'Approve', note: null },
  condition: { label: 'Approve with a condition', note: 'Your condition' },
  decline: { label: 'Decline', note: 'Your reason' },
};

/** An approver's word: chosen, confirmed by a fresh proof, and bound to exactly what this page showed. */
export function DecidePanel({ view, deciding: now }: { view: DecideView; deciding: Deciding }) {
  const router = useRouter();
  // What was read: when the page learns of a change, it is read again before anything is decided upon it.
  const [read, setRead] = useState(now);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [note, setNote] = useState('');
  const [validUntil, setValidUntil] = useState('');
  const [confirming, setConfirming] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [given, setGiven] = useState(false);
  const changed = !given && now.snapshotHash !== read.snapshotHash;
  // The page learns from here since when it is to tell what has changed.
  const askSince = useEffectEvent(() => router.replace(`?since=${read.seen}` as Route, { scroll: false }));
  useEffect(() => {
    if (changed) askSince();
  }, [changed]);
  const at = (field: string) => errors.find((error) => error.field === field)?.message;
  const refused = errors.flatMap(
    ({ current }) => (current?.value as { changes?: EntryView[] } | undefined)?.changes ?? [],
  );
  const decision = choice === 'decline' ? 'decline' : 'approve';

  async function give(stepUpId: string) {
    const word = {
      engagementId: view.engagementId,
      thresholdId: view.threshold.id,
      decision,
      note: choice === 'approve' ? '' : note,
      validUntil: decision === 'approve' && now.needsDate ? validUntil : null,
      snapshotHash: read.snapshotHash,
      seen: read.seen,
      stepUpId,
    };
    // Where the connection was lost after the click, the same word is sent once more: it counts once.
    const answer = await decideOnThreshold(word).catch(() => decideOnThreshold(word));
    setErrors(answer.ok ? [] : answer.errors);
    setConfirming(false);
    setGiven(answer.ok);
    if (answer.ok) setChoice(null);
    router.refresh();
  }

  function confirm() {
    const missing: ActionError[] = [];
    if (choices[choice ?? 'approve'].note && note.trim() === '') {
      const message = choice === 'decline' ? 'Say why: everybody involved is told' : 'Say what your condition is';
      missing.push({ code: 'invalid', field: 'note', message });
    }
    if (decision === 'approve' && now.needsDate && validUntil === '') {
      missing.push({ code: 'invalid', field: 'validUntil', message: 'Say until when your word holds' });
    }
    setErrors(missing);
    setConfirming(missing.length === 0);
  }

  if (changed || refused.length > 0) {
    return (
      <Changed
        changes={refused.length > 0 ? refused : view.changes}
        onRead={() => {
          setRead(now);
          setErrors([]);
          setConfirming(false);
        }}
      />
    );
  }
  return (
    <section aria-label="Your decision" className="space-y-4 print:hidden">
      <h2 className="text-2xl">Your decision</h2>
      {given && (
        <Notice tone="good" live>
          Your word is recorded, with the hash of what you read.
        </Notice>
      )}
      {!given && read.said && (
        <p className="text-muted">
          You have {read.said === 'approve' ? 'approved' : 'declined'} it
          {read.reaffirms ? ', and that no longer holds: you can re-affirm it.' : '. A new word would stand beside it.'}
        </p>
      )}
      {now.noApproval && <Notice tone="warn">{now.noApproval}</Notice>}
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      {confirming && choice ? (
        <StepUp
          purpose="threshold.decide"
          content={read.contents[decision]}
          onConfirmed={give}
          onCancel={() => setConfirming(false)}
        >
          {choice === 'decline'
            ? 'You decline this threshold. Everybody involved is told.'
            : `You approve this threshold${choice === 'condition' ? ', with your condition' : ''}. It is your organisation’s word.`}
        </StepUp>
      ) : (
        <>
          <div className="flex flex-col gap-3 sm:flex-row">
            {(Object.keys(choices) as Choice[])
              .filter((one) => one === 'decline' || !now.noApproval)
              .map((one) => (
                <Button
                  key={one}
                  look={one === 'approve' ? 'primary' : one === 'decline' ? 'danger' : 'quiet'}
                  aria-pressed={choice === one}
                  className="min-h-12 aria-pressed:ring-2 aria-pressed:ring-ink aria-pressed:ring-offset-2"
                  onClick={() => {
                    if (given) setRead(now);
                    setChoice(one);
                    setErrors([]);
                    setGiven(false);
                  }}
                >
                  {one === 'approve' && read.reaffirms ? 'Re-affirm' : choices[one].label}
                </Button>
              ))}
          </div>
          {choice && (
            <div className="space-y-4 border-l-4 border-rule pl-4">
              {choices[choice].note && (
                <TextArea
                  name="note"
                  label={choices[choice].note}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                  error={at('note')}
                />
              )}
              {decision === 'approve' && now.needsDate && (
                <TextField
                  name="validUntil"
                  type="date"
                  label="Until when your word holds"
                  help="The day until which it was to stand has passed."
                  value={validUntil}
                  onChange={(event) => setValidUntil(event.target.value)}
                  error={at('validUntil')}
                />
              )}
              <Button onClick={confirm}>Go on</Button>
            </div>
          )}
          <p>
            <a href="#talk" className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
              Ask a question first
            </a>
          </p>
        </>
      )}
      <p className="text-xs break-all text-muted">
        Your word is bound to what this page shows. Its SHA-256: <span className="font-mono">{read.snapshotHash}</span>
      </p>
    </section>
  );
}

/** What was read is no longer what there is: what has changed, as far as the trail says. */
function Changed({ changes, onRead }: { changes: readonly EntryView[]; onRead: () => void }) {
  return (
    <section aria-label="Your decision" className="space-y-4">
      <Notice tone="warn" live title="This changed while you were reading">
        <p>What this page shows is no longer what it showed. Nothing was recorded: please read it as it is now.</p>
        {changes.length > 0 && (
          <ul className="mt-3 space-y-2">
            {changes.map((entry) => (
              <li key={entry.number}>
                <span className="font-medium">{entry.who}</span> {entry.does} {entry.it && `“${entry.it}”`}
                {entry.changes.map(({ field, before, after }) => (
                  <span key={field} className="block text-muted">
                    {field}: {before ?? '–'} → {after ?? '–'}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <Button onClick={onRead}>I have read it as it is now</Button>
    </section>
  );
}
