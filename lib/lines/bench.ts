import type { LineRecord } from '@/lib/engagements/record';
import { allTakenBack, type Batch, failed, moreTogether, sending } from '@/lib/lines/batches';
import {
  type Bench,
  mapDrafts,
  mapped,
  type NewLine,
  type ReceivedSide,
  sideOf,
  withBlockMoved,
  withDraft,
  withLines,
  withLinesRemoved,
  withLinesTransferred,
  withoutLine,
  withSide,
} from '@/lib/lines/bench-sides';
import {
  confirm,
  confirmRemoval,
  type Draft,
  dispute,
  isPending,
  keepGone,
  keepUnread,
  rebase,
  refuse,
  restored,
  savedDraft,
  settle,
  tryAgain,
  type,
  type UnsavedLine,
} from '@/lib/lines/drafts';
import { type About, type Change, type Field, sameValue } from '@/lib/lines/fields';
import type { Underhand } from '@/lib/lines/live';
import type { Step } from '@/lib/lines/step';
import { heldIn, placed, placesOf, recorded, redone, stepOf, undone } from '@/lib/lines/steps';
import type { OtherSide } from '@/lib/lines/view';

/** What is typed into one line: a change, and texts that could not be read. */
export type Typed = {
  readonly id: string;
  readonly change: Change;
  readonly unread?: readonly { readonly field: Field; readonly text: string; readonly why: string }[];
  /** The change was begun upon a value that somebody else has replaced meanwhile: it asks before it is saved. */
  readonly disputed?: boolean;
};

/** Everything that can happen to the lines on a bench: by hand, from the server, from somebody else. */
export type BenchEvent =
  | {
      readonly does: 'type';
      readonly sideId: string;
      readonly typed: readonly Typed[];
      readonly added?: readonly NewLine[];
    }
  | { readonly does: 'add'; readonly sideId: string; readonly lines: readonly NewLine[]; readonly after: string | null }
  | { readonly does: 'remove'; readonly sideId: string; readonly ids: readonly string[] }
  | { readonly does: 'move'; readonly sideId: string; readonly ids: readonly string[]; readonly by: -1 | 1 }
  | { readonly does: 'transfer'; readonly sideId: string; readonly ids: readonly string[]; readonly to: string }
  | { readonly does: 'undo' | 'redo' | 'take back' }
  | { readonly does: 'send'; readonly batch: Batch }
  | {
      readonly does: 'confirm';
      readonly sideId: string;
      readonly saved: readonly { readonly lineId: string; readonly line: LineRecord | null }[];
    }
  | { readonly does: 'refuse'; readonly lineId: string; readonly field: Field; readonly why: string }
  | { readonly does: 'fail'; readonly why: string }
  | { readonly does: 'try again' }
  | { readonly does: 'rebase'; readonly lineId: string; readonly theirs: OtherSide }
  | { readonly does: 'settle'; readonly lineId: string; readonly field: Field; readonly whose: 'mine' | 'theirs' }
  | { readonly does: 'keep'; readonly lineId: string; readonly id: string; readonly key: string }
  | { readonly does: 'let go'; readonly lineId: string }
  | { readonly does: 'restore'; readonly unsaved: readonly UnsavedLine[] }
  | { readonly does: 'receive'; readonly sides: readonly ReceivedSide[] }
  | {
      readonly does: 'receive lines';
      readonly lines: readonly ReceivedLine[];
      /** What was asked is older than what has been sent since: of lines that are here, only what they say is taken. */
      readonly keepsOrder?: boolean;
      /** What is in a cell's editor at this moment, and nowhere else yet. */
      readonly typing?: Underhand | null;
    };

/** A line as the server now holds it, after somebody did something to it: null where it is no more. */
export type ReceivedLine = {
  readonly lineId: string;
  readonly sideId: string | null;
  /** The line it stands after; null for the first place. */
  readonly after: string | null;
  readonly line: LineRecord | null;
};

export function benchOf(about: About, sides: readonly ReceivedSide[]): Bench {
  return {
    about,
    sides: sides.map(({ kind, id, lines }) => ({ kind, id, drafts: lines.map(savedDraft) })),
    underWay: [],
    together: null,
    undo: [],
    redo: [],
    remark: null,
  };
}

