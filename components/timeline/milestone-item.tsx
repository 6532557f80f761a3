'use client';

import { ChevronRight } from 'lucide-react';
import { useState, useTransition } from 'react';
import { EvidencePanel } from '@/components/evidence/evidence-panel';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea, TextField } from '@/components/forms/text-field';
import { MilestoneFields } from '@/components/timeline/milestone-fields';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/lib/format/dates';
import {
  changeMilestone,
  finishMilestone,
  moveMilestone,
  removeMilestone,
  reopenMilestone,
} from '@/lib/milestones/actions';
import type { MilestoneView } from '@/lib/milestones/view';
import type { ReadinessView } from '@/lib/preparedness/view';
import type { ActionError, ActionResult } from '@/lib/server/errors';

type Doing = 'edit' | 'move' | 'finish' | null;

/** One milestone: how it stands, and what can be done with it. */
export function MilestoneItem({ milestone, view }: { milestone: MilestoneView; view: ReadinessView }) {
  const [doing, setDoing] = useState<Doing>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const on = { engagementId: view.engagementId, milestoneId: milestone.id, version: milestone.version };
  const evidence = view.evidence[milestone.id] ?? [];
  const at = (field: string) => errors.find((error) => error.field === field)?.message;
  const begin = (what: Doing) => {
    setErrors([]);
    setDoing(what);
  };
  const act = (run: () => Promise<ActionResult<unknown>>) =>
    startTransition(async () => {
      const answer = await run();
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) setDoing(null);
    });
  const submit = (form: FormData) => {
    if (doing === 'edit') {
      const wall = form.get('wall') ?? 'engagement';
      act(() => changeMilestone({ ...on, label: form.get('label'), ownerId: form.get('ownerId'), wall }));
    } else if (doing === 'move') {
      act(() => moveMilestone({ ...on, dueOn: form.get('dueOn'), reason: form.get('reason') }));
    } else {
      const [doneOn, evidence, evidenceUrl] = ['doneOn', 'evidence', 'evidenceUrl'].map((name) => form.get(name));
      act(() => finishMilestone({ ...on, doneOn, evidence, evidenceUrl }));
    }
  };
  return (
    <div className="grid gap-x-6 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-start">
      <div>
        <Standing milestone={milestone} today={view.today} />
      </div>
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      {view.mayPlan && doing === null && (
        <div className="-mx-2 flex flex-wrap lg:-my-1 lg:justify-end print:hidden">
          {milestone.done ? (
            <Button look="plain" className="px-2!" disabled={pending} onClick={() => act(() => reopenMilestone(on))}>
              Not done after all
              <Named milestone={milestone} />
            </Button>
          ) : (
            <>
              <Button look="plain" className="px-2!" onClick={() => begin('finish')}>
                Done
                <Named milestone={milestone} />
              </Button>
              <Button look="plain" className="px-2!" onClick={() => begin('move')}>
                Move
                <Named milestone={milestone} />
              </Button>
            </>
          )}
          <Button look="plain" className="px-2!" onClick={() => begin('edit')}>
            Edit
            <Named milestone={milestone} />
          </Button>
          <Button look="plain" className="px-2!" disabled={pending} onClick={() => act(() => removeMilestone(on))}>
            Remove
            <Named milestone={milestone} />
          </Button>
        </div>
      )}
      <details className="group lg:col-span-2 sm:pl-31">
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-sm text-muted hover:text-ink">
          <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
          Files and links{evidence.length > 0 && ` (${evidence.length})`}
          <span className="sr-only"> of {milestone.label}</span>
        </summary>
        <EvidencePanel
          engagementId={view.engagementId}
          subject={{ kind: 'milestone', id: milestone.id }}
          evidence={evidence}
          mayAttach={view.mayAttach}
        />
      </details>
      {doing !== null && (
        <form
          noValidate
          aria-label={milestone.label}
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
          className="mt-3 grid gap-4 lg:col-span-2"
        >
          {doing === 'edit' && <MilestoneFields view={view} errors={errors} milestone={milestone} />}
          {doing === 'move' && (
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                type="date"
                name="dueOn"
                label="To which day"
                defaultValue={milestone.dueOn}
                error={at('dueOn')}
              />
              <TextField name="reason" label="Why it moves" maxLength={500} error={at('reason')} />
            </div>
          )}
          {doing === 'finish' && (
            <div className="grid gap-4 sm:grid-cols-2">
              <div className="sm:col-span-2">
                <TextArea name="evidence" label="What shows that it is done" rows={2} error={at('evidence')} />
              </div>
              <TextField type="date" name="doneOn" label="Done on" defaultValue={view.today} error={at('doneOn')} />
              <TextField
                name="evidenceUrl"
                label="Where to see it"
                help="A link, where there is one."
                inputMode="url"
                error={at('evidenceUrl')}
              />
            </div>
          )}
          <div className="flex gap-3">
            <Button type="submit" disabled={pending}>
              {pending ? 'Saving…' : doing === 'move' ? 'Move it' : doing === 'finish' ? 'It is done' : 'Save'}
            </Button>
            <Button look="quiet" onClick={() => begin(null)}>
              Leave it
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** Buttons that look alike are told apart by whoever hears them. */
function Named({ milestone }: { milestone: MilestoneView }) {
  return <span className="sr-only">: {milestone.label}</span>;
}

function Standing({ milestone, today }: { milestone: MilestoneView; today: string }) {
  const { label, dueOn, done, ownerName, movedFrom, moveReason, leadershipOnly } = milestone;
  const overdue = !done && dueOn < today;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="w-28 shrink-0 text-sm text-muted tabular-nums">{formatDate(done?.on ?? dueOn)}</span>
        <span className="min-w-0 flex-1 basis-52 font-medium">{label}</span>
        <span className={`text-sm font-medium ${done ? 'text-good' : overdue ? 'text-bad' : 'text-muted'}`}>
          <span aria-hidden="true">{done ? '● ' : overdue ? '■ ' : '○ '}</span>
          {done ? 'done' : overdue ? 'overdue' : 'ahead'}
        </span>
      </p>
      <div className="text-sm text-muted sm:pl-31">
        <p>
          {ownerName ? `Owner: ${ownerName}` : 'Nobody owns it yet'}
          {leadershipOnly && ' · known to leadership and advisors alone'}
        </p>
        {movedFrom && !done && (
          <p>
            Moved from {formatDate(movedFrom)}: {moveReason}
          </p>
        )}
        {done && (
          <p>
            <span className="text-ink">{done.evidence}</span> ({done.by})
            {done.url && (
              <>
                {' '}
                <a href={done.url} rel="noreferrer" className="text-accent underline underline-offset-4">
                  See it
                </a>
              </>
            )}
          </p>
        )}
      </div>
    </>
  );
}
