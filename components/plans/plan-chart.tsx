'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Plan } from '@/components/plans/use-plan';
import { formatDate, formatMonthAfter } from '@/lib/format/dates';
import { monthsBefore } from '@/lib/model/plan';
import { inMonths, longestStep } from '@/lib/plans/months';
import type { ScheduledStep } from '@/lib/plans/schedule';
import type { PlanView, StepView } from '@/lib/plans/view';

const rowHeight = 56;

type Drag = {
  readonly stepId: string;
  readonly kind: 'end' | 'bar';
  readonly x: number;
  readonly dx: number;
  readonly over: string | null;
};

/**
 * The steps laid back from the renewal, as bars of whole months. Dragging a bar's end, or ← and → on it, changes
 * how long it takes; dragging a bar onto another makes it wait for that one.
 */
export function PlanChart({ plan, view }: { plan: Plan; view: PlanView }) {
  const { steps, schedule } = plan;
  const [drag, setDrag] = useState<Drag | null>(null);
  const track = useRef<HTMLDivElement>(null);
  const begins = Math.min(-1, -schedule.months);
  // Today is drawn where it is near: a plan that begins in years would else shrink to a dot.
  const first = Math.min(begins, Math.max(begins - 6, monthOf(view.today, view.renewalDate)));
  const span = 1 - first;
  const at = (month: number) => ((month - first) / span) * 100;
  const monthsOf = (dx: number) => Math.round((dx / (track.current?.clientWidth ?? 1)) * span);

  function lengthen(step: StepView, by: number) {
    const months = Math.max(0, Math.min(longestStep, step.months + by));
    if (months === step.months) return;
    plan.change(step.id, { ...factsOf(step), months }, `${step.label} now takes ${inMonths(months)}.`);
  }

  function waitFor(step: StepView, other: StepView) {
    if (step.id === other.id || step.after.includes(other.key)) return;
    const after = [...step.after, other.key];
    plan.change(step.id, { ...factsOf(step), after }, `${step.label} now waits for ${other.label}.`);
  }

  function press(event: KeyboardEvent, step: StepView, index: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      if (view.mayWrite) lengthen(step, event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const bars = track.current?.querySelectorAll<HTMLElement>('[data-bar]');
      bars?.[index + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      document.getElementById(`step-${step.id}`)?.focus();
    }
  }

  function begin(event: PointerEvent, stepId: string, kind: Drag['kind']) {
    if (!view.mayWrite || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ stepId, kind, x: event.clientX, dx: 0, over: null });
  }

  function move(event: PointerEvent) {
    if (!drag) return;
    const under = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest('[data-row]'));
    const over = under.find((row) => row)?.getAttribute('data-row') ?? null;
    setDrag({ ...drag, dx: event.clientX - drag.x, over: drag.kind === 'bar' && over !== drag.stepId ? over : null });
  }

  function drop() {
    if (!drag) return;
    const step = steps.find(({ id }) => id === drag.stepId);
    const other = steps.find(({ id }) => id === drag.over);
    setDrag(null);
    if (!step) return;
    if (drag.kind === 'end') lengthen(step, monthsOf(drag.dx));
    else if (other) waitFor(step, other);
  }

  return (
    <figure className="overflow-x-auto rounded-lg border border-rule bg-surface print:border-0">
      <div className="relative min-w-[36rem] px-4 pt-9 pb-10">
        <div ref={track} className="relative" style={{ height: steps.length * rowHeight }}>
          <Marks view={view} walkBy={schedule.walkBy} first={first} at={at} begins={-schedule.months} />
          <Arrows steps={schedule.steps} at={at} />
          {steps.map((step, index) => {
            const placed = schedule.steps[index];
            if (!placed) return null;
            const added = drag?.kind === 'end' && drag.stepId === step.id ? monthsOf(drag.dx) : 0;
            const length = Math.max(0, Math.min(longestStep, step.months + added));
            return (
              <div
                key={step.id}
                data-row={step.id}
                className={`absolute inset-x-0 rounded ${drag?.over === step.id ? 'bg-sunken ring-2 ring-accent' : ''}`}
                style={{ top: index * rowHeight, height: rowHeight }}
              >
                <p
                  className="absolute top-0.5 truncate text-xs"
                  style={labelPlace(at(placed.start), at(placed.finish))}
                >
                  <span className="bg-surface pr-1">
                    <span className="font-medium">{step.label}</span>
                    <span className="text-muted"> · {inMonths(length)}</span>
                    {placed.critical && <span className="text-muted"> · critical</span>}
                  </span>
                </p>
                <button
                  type="button"
                  data-bar={step.id}
                  aria-label={spoken(step, placed, view)}
                  aria-describedby={view.mayWrite ? 'plan-keys' : undefined}
                  onKeyDown={(event) => press(event, step, index)}
                  onPointerDown={(event) => begin(event, step.id, 'bar')}
                  onPointerMove={move}
                  onPointerUp={drop}
                  onPointerCancel={() => setDrag(null)}
                  className={`absolute top-6 h-6 touch-pan-x rounded-sm border-2 ${placed.critical ? 'border-alternative bg-alternative' : 'border-alternative bg-good-ground'} ${view.mayWrite ? 'cursor-grab active:cursor-grabbing' : ''}`}
                  style={{ left: `${at(placed.start)}%`, width: `${Math.max((length / span) * 100, 0.8)}%` }}
                >
                  {view.mayWrite && (
                    <span
                      aria-hidden="true"
                      onPointerDown={(event) => begin(event, step.id, 'end')}
                      onPointerMove={move}
                      onPointerUp={drop}
                      className="absolute -right-2.5 -inset-y-1.5 w-5 cursor-ew-resize touch-none"
                    />
                  )}
                </button>
              </div>
            );
          })}
        </div>
      </div>
      <figcaption className="border-t border-rule px-4 py-3 text-sm text-muted">
        Laid back from the renewal: every step begins as soon as what it waits for is finished. Filled bars are the
        critical path, {inMonths(schedule.months)} long; outlined ones have room to slip.
        {view.mayWrite && (
          <span id="plan-keys" className="print:hidden">
            {' '}
            Drag a bar’s end, or press ← and → on it, to change how long it takes; drag it onto another to make it wait
            for that one; Enter opens its fields.
          </span>
        )}
      </figcaption>
    </figure>
  );
}