export function benchAfter(bench: Bench, event: BenchEvent): Bench {
  switch (event.does) {
    case 'type':
      return typing(bench, event.sideId, event.typed, event.added ?? []);
    case 'add': {
      const added = event.lines.map(({ id }) => id);
      return recorded(withLines(bench, event.sideId, event.lines, event.after), stepOf(event.sideId, { added }));
    }
    case 'remove': {
      const ids = new Set(event.ids);
      const removed = placed(bench, event.sideId, ids);
      return recorded(withLinesRemoved(bench, event.sideId, ids), stepOf(event.sideId, { removed }));
    }
    case 'move': {
      const { sideId, ids, by } = event;
      return recorded(withBlockMoved(bench, sideId, new Set(ids), by), stepOf(sideId, { moved: { ids, by } }));
    }
    case 'transfer': {
      const { sideId, ids, to } = event;
      const going = new Set(ids);
      const next = withLinesTransferred(bench, sideId, to, going);
      return recorded(next, stepOf(sideId, { transferred: { to, stood: placesOf(bench, sideId, going) } }));
    }
    case 'undo':
      return undone(bench);
    case 'redo':
      return redone(bench);
    case 'send':
      return sending(bench, event.batch);
    case 'confirm':
      return confirmed(bench, event);
    case 'take back':
      return allTakenBack(bench);
    case 'refuse':
      return withDraft(allTakenBack(bench), event.lineId, (draft) => refuse(draft, event.field, event.why));
    case 'fail':
      return failed(bench, event.why);
    case 'try again':
      return mapDrafts(bench, tryAgain);
    case 'rebase':
      return rebased(allTakenBack(bench), event.lineId, event.theirs);
    case 'settle':
      return withDraft(bench, event.lineId, (draft) => settle(draft, event.field, event.whose));
    case 'keep':
      return withDraft(bench, event.lineId, (draft) => keepGone(draft, event.id, event.key));
    case 'let go':
      return withoutLine(bench, event.lineId);
    case 'restore':
      return event.unsaved.reduce(withRestored, bench);
    case 'receive':
      return received(bench, event.sides);
    case 'receive lines':
      return receivedLines(withTypingKept(bench, event), event.lines, event.keepsOrder ?? false);
  }
}

function typing(bench: Bench, sideId: string, typed: readonly Typed[], added: readonly NewLine[]): Bench {
  const cells: Step['cells'][number][] = [];
  const byId = new Map(typed.map((one) => [one.id, one]));
  // A line that comes with this step goes with it, whole.
  const fresh = new Set(added.map(({ id }) => id));
  const next = withSide(added.length > 0 ? withLines(bench, sideId, added, null) : bench, sideId, (drafts) =>
    mapped(drafts, (draft) => {
      const one = byId.get(draft.id);
      if (!one) return draft;
      const after = typedInto(draft, one);
      const touched = [...Object.keys(one.change), ...(one.unread ?? []).map(({ field }) => field)] as Field[];
      const step = { id: draft.id, before: heldIn(draft, touched), after: heldIn(after, touched) };
      if (!fresh.has(draft.id) && !sameValue(step.before, step.after)) cells.push(step);
      return after;
    }),
  );
  if (cells.length === 0 && added.length === 0) return next;
  return recorded(next, stepOf(sideId, { cells, added: added.map(({ id }) => id) }));
}

function typedInto(draft: Draft, { change, unread = [], disputed }: Typed): Draft {
  return unread.reduce(
    (next, { field, text, why }) => keepUnread(next, field, text, why),
    disputed ? dispute(draft, change) : type(draft, change),
  );
}

function confirmed(bench: Bench, { sideId, saved }: Extract<BenchEvent, { does: 'confirm' }>): Bench {
  const byId = new Map(saved.map(({ lineId, line }) => [lineId, line]));
  return {
    ...bench,
    underWay: [],
    together: moreTogether(bench),
    sides: bench.sides.map((side) => {
      if (!side.drafts.some(({ id }) => byId.has(id))) return side;
      const drafts = side.drafts.flatMap((draft) => {
        const line = byId.get(draft.id);
        if (line === undefined) return [draft];
        return (line ? confirm(draft, line, sideId, side.id) : confirmRemoval(draft)) ?? [];
      });
      return { ...side, drafts };
    }),
  };
}

