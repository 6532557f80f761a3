import { type Finding, met, missing, some } from './criterion';
import type { AlternativeFacts, Facts } from './facts';

/** P1: at least three steps, each with an owner and a duration, and no circle among them. */
export function planned(alternative: AlternativeFacts | null): Finding {
  const steps = alternative?.steps ?? [];
  if (steps.length < 3) {
    const count = ['There is no plan yet', 'The plan has one step', 'The plan has two steps'][steps.length];
    return missing('plan', `${count}: three are asked for.`);
  }
  if (alternative?.cyclic) return missing('plan', 'Steps of the plan wait for each other in a circle.');
  const wrong = steps.filter(({ owned, months }) => !owned || months <= 0);
  if (wrong.length === 0) return met(`The plan has ${steps.length} steps, each with an owner and a duration.`);
  const first = wrong[0];
  const lacks = first?.owned ? 'duration' : (first?.months ?? 0) > 0 ? 'owner' : 'owner and no duration';
  return some('step', wrong, steps.length, {
    one: 'step',
    is: `has no ${lacks} yet`,
    are: 'lack an owner or a duration',
  });
}

/** P2: the walk-by date has not passed, or a line of category bridge is costed. */
export function inTime(alternative: AlternativeFacts | null, today: string): Finding {
  const bridged = alternative?.lines.some(({ category }) => /\bbridge\b/i.test(category)) ?? false;
  const walkBy = alternative?.walkBy ?? null;
  if (walkBy === null) return missing('plan', 'There is no plan yet, so nobody knows by when leaving must begin.');
  if (today <= walkBy) return met('The walk-by date lies ahead: leaving can still be finished in time.');
  if (bridged) return met('The walk-by date has passed, and the bridge until then is costed.');
  return missing('plan', 'The walk-by date has passed, and no line of category bridge is costed.', 'plan', true);
}

/** T1: renewal date, notice date and Microsoft's quote expiry are set. */
export function dated({ renewalOn, noticeOn, quoteExpiresOn }: Facts): Finding {
  const dates = [
    { kind: 'renewal date', set: renewalOn, name: 'the renewal date' },
    { kind: 'notice date', set: noticeOn, name: 'the notice date' },
    { kind: 'quote', set: quoteExpiresOn, name: 'the expiry of Microsoft’s quote' },
  ] as const;
  const open = dates.filter(({ set }) => set === null);
  if (open.length === 0) return met('The renewal, the notice and the expiry of Microsoft’s quote are dated.');
  const sentence = open.map(({ name }) => name).join(' and ');
  return {
    met: false,
    reason: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} ${open.length === 1 ? 'is' : 'are'} not set.`,
    gaps: open.map(({ kind, name }) => ({ kind, id: null, label: name })),
    overdue: false,
  };
}

/** T2: no milestone is overdue: one is due until the end of its day. */
export function onCourse({ milestones }: Facts, today: string): Finding {
  if (milestones.length === 0) return noMilestones();
  const late = byDate(milestones.filter(({ dueOn, done }) => !done && dueOn < today));
  if (late.length === 0) return met('No milestone is overdue.');
  return some('milestone', late, milestones.length, { one: 'milestone', is: 'is overdue', are: 'are overdue' }, true);
}

/** T3: every milestone within the next 60 days has an owner; one that is overdue is within them. */
export function owned({ milestones }: Facts, today: string): Finding {
  if (milestones.length === 0) return noMilestones();
  const near = byDate(milestones.filter(({ dueOn, done }) => !done && dueOn <= daysAfter(today, 60)));
  const wrong = near.filter((milestone) => !milestone.owned);
  if (near.length === 0) return met('No milestone is due within 60 days.');
  if (wrong.length === 0) return met('Every milestone within 60 days has an owner.');
  return some('milestone', wrong, near.length, {
    one: 'milestone',
    is: 'is due within 60 days and has no owner',
    are: 'due within 60 days have no owner',
  });
}

const noMilestones = () => missing('milestones', 'There is no milestone yet: nobody but Microsoft keeps the time.');

function byDate<Dated extends { readonly dueOn: string }>(dated: readonly Dated[]): Dated[] {
  return [...dated].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The ISO date a number of days after another. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
