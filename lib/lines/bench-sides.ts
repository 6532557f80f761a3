import type { LineRecord } from '@/lib/engagements/record';
import { type Draft, newDraft, remove, tryAgain } from '@/lib/lines/drafts';
import type { About, LineFields } from '@/lib/lines/fields';
import type { Side } from '@/lib/lines/schema';
import type { Place, Step } from '@/lib/lines/step';

/** The lines of every side that is open in one browser, and one's own steps back and forth. Never changed in place. */
export type Bench = {
  readonly about: About;
  readonly sides: readonly BenchSide[];
  /** Ids of the lines under way, one request at a time. */
  readonly underWay: readonly string[];
  /** How many edits go together at most, since some could not be taken for no known reason; null for as many as may. */
  readonly together: number | null;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  /** Said once to whoever listens: what could not be taken back. */
  readonly remark: string | null;
};

export type BenchSide = Side & { readonly drafts: readonly Draft[] };

export type ReceivedSide = Side & { readonly lines: readonly LineRecord[] };

export type NewLine = { readonly id: string; readonly key: string; readonly fields: LineFields };

export function sideOf(bench: Bench, sideId: string): BenchSide | undefined {
  return bench.sides.find(({ id }) => id === sideId);
}

type Drafts = readonly Draft[];

/** Changes the lines of one side. What stays the same stays the same object, so that nothing else is counted anew. */
export function withSide(bench: Bench, sideId: string, change: (drafts: Drafts) => Drafts): Bench {
  return { ...bench, sides: bench.sides.map((side) => (side.id === sideId ? changedSide(side, change) : side)) };
}

export function mapDrafts(bench: Bench, change: (draft: Draft) => Draft): Bench {
  return { ...bench, sides: bench.sides.map((side) => changedSide(side, (drafts) => mapped(drafts, change))) };
}

export function withDraft(bench: Bench, lineId: string, change: (draft: Draft) => Draft): Bench {
  return mapDrafts(bench, (draft) => (draft.id === lineId ? change(draft) : draft));
}

export function withoutLine(bench: Bench, lineId: string): Bench {
  const kept = (drafts: Drafts) => {
    const rest = drafts.filter(({ id }) => id !== lineId);
    return rest.length === drafts.length ? drafts : rest;
  };
  return { ...bench, sides: bench.sides.map((side) => changedSide(side, kept)) };
}

/** New lines after another, or at the end. */
export function withLines(bench: Bench, sideId: string, added: readonly NewLine[], afterId: string | null): Bench {
  return withSide(bench, sideId, (drafts) => {
    const fresh = added.map(({ id, key, fields }) => newDraft(id, key, fields));
    const at = drafts.findIndex(({ id }) => id === afterId);
    return at < 0 ? [...drafts, ...fresh] : [...drafts.slice(0, at + 1), ...fresh, ...drafts.slice(at + 1)];
  });
}

/** A line never saved is gone at once; one that is under way, or saved, is asked of the server. */
export function withLinesRemoved(bench: Bench, sideId: string, ids: ReadonlySet<string>): Bench {
  return withSide(bench, sideId, (drafts) =>
    drafts.flatMap((draft) => {
      if (!ids.has(draft.id)) return [draft];
      return draft.saved || draft.sent ? [remove(draft)] : [];
    }),
  );
}

/** Moves a block of lines one place up or down: its neighbour goes to the other end of it. */
export function withBlockMoved(bench: Bench, sideId: string, ids: ReadonlySet<string>, by: -1 | 1): Bench {
  return withSide(bench, sideId, (drafts) => {
    const first = drafts.findIndex(({ id }) => ids.has(id));
    const last = drafts.findLastIndex(({ id }) => ids.has(id));
    const from = by < 0 ? first - 1 : last + 1;
    const neighbour = drafts[from];
    if (first < 0 || !neighbour) return drafts;
    const rest = drafts.filter((draft) => draft !== neighbour);
    const to = by < 0 ? last : first;
    return [...rest.slice(0, to), { ...tryAgain(neighbour), order: 'moved' as const }, ...rest.slice(to)];
  });
}

/**
 * Moves lines to another side: to the places named, first to last, else last in order. One that is saved has its home
 * where it was until the server knows.
 */
export function withLinesTransferred(
  bench: Bench,
  fromId: string,
  toId: string,
  ids: ReadonlySet<string>,
  places: readonly Place[] = [],
): Bench {
  const moving = (sideOf(bench, fromId)?.drafts ?? []).filter(({ id }) => ids.has(id));
  const left = withSide(bench, fromId, (drafts) => drafts.filter(({ id }) => !ids.has(id)));
  const arriving = moving.map((draft) => {
    const home = draft.saved || draft.sent ? (draft.home ?? fromId) : null;
    return { ...tryAgain(draft), home: home === toId ? null : home };
  });
  const placed = new Set(places.map(({ id }) => id));
  return withSide(left, toId, (drafts) => {
    const next = [...drafts, ...arriving.filter(({ id }) => !placed.has(id))];
    for (const { id, at } of places) {
      const draft = arriving.find((one) => one.id === id);
      // The server puts what it takes over last: it is told the place as well.
      if (draft) next.splice(at, 0, { ...draft, order: 'moved' });
    }
    return next;
  });
}

export function mapped(drafts: Drafts, change: (draft: Draft) => Draft): Drafts {
  let same = true;
  const next = drafts.map((draft) => {
    const changed = change(draft);
    same &&= changed === draft;
    return changed;
  });
  return same ? drafts : next;
}

function changedSide(side: BenchSide, change: (drafts: Drafts) => Drafts): BenchSide {
  const drafts = change(side.drafts);
  return drafts === side.drafts ? side : { ...side, drafts };
}