function rebased(bench: Bench, lineId: string, theirs: OtherSide): Bench {
  const next = withDraft(bench, lineId, (draft) => (draft.sent ? draft : rebase(draft, theirs)));
  const draft = next.sides.flatMap(({ drafts }) => drafts).find(({ id }) => id === lineId);
  // Nothing of it waits here, or both removed it: there is nothing to ask.
  return draft && !theirs.line && !draft.gone && !draft.sent ? withoutLine(next, lineId) : next;
}

/**
 * Takes the sides as a page brings them. A page may be older than what has been saved here since: of a side that
 * is open already only what is newer is taken, and no line goes; what comes and goes is told line by line.
 */
function received(bench: Bench, sides: readonly ReceivedSide[]): Bench {
  return {
    ...bench,
    sides: sides.map(({ kind, id, lines }) => {
      const open = sideOf(bench, id);
      if (!open) return { kind, id, drafts: lines.map(savedDraft) };
      const records = new Map(lines.map((record) => [record.id, record]));
      const drafts = mapped(open.drafts, (draft) => {
        const record = records.get(draft.id);
        return record ? underlaid(draft, record) : draft;
      });
      return drafts === open.drafts ? open : { ...open, drafts };
    }),
  };
}

/** Puts back what was typed when the page was left. A line that is being typed in again keeps what is there. */
function withRestored(bench: Bench, unsaved: UnsavedLine): Bench {
  const known = bench.sides.flatMap(({ drafts }) => drafts).find(({ id }) => id === unsaved.id);
  if (!known) return withSide(bench, unsaved.sideId, (drafts) => [...drafts, restored(unsaved, null)]);
  if (!known.saved || isPending(known)) return bench;
  const draft = restored(unsaved, known.saved);
  return withDraft(bench, unsaved.id, () => draft);
}

/** A line that goes from where somebody is typing in it takes what is typed along, as if they had left the cell. */
function withTypingKept(bench: Bench, { lines, typing: at }: Extract<BenchEvent, { does: 'receive lines' }>): Bench {
  const news = at && lines.find(({ lineId }) => lineId === at.lineId);
  if (!news || (news.line && news.sideId === at.sideId)) return bench;
  return typing(bench, at.sideId, [{ id: at.lineId, change: at.change }], []);
}

function receivedLines(bench: Bench, lines: readonly ReceivedLine[], keepsOrder: boolean): Bench {
  return lines.reduce((next, { lineId, sideId, after, line }) => {
    const shown = next.sides.find(({ drafts }) => drafts.some(({ id }) => id === lineId));
    if (!line || sideId === null) return shown ? rebased(next, lineId, { line: null, by: null }) : next;
    const known = shown?.drafts.find(({ id }) => id === lineId);
    const draft = known ? underlaid(known, line) : savedDraft(line);
    // Where it stands is ours to say while we are moving it.
    const staysHere = keepsOrder || (known && !isPlacedByServer(known)) || standsAfter(next, sideId, lineId, after);
    if (known && staysHere) return withDraft(next, lineId, () => draft);
    return withDraftAfter(withoutLine(next, lineId), sideId, draft, after);
  }, bench);
}

/** Its place is what the server knows: it is not new here, on its way, or moved and not yet said. */
function isPlacedByServer(draft: Draft): boolean {
  return draft.saved !== null && !draft.sent && draft.home === null && draft.order === 'kept';
}

/** Whether it stands there as the server sees it, which does not know of lines that were put between meanwhile. */
function standsAfter(bench: Bench, sideId: string, lineId: string, after: string | null): boolean {
  const drafts = sideOf(bench, sideId)?.drafts ?? [];
  const at = drafts.findIndex(({ id }) => id === lineId);
  return at >= 0 && (drafts.slice(0, at).findLast(isPlacedByServer)?.id ?? null) === after;
}

function withDraftAfter(bench: Bench, sideId: string, draft: Draft, after: string | null): Bench {
  return withSide(bench, sideId, (drafts) => {
    const at = after === null ? 0 : drafts.findIndex(({ id }) => id === after) + 1;
    // A line after one that is not here stands last.
    const place = after !== null && at === 0 ? drafts.length : at;
    return [...drafts.slice(0, place), draft, ...drafts.slice(place)];
  });
}

/** Lays what the server now holds under what is typed here. A line under way waits for its own answer. */
function underlaid(draft: Draft, record: LineRecord): Draft {
  if (draft.sent || draft.removal === 'sent' || (draft.saved && draft.saved.version >= record.version)) return draft;
  return isPending(draft) ? rebase(draft, { line: record, by: null }) : savedDraft(record);
}
