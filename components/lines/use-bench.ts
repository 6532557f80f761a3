'use client';

import { useRouter } from 'next/navigation';
import { type Dispatch, useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import { useAfterPaint, useSettled } from '@/components/lines/after-paint';
import { createTyping, type Typing } from '@/components/lines/typing';
import { useKeepsFresh } from '@/components/live/live-engagement';
import { useEngagementEvents, useLiveScope } from '@/components/live/use-engagement-events';
import { readLines, saveLines } from '@/lib/lines/actions';
import { type Batch, nextBatch } from '@/lib/lines/batches';
import { type BenchEvent, benchAfter, benchOf, type ReceivedLine } from '@/lib/lines/bench';
import type { Bench, ReceivedSide } from '@/lib/lines/bench-sides';
import { isPending, isRefused } from '@/lib/lines/drafts';
import { editsAtOnce } from '@/lib/lines/limits';
import { newsOf } from '@/lib/lines/news';
import { eventOfRefusal } from '@/lib/lines/refusal';
import { keptText, unsavedOfText } from '@/lib/lines/unsaved';
import type { BenchView } from '@/lib/lines/view';
import type { LiveEvent } from '@/lib/live/events';

/** How what was typed stands with the server. */
export type Saving =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'waiting'; readonly lines: number }
  | { readonly state: 'refused'; readonly lines: number }
  /** Terms of an offer, beside its lines. */
  | { readonly state: 'terms'; readonly terms: number }
  | { readonly state: 'offline'; readonly lines: number }
  | { readonly state: 'stopped'; readonly why: string };

const linesAtOnce = 1_000;
const retryAfterMs = 4_000;
const ownKinds = ['line.'] as const;

type Trouble = { readonly kind: 'offline' } | { readonly kind: 'stopped'; readonly why: string } | null;

/**
 * The lines of an engagement in this browser, saved as they are typed: one request at a time, what cannot be sent
 * is kept, and what somebody else changed meanwhile is laid under it.
 */
