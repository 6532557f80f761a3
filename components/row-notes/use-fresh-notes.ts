'use client';

import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useEngagementEvents } from '@/components/live/use-engagement-events';
import { readReviews } from '@/lib/reviews/actions';
import { reviewsAtOnce } from '@/lib/reviews/schema';
import type { RowNotesView } from '@/lib/row-notes/view';

const settleFor = 600;

/**
 * The notes of a page of lines. A grid shows changes of lines by itself, without a new page: so the reviews that fall
 * away with them are asked for here. Everything else comes with the page.
 */
export function useFreshNotes(notes: RowNotesView): RowNotesView {
  const [fresher, setFresher] = useState<{ from: RowNotesView; reviews: RowNotesView['reviews'] }>({
    from: notes,
    reviews: {},
  });
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ask = useEffectEvent(async () => {
    const lineIds = [...changed.current].slice(0, reviewsAtOnce);
    for (const id of lineIds) changed.current.delete(id);
    const answer = await readReviews({ engagementId: notes.engagementId, lineIds }).catch(() => null);
    if (!answer?.ok) return;
    setFresher((before) => ({
      from: notes,
      reviews: { ...(before.from === notes ? before.reviews : {}), ...answer.value },
    }));
    if (changed.current.size > 0) await ask();
  });
  useEngagementEvents({
    onEvents: (events) => {
      for (const { kind, subject } of events) if (kind.startsWith('line.')) changed.current.add(subject);
      if (changed.current.size === 0) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void ask(), settleFor);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  // The same object while nothing has changed: the whole grid is drawn again for another.
  return useMemo(
    () => (fresher.from === notes ? { ...notes, reviews: { ...notes.reviews, ...fresher.reviews } } : notes),
    [fresher, notes],
  );
}
