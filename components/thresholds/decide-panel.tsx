'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea, TextField } from '@/components/forms/text-field';
import { StepUp } from '@/components/people/step-up';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ShortHash } from '@/components/ui/short-hash';
import type { EntryView } from '@/lib/activity/view';
import type { ActionError } from '@/lib/server/errors';
import { decideOnThreshold } from '@/lib/thresholds/actions';
import type { DecideView, Deciding } from '@/lib/thresholds/view';

type Choice = 'approve' | 'condition' | 'decline';

const choices: Record<Choice, { readonly label: string; readonly note: string | null }> = {
  approve: { label: 'Approve', note: null },
  condition: { label: 'With a condition', note: 'Your condition' },
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
  // Sent, and no answer came back: whether it counts only a page that is loaded again can tell.
  const [lost, setLost] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (choice) panel.current?.scrollIntoView({ block: 'center' });
  }, [choice]);
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
    const answer = await decideOnThreshold(word)
      .catch(() => decideOnThreshold(word))
      .catch(() => null);
    setConfirming(false);
    setLost(answer === null);
    if (!answer) return;
    setErrors(answer.ok ? [] : answer.errors);
    setGiven(answer.ok);
    if (answer.ok) setChoice(null);
    router.refresh();
  }

  function choose(one: Choice) {
    if (given || now.said) setRead(now);
    setChoice(one);
    setErrors([]);
    setGiven(false);
    // Nothing is to be written beside a plain yes: the next click is the confirmation itself.
    setConfirming(one === 'approve' && !now.needsDate);
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

  if (lost) return <Lost />;
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
    <section ref={panel} aria-label="Your decision" className="space-y-4 print:hidden">
      <h2 className="text-2xl">Your decision</h2>
      {now.said && (
        <Notice
          tone={now.reaffirms ? 'warn' : 'good'}
          live={given}
          title={`Your ${now.said === 'approve' ? 'approval' : 'decline'} is recorded, at ${now.saidOn}.`}
        >
          {now.reaffirms
            ? 'It no longer holds: you can re-affirm it.'
            : 'With the hash of what you read. Should you change your mind, a new word stands beside it.'}
        </Notice>
      )}
      {now.noApproval && <Notice tone="warn">{now.noApproval}</Notice>}
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      {confirming && choice ? (
        <StepUp
          atOnce={choice !== 'approve' || now.needsDate}
          purpose="threshold.decide"
          content={read.contents[decision]}
          onConfirmed={give}
          onCancel={() => {
            setConfirming(false);
            setChoice(null);
          }}
        >
          {choice === 'decline'
            ? 'You decline this threshold. Everybody involved is told.'
            : `You approve this threshold${choice === 'condition' ? ', with your condition' : ''}. It is your organisation’s word.`}
        </StepUp>
      ) : (
        <>
          <div
            className={`flex gap-2 sm:gap-3 ${choice ? '' : 'max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-10 max-sm:border-t max-sm:border-strong-rule max-sm:bg-paper max-sm:p-3'}`}
          >
            {offered(now).map((one) => (
              <Button
                key={one}
                look={one === 'approve' ? 'primary' : one === 'decline' ? 'danger' : 'quiet'}
                aria-pressed={choice === one}
                className="min-h-12 max-sm:grow max-sm:px-2 aria-pressed:ring-2 aria-pressed:ring-ink aria-pressed:ring-offset-2"
                onClick={() => choose(one)}
              >
                {one === 'approve' && now.reaffirms ? 'Re-affirm' : choices[one].label}
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
      <div className="text-xs text-muted">
        Your word is bound to what this page shows. <ShortHash of="what this page shows" hash={read.snapshotHash} />
      </div>
    </section>
  );
}

/** What a person can say: not what they have said already, and still holds. */
function offered({ said, reaffirms, noApproval }: Deciding): Choice[] {
  const saidYes = said === 'approve' && !reaffirms;
  return (Object.keys(choices) as Choice[]).filter((one) =>
    one === 'decline' ? said !== 'decline' : !noApproval && !(one === 'approve' && saidYes),
  );
}

function Lost() {
  return (
    <section aria-label="Your decision" className="space-y-4">
      <Notice tone="warn" live title="The connection was lost after you confirmed">
        Whether your word is recorded is not known here. Load the page again: it says so plainly, with the hour, if it
        is.
      </Notice>
      <Button onClick={() => window.location.reload()}>Load the page again</Button>
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