export function useBench(view: BenchView): {
  readonly bench: Bench;
  /** The bench as it was last painted, for figures that take a look at every line. */
  readonly settled: Bench;
  readonly dispatch: Dispatch<BenchEvent>;
  readonly typing: Typing;
  readonly saving: Saving;
  readonly retry: () => void;
} {
  const router = useRouter();
  const [bench, dispatch] = useReducer(benchAfter, view, (start) => benchOf(start, sidesOf(start)));
  const [typing] = useState(createTyping);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const saved = useRef(false);
  const batches = useRef(0);

  // What the page brings anew, after a refresh or from elsewhere, goes under what is typed here.
  const [shown, setShown] = useState(view);
  if (shown !== view) {
    setShown(view);
    dispatch({ does: 'receive', sides: sidesOf(view) });
  }

  const settled = useSettled(bench);
  const toSend = useMemo(() => (trouble ? null : bench), [bench, trouble]);
  // What is typed between this and the next drawing stays on top of what is sent.
  useAfterPaint(toSend, (bench) => {
    const batch = bench && nextBatch(bench, editsAtOnce);
    if (!batch) return;
    batches.current++;
    dispatch({ does: 'send', batch });
    void send(view.engagementId, batch).then((answer) => {
      if (answer === 'not reached') setTrouble({ kind: 'offline' });
      else if ('stopped' in answer) setTrouble({ kind: 'stopped', why: answer.stopped });
      if (answer === 'not reached' || 'stopped' in answer) return dispatch({ does: 'take back' });
      saved.current = true;
      dispatch(answer);
    });
  });

  useEffect(() => {
    if (trouble?.kind !== 'offline') return;
    const again = () => setTrouble(null);
    const timer = setTimeout(again, retryAfterMs);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [trouble]);

  useOthersLines(view.engagementId, bench, typing, dispatch, () => batches.current);
  const kept = useKept(view.engagementId, bench, dispatch);

  // Whoever goes on to another page of the engagement shall not be shown figures from before.
  useEffect(
    () => () => {
      if (saved.current) router.refresh();
    },
    [router],
  );

  // What is done by hand after everything was stopped may be what mends it.
  const byHand = useCallback((event: BenchEvent) => {
    setTrouble((trouble) => (trouble?.kind === 'stopped' ? null : trouble));
    dispatch(event);
  }, []);
  const retry = useCallback(() => {
    setTrouble(null);
    dispatch({ does: 'try again' });
  }, []);

  const pending = bench.sides.reduce((count, { drafts }) => count + drafts.filter(isPending).length, 0);
  useWarningOnLeaving(pending > 0 && !kept);
  return { bench, settled, dispatch: byHand, typing, saving: savingOf(bench, trouble, pending), retry };
}

function savingOf(bench: Bench, trouble: Trouble, pending: number): Saving {
  if (trouble?.kind === 'stopped') return { state: 'stopped', why: trouble.why };
  if (trouble) return { state: 'offline', lines: pending };
  if (bench.underWay.length > 0) return { state: 'saving' };
  const refused = bench.sides.reduce((count, { drafts }) => count + drafts.filter(isRefused).length, 0);
  if (refused > 0) return { state: 'refused', lines: refused };
  return pending > 0 ? { state: 'waiting', lines: pending } : { state: 'saved' };
}

function sidesOf(view: BenchView): ReceivedSide[] {
  return [
    ...view.offers.map(({ id, lines }) => ({ kind: 'offer' as const, id, lines })),
    ...view.alternatives.map(({ id, lines }) => ({ kind: 'alternative' as const, id, lines })),
  ];
}

type Answer = BenchEvent | 'not reached' | { readonly stopped: string };

async function send(engagementId: string, { side, edits }: Batch): Promise<Answer> {
  try {
    const answer = await saveLines({ engagementId, side, edits });
    if (answer.ok) return { does: 'confirm', sideId: side.id, saved: answer.value };
    return eventOfRefusal(answer.errors[0], edits);
  } catch {
    return 'not reached';
  }
}

/**
 * Keeps what is not saved in this browser, for this person, until it is: a page that is closed or lost brings it back
 * when it is opened again. False where the browser would not keep it.
 */
function useKept(engagementId: string, bench: Bench, dispatch: Dispatch<BenchEvent>): boolean {
  const { me } = useLiveScope();
  const name = `unsaved lines of ${engagementId} by ${me}`;
  const [kept, setKept] = useState(true);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    try {
      const unsaved = unsavedOfText(localStorage.getItem(name) ?? '');
      if (unsaved.length > 0) dispatch({ does: 'restore', unsaved });
    } catch {
      setKept(false);
    }
    setOpened(true);
  }, [name, dispatch]);
  useAfterPaint(opened ? bench : null, (bench) => {
    if (!bench) return;
    const text = keptText(bench);
    try {
      if (text === null) localStorage.removeItem(name);
      else localStorage.setItem(name, text);
      setKept(true);
    } catch {
      setKept(false);
    }
  });
  return kept;
}

function useWarningOnLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

/**
 * What others do to lines appears by itself: told by id, and asked for under one's own rights. A line under way is
 * asked for once it has its own answer, where that is not the newest; and where lines stand once more, where something
 * was sent meanwhile.
 */
function useOthersLines(
  engagementId: string,
  bench: Bench,
  typing: Typing,
  dispatch: Dispatch<BenchEvent>,
  batchesSent: () => number,
): void {
  useKeepsFresh(ownKinds);
  const waiting = useRef<readonly LiveEvent[]>([]);
  const look = useEffectEvent((events: readonly LiveEvent[]) => {
    const { wanted, later } = newsOf(bench, events);
    waiting.current = later;
    const lineIds = [...new Set(wanted)].slice(-linesAtOnce);
    if (lineIds.length === 0) return;
    const before = batchesSent();
    void readLines({ engagementId, lineIds }).then(
      (answer) => answer.ok && take(answer.value, events, before === batchesSent()),
      // Not reached: the connection says so too, and tells again what was missed.
      () => undefined,
    );
  });
  const take = useEffectEvent((lines: readonly ReceivedLine[], events: readonly LiveEvent[], newest: boolean) => {
    const quiet = newest && bench.underWay.length === 0;
    dispatch({ does: 'receive lines', lines, keepsOrder: !quiet, typing: typing.get() });
    if (quiet) return;
    const moved = events.filter(({ version }) => version === null);
    if (bench.underWay.length > 0) waiting.current = [...waiting.current, ...moved];
    else if (moved.length > 0) look(moved);
  });
  useEngagementEvents({
    onEvents: (events) => look([...waiting.current, ...events.filter(({ kind }) => kind.startsWith('line.'))]),
  });
  const answered = bench.underWay.length === 0;
  useEffect(() => {
    if (answered && waiting.current.length > 0) look(waiting.current);
  }, [answered]);
}