export function factsOf({ label, months, after, ownerId }: StepView) {
  return { label, months, after, ownerId };
}

/** The label starts with its bar, or ends with it where the bar begins in the right half. */
function labelPlace(start: number, finish: number) {
  return start < 55
    ? { left: `${start}%`, right: 0 }
    : { right: `${100 - finish}%`, left: 0, textAlign: 'right' as const };
}

function spoken(step: StepView, placed: ScheduledStep, view: PlanView): string {
  const dayOf = (month: number) => formatDate(monthsBefore(view.renewalDate, -month));
  const when = `${dayOf(placed.start)} to ${dayOf(placed.finish)}`;
  const room = placed.critical ? 'on the critical path' : `may slip ${inMonths(placed.slack)}`;
  return `${step.label}: ${inMonths(step.months)}, ${when}, ${room}`;
}

/** The month of the grid a date lies in, as a fraction of months before (−) or after the renewal. */
function monthOf(date: string, renewalDate: string): number {
  const monthsAt = (iso: string) => {
    const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
    return year * 12 + month - 1 + (day - 1) / 31;
  };
  return monthsAt(date) - monthsAt(renewalDate);
}

function Marks({
  view,
  walkBy,
  first,
  at,
  begins,
}: {
  view: PlanView;
  walkBy: string;
  first: number;
  at: (month: number) => number;
  begins: number;
}) {
  const today = monthOf(view.today, view.renewalDate);
  const quarters = Array.from({ length: Math.floor(-first / 3) }, (_, index) => -3 * (index + 1));
  return (
    <div aria-hidden="true">
      {quarters.map((month) => (
        <Mark
          key={month}
          left={at(month)}
          className="border-rule border-l"
          bottom={formatMonthAfter(view.renewalDate, month)}
        />
      ))}
      <Mark left={at(0)} className="border-threshold border-l-2" top={`Renewal ${formatDate(view.renewalDate)}`} />
      {begins < 0 && <Mark left={at(begins)} className="border-ink border-l-2" top={`Walk-by ${formatDate(walkBy)}`} />}
      {today >= first && today <= 1 && (
        <Mark left={at(today)} className="border-offer border-l-2 border-dashed" bottom="Today" />
      )}
    </div>
  );
}

function Mark({ left, className, top, bottom }: { left: number; className: string; top?: string; bottom?: string }) {
  const end = left > 60;
  const text = `absolute whitespace-nowrap text-xs text-muted ${end ? 'right-1' : 'left-1'}`;
  return (
    <div className={`absolute -top-7 -bottom-7 w-0 ${className}`} style={{ left: `${left}%` }}>
      {top && <span className={`${text} top-0 font-medium text-ink`}>{top}</span>}
      {bottom && <span className={`${text} bottom-0`}>{bottom}</span>}
    </div>
  );
}

/** From the end of each step to the beginning of those that wait for it. */
function Arrows({ steps, at }: { steps: readonly ScheduledStep[]; at: (month: number) => number }) {
  const middle = (index: number) => index * rowHeight + 36;
  const paths = steps.flatMap((step, index) =>
    step.after.map((key) => {
      const from = steps.findIndex((other) => other.id === key);
      const before = steps[from];
      if (!before) return null;
      const [x1, x2] = [at(before.finish), at(step.start)];
      return {
        key: `${key} ${step.id}`,
        path: `M${x1} ${middle(from)} H${x2} V${middle(index)}`,
        critical: step.critical && before.critical,
      };
    }),
  );
  const height = steps.length * rowHeight;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      {paths.map(
        (arrow) =>
          arrow && (
            <path
              key={arrow.key}
              d={arrow.path}
              fill="none"
              vectorEffect="non-scaling-stroke"
              strokeWidth={arrow.critical ? 2 : 1}
              className={arrow.critical ? 'stroke-alternative' : 'stroke-strong-rule'}
            />
          ),
      )}
    </svg>
  );
}
