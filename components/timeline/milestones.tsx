'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { MilestoneFields } from '@/components/timeline/milestone-fields';
import { MilestoneItem } from '@/components/timeline/milestone-item';
import { Button } from '@/components/ui/button';
import { addMilestone, layOutMilestones } from '@/lib/milestones/actions';
import type { MilestoneView } from '@/lib/milestones/view';
import type { ReadinessView } from '@/lib/preparedness/view';
import type { ActionError } from '@/lib/server/errors';

/** The milestones as a list to work on: owned, moved with a reason, done with what shows it. */
export function Milestones({ view }: { view: ReadinessView }) {
  const [adding, setAdding] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const { engagementId, milestones, mayPlan } = view;
  const layOut = () =>
    startTransition(async () => {
      const answer = await layOutMilestones({ engagementId });
      setErrors(answer.ok ? [] : answer.errors);
    });
  const add = (form: FormData) =>
    startTransition(async () => {
      const answer = await addMilestone({
        engagementId,
        label: form.get('label'),
        dueOn: form.get('dueOn'),
        ownerId: form.get('ownerId'),
        wall: form.get('wall') ?? 'engagement',
      });
      setErrors(answer.ok ? [] : answer.errors);
      if (answer.ok) setAdding(false);
    });
  return (
    <section aria-labelledby="milestones" className="mt-10 max-w-4xl">
      <h3 id="milestones" className="scroll-mt-6 text-xl">
        Milestones
      </h3>
      {milestones.length === 0 ? (
        <p className="mt-2">
          There is none yet.{' '}
          {mayPlan && 'Begin with the usual ones, counted back from the renewal, and change what does not fit.'}
        </p>
      ) : (
        <ol className="mt-3 divide-y divide-rule rounded-lg border border-rule bg-surface">
          {inOrder(milestones).map((milestone) => (
            <li key={milestone.id} id={`milestone-${milestone.id}`} className="scroll-mt-6 px-4 py-3 target:bg-sunken">
              <MilestoneItem milestone={milestone} view={view} />
            </li>
          ))}
        </ol>
      )}
      {mayPlan && (
        <div className="mt-4 print:hidden">
          {adding ? (
            <form
              noValidate
              aria-label="A new milestone"
              onSubmit={(event) => {
                event.preventDefault();
                add(new FormData(event.currentTarget));
              }}
              className="rounded-lg border border-rule bg-surface p-4"
            >
              <FormErrors errors={errors.filter(({ field }) => !field)} />
              <MilestoneFields view={view} errors={errors} withDay />
              <div className="mt-4 flex gap-3">
                <Button type="submit" disabled={pending}>
                  {pending ? 'Saving…' : 'Add the milestone'}
                </Button>
                <Button
                  look="quiet"
                  onClick={() => {
                    setAdding(false);
                    setErrors([]);
                  }}
                >
                  Leave it
                </Button>
              </div>
            </form>
          ) : (
            <>
              <FormErrors errors={errors} />
              <div className="flex flex-wrap gap-3">
                <Button onClick={() => setAdding(true)} look={milestones.length === 0 ? 'quiet' : 'primary'}>
                  Add a milestone
                </Button>
                <Button onClick={layOut} disabled={pending} look={milestones.length === 0 ? 'primary' : 'quiet'}>
                  {milestones.length === 0 ? 'Lay out the usual milestones' : 'Add the usual ones that are missing'}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </section>
  );
}

/** By the day that is shown: when it was done, else when it is due. */
function inOrder(milestones: readonly MilestoneView[]): MilestoneView[] {
  const dayOf = ({ done, dueOn }: MilestoneView) => done?.on ?? dueOn;
  return milestones.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0));
}
