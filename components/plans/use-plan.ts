'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { PlanCycle } from '@/lib/model/plan';
import { changeStep } from '@/lib/plans/actions';
import { type Schedule, scheduleOf } from '@/lib/plans/schedule';
import type { PlanView, StepView } from '@/lib/plans/view';
import type { ActionError } from '@/lib/server/errors';

export type StepFacts = Pick<StepView, 'label' | 'months' | 'after' | 'ownerId'>;

type Change = { readonly stepId: string; readonly facts: StepFacts; readonly says: string };

/** The plan while somebody works on it: each change shows at once, is saved in order, and can be taken back. */
export function usePlan(view: PlanView) {
  const router = useRouter();
  const [steps, setSteps] = useState(view.steps);
  const [errors, setErrors] = useState<Readonly<Record<string, readonly ActionError[]>>>({});
  const [said, setSaid] = useState('');
  const [undone, setUndone] = useState<readonly Change[]>([]);
  const [pending, setPending] = useState(0);
  const queue = useRef(Promise.resolve());
  const versions = useRef(new Map<string, number>());
  const waiting = useRef(0);

  // What the server says counts again as soon as nothing of ours is on its way to it.
  useEffect(() => {
    if (waiting.current > 0) return;
    setSteps(view.steps);
    versions.current = new Map(view.steps.map(({ id, version }) => [id, version]));
  }, [view.steps]);

  function change(stepId: string, facts: StepFacts, says: string, { takesBack = false } = {}) {
    const before = steps.find(({ id }) => id === stepId);
    if (!before) return;
    const changed = steps.map((step) => (step.id === stepId ? { ...step, ...facts } : step));
    const circle = circleIn(changed);
    if (circle) {
      setErrors((all) => ({ ...all, [stepId]: [{ code: 'invalid', field: 'after', message: circle }] }));
      setSaid(circle);
      return;
    }
    setSteps(changed);
    setErrors(({ [stepId]: _, ...rest }) => rest);
    setSaid(says);
    if (takesBack) setUndone((all) => all.slice(0, -1));
    else {
      const { label, months, after, ownerId } = before;
      setUndone((all) => [
        ...all.slice(-49),
        { stepId, facts: { label, months, after, ownerId }, says: `Taken back: ${says}` },
      ]);
    }
    waiting.current++;
    setPending(waiting.current);
    queue.current = queue.current.then(() => save(stepId, facts, before));
  }

  async function save(stepId: string, facts: StepFacts, before: StepView) {
    const version = versions.current.get(stepId) ?? before.version;
    const answer = await changeStep({
      engagementId: view.engagementId,
      stepId,
      version,
      ...facts,
      after: [...facts.after],
    }).catch(() => offline);
    waiting.current--;
    setPending(waiting.current);
    if (answer.ok) versions.current.set(stepId, version + 1);
    else {
      setErrors((all) => ({ ...all, [stepId]: answer.errors }));
      setSaid(answer.errors.map(({ message }) => message).join(' '));
      setUndone((all) => all.filter((entry) => entry.stepId !== stepId));
    }
    // Also after a refusal: the page then holds what the other side holds.
    if (waiting.current === 0) router.refresh();
  }

  function undo() {
    const last = undone.at(-1);
    if (last) change(last.stepId, last.facts, last.says, { takesBack: true });
  }

  const schedule = scheduleOf(
    steps.map(({ key, label, months, after }) => ({ id: key, label, months, after })),
    view.renewalDate,
  );
  return { steps, schedule, errors, said, change, undo: undone.length > 0 ? undo : null, saving: pending > 0 };
}

export type Plan = ReturnType<typeof usePlan>;

const offline = {
  ok: false,
  errors: [{ code: 'unexpected', message: 'This could not be sent: you seem to be offline. It was not saved.' }],
} as const;

/** In words, where steps would wait for each other in a circle. */
function circleIn(steps: readonly StepView[]): string | null {
  try {
    scheduleOf(
      steps.map(({ key, label, months, after }) => ({ id: key, label, months, after })),
      '2000-01-01',
    ) satisfies Schedule;
    return null;
  } catch (error) {
    if (!(error instanceof PlanCycle)) throw error;
    const names = error.cycle.map((key) => `“${steps.find((step) => step.key === key)?.label ?? key}”`);
    return `These steps would wait for each other in a circle: ${names.join(' → ')}.`;
  }
}
