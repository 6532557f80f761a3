'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatDate, formatMonthAfter } from '@/lib/format/dates';
import { type Lane, lanes, type Mark, placeOf, span } from '@/lib/preparedness/timeline';
import type { ReadinessView } from '@/lib/preparedness/view';

const laneNames: Readonly<Record<Lane, string>> = {
  milestones: 'Milestones',
  agreement: 'Agreement',
  leaving: 'Leaving',
  leadership: 'Leadership',
  vendor: 'Microsoft',
};

/** Shape first, colour second: done is full, overdue a full square, ahead a ring, a fact a diamond. */
const looks: Readonly<Record<Mark['state'], string>> = {
  done: 'rounded-full bg-good border-good',
  overdue: 'bg-bad border-bad',
  ahead: 'rounded-full bg-surface border-accent',
  fact: 'rotate-45 bg-offer border-offer',
};
const stateWords: Readonly<Record<Mark['state'], string>> = {
  done: 'done',
  overdue: 'overdue',
  ahead: 'ahead',
  fact: '',
};

/** T−18 … T+6 on one axis. ← and → go from day to day, ↑ and ↓ to another row; what is chosen is told below. */
export function TimelinePicture({ view }: { view: ReadinessView }) {
  const { renewalDate } = view.dates;
  const placed = view.marks.flatMap((mark) => {
    const at = placeOf(mark.on, renewalDate);
    return at === null ? [] : [{ mark, at }];
  });
  const shown = lanes.filter((lane) => placed.some(({ mark }) => mark.lane === lane));
  const [chosen, setChosen] = useState<string | null>(null);
  const current = placed.find(({ mark }) => mark.id === chosen) ?? nextAfter(placed, view.today);
  const today = placeOf(view.today, renewalDate);
  const scroller = useRef<HTMLDivElement>(null);
  // Where the axis runs past a phone's edge it begins at today.
  useEffect(() => {
    const box = scroller.current;
    if (box && today !== null) box.scrollLeft = (today / 100) * box.scrollWidth - box.clientWidth / 2;
  }, [today]);

  function press(event: KeyboardEvent, index: number) {
    const here = placed[index];
    if (!here) return;
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const across = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const there =
      event.key === 'Home'
        ? placed[0]
        : event.key === 'End'
          ? placed.at(-1)
          : along
            ? placed[index + along]
            : across
              ? nearest(placed, shown[shown.indexOf(here.mark.lane) + across], here.at)
              : undefined;
    if (!there) return;
    event.preventDefault();
    scroller.current?.querySelector<HTMLElement>(`[data-mark="${there.mark.id}"]`)?.focus();
  }

  if (placed.length === 0) return null;
  return (
    <figure className="mt-4 rounded-lg border border-rule bg-surface print:border-0">
      <div ref={scroller} className="relative overflow-x-auto px-4 pt-4 pb-3">
        <div className="relative min-w-[44rem] sm:ml-28">
          <Months renewalDate={renewalDate} />
          {today !== null && (
            <div
              aria-hidden="true"
              className="absolute -top-1 bottom-0 w-0 border-l-2 border-dashed border-offer"
              style={{ left: `${today}%` }}
            >
              <span className="absolute top-0 left-1 text-xs font-medium text-offer">Today</span>
            </div>
          )}
          {shown.map((lane) => (
            <fieldset key={lane} className="relative h-16 border-t border-rule first-of-type:mt-6 sm:h-12">
              <legend className="sr-only">{laneNames[lane]}</legend>
              <span
                aria-hidden="true"
                className="sticky left-0 z-10 inline-block bg-surface pr-2 text-xs text-muted sm:absolute sm:top-3 sm:right-full sm:left-auto sm:mr-4 sm:w-24 sm:bg-transparent sm:p-0 sm:text-right sm:text-sm"
              >
                {laneNames[lane]}
              </span>
              {placed.map(({ mark, at }, index) =>
                mark.lane === lane ? (
                  <button
                    key={mark.id}
                    type="button"
                    data-mark={mark.id}
                    tabIndex={mark.id === current?.mark.id ? 0 : -1}
                    aria-pressed={mark.id === current?.mark.id}
                    aria-label={spoken(mark)}
                    onFocus={() => setChosen(mark.id)}
                    onClick={() => setChosen(mark.id)}
                    onKeyDown={(event) => press(event, index)}
                    className="absolute top-4 grid size-11 -translate-x-1/2 sm:top-0.5 place-items-center rounded-full"
                    style={{ left: `${at}%` }}
                  >
                    <span
                      className={`size-3.5 border-2 ${looks[mark.state]} ${mark.id === current?.mark.id ? 'outline-2 outline-offset-2 outline-ink' : ''}`}
                    />
                  </button>
                ) : null,
              )}
            </fieldset>
          ))}
        </div>
      </div>
      <figcaption className="border-t border-rule px-4 py-3">
        <p aria-live="polite" className="min-h-12">
          {current && (
            <>
              <span className="font-semibold">
                {formatDate(current.mark.on)} · {current.mark.label}
              </span>
              {stateWords[current.mark.state] && `, ${stateWords[current.mark.state]}`}
              {current.mark.detail && <span className="text-muted"> {current.mark.detail}</span>}
            </>
          )}
        </p>
        <p className="text-sm text-muted print:hidden">
          Filled: done. Square: overdue. Ring: ahead. Diamond: a day that is given. ← and → go from day to day.
        </p>
      </figcaption>
    </figure>
  );
}

type Placed = { readonly mark: Mark; readonly at: number };

/** What comes next, or else what came last. */
function nextAfter(placed: readonly Placed[], today: string): Placed | undefined {
  return placed.find(({ mark }) => mark.on >= today && mark.state !== 'done') ?? placed.at(-1);
}

function nearest(placed: readonly Placed[], lane: Lane | undefined, at: number): Placed | undefined {
  return placed.filter(({ mark }) => mark.lane === lane).sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
}

function spoken({ on, label, state, lane }: Mark): string {
  return [formatDate(on), label, stateWords[state], laneNames[lane]].filter(Boolean).join(', ');
}

/** T−18, T−15, … with the months they are. */
function Months({ renewalDate }: { renewalDate: string }) {
  const months = Array.from({ length: (span.last - span.first) / 3 + 1 }, (_, index) => span.first + index * 3);
  return (
    <div aria-hidden="true" className="relative h-10">
      {months.map((month) => {
        const left = ((month - span.first) / (span.last - span.first)) * 100;
        return (
          <span
            key={month}
            className={`absolute top-5 whitespace-nowrap text-xs text-muted ${month === span.last ? '-translate-x-full' : '-translate-x-1/2'} ${month === 0 ? 'font-semibold text-ink' : ''}`}
            style={{ left: `${left}%` }}
          >
            <span className="block text-center">
              {month === 0 ? 'T' : `T${month < 0 ? '−' : '+'}${Math.abs(month)}`}
            </span>
            <span className="block text-center">{formatMonthAfter(renewalDate, month)}</span>
          </span>
        );
      })}
    </div>
  );
}
