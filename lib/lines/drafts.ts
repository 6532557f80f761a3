import type { LineRecord } from '@/lib/engagements/record';
import {
  type About,
  type Change,
  type Field,
  fieldsOf,
  type LineFields,
  lineOfFields,
  type Problems,
  sameValue,
} from '@/lib/lines/fields';
import type { OtherSide } from '@/lib/lines/view';
import type { Line } from '@/lib/model/types';

/**
 * One line as one browser holds it: what the server last said, what is under way to it, and what was typed
 * since. Nothing here is ever changed in place, so a line that is the same object is the same line.
 */
export type Draft = {
  readonly id: string;
  /** Its id in the model file. */
  readonly key: string;
  /** Null while the line has never been saved. */
  readonly saved: LineRecord | null;
  /** For a line never saved: what it began with. */
  readonly begun: LineFields | null;
  /** Under way to the server. */
  readonly sent: Change | null;
  /** Typed since, not sent yet. */
  readonly typed: Change;
  /** What could not be read, as it was typed, and why. */
  readonly unread: Partial<Record<Field, { readonly text: string; readonly why: string }>>;
  /** What the server refused. */
  readonly refused: Problems;
  /** Cells that somebody else changed meanwhile to something else. */
  readonly conflicts: Partial<Record<Field, unknown>>;
  readonly conflictBy: string | null;
  readonly removal: 'none' | 'wanted' | 'sent';
  /** Whether it was moved up or down here, and whether the server is being told. */
  readonly order: 'kept' | 'moved' | 'moving';
  /** The side the server has it on, where it was moved to another one here. */
  readonly home: string | null;
  /** Somebody else removed it while something here was not saved. */
  readonly gone: boolean;
};

const clean = {
  sent: null,
  typed: {},
  unread: {},
  refused: {},
  conflicts: {},
  conflictBy: null,
  removal: 'none',
  order: 'kept',
  home: null,
  gone: false,
} as const;

export function savedDraft(record: LineRecord): Draft {
  return { ...clean, id: record.id, key: record.line.id, saved: record, begun: null };
}

export function newDraft(id: string, key: string, begun: LineFields): Draft {
  return { ...clean, id, key, saved: null, begun };
}

const fieldsMemory = new WeakMap<Draft, LineFields>();

/** The line as its reader sees it: theirs, then ours on top. */
export function fieldsOfDraft(draft: Draft): LineFields {
  let fields = fieldsMemory.get(draft);
  if (!fields) {
    fields = { ...confirmed(draft), ...draft.sent, ...draft.typed };
    fieldsMemory.set(draft, fields);
  }
  return fields;
}

function confirmed({ saved, begun }: Draft): LineFields {
  if (saved) return fieldsOf(saved);
  if (!begun) throw new Error('A line that is neither saved nor begun');
  return begun;
}

type Read = { readonly line: Line | null; readonly problems: Problems };
const readMemory = new WeakMap<Draft, Read>();

/**
 * The model's line, for the totals, and what is wrong cell by cell. While what is typed makes no line, the last
 * saved one counts.
 */
export function readDraft(draft: Draft, side: 'offer' | 'alternative', about: About): Read {
  const known = readMemory.get(draft);
  if (known) return known;
  const read = reading(draft, side, about);
  readMemory.set(draft, read);
  return read;
}

function reading(draft: Draft, side: 'offer' | 'alternative', about: About): Read {
  const own = { ...draft.refused, ...mapped(draft.unread, ({ why }) => why) };
  if (draft.saved && !draft.sent && isEmpty(draft.typed)) return { line: draft.saved.line, problems: own };
  const read = lineOfFields(fieldsOfDraft(draft), draft.key, side, about, pendingOf(draft));
  if (read.ok) return { line: read.line, problems: own };
  return { line: draft.saved?.line ?? null, problems: { ...read.problems, ...own } };
}

/** Types a change into a line. A cell that is back at what the server holds is no change. */
export function type(draft: Draft, change: Change): Draft {
  const held = { ...confirmed(draft), ...draft.sent };
  const typed: Record<string, unknown> = { ...draft.typed };
  for (const [field, value] of Object.entries(change)) {
    if (draft.saved && sameValue(held[field as Field], value)) delete typed[field];
    else typed[field] = value;
  }
  const fields = Object.keys(change);
  return {
    ...draft,
    typed,
    unread: without(draft.unread, fields),
    // Whatever is typed next is worth another try.
    refused: {},
    conflicts: without(draft.conflicts, fields),
  };
}

/** Types a change that was begun upon values somebody else has replaced since: cells that differ wait for an answer. */
export function dispute(draft: Draft, change: Change): Draft {
  const held = { ...confirmed(draft), ...draft.sent };
  const differing = Object.entries(change).filter(([field, value]) => !sameValue(held[field as Field], value));
  const theirs = Object.fromEntries(differing.map(([field]) => [field, held[field as Field]]));
  const typed = type(draft, change);
  return { ...typed, conflicts: { ...typed.conflicts, ...theirs } };
}

/** Keeps a text that could not be read at its cell. */
export function keepUnread(draft: Draft, field: Field, text: string, why: string): Draft {
  return { ...draft, unread: { ...draft.unread, [field]: { text, why } } };
}

/** Cells in dispute wait; of what is typed, the part that makes a line can be saved. Null where there is none. */
export function sendable(draft: Draft, side: 'offer' | 'alternative', about: About): Change | null {
  if (draft.sent || draft.gone || draft.removal !== 'none' || isRefused(draft)) return null;
  if (!draft.saved) return lineOfFields(fieldsOfDraft(draft), draft.key, side, about).ok ? draft.typed : null;
  const open = without(draft.typed, Object.keys(draft.conflicts));
  if (isEmpty(open)) return null;
  const attempt = (change: Change) => lineOfFields({ ...confirmed(draft), ...change }, draft.key, side, about);
  const whole = attempt(open);
  if (whole.ok) return open;
  const wrong = Object.keys(whole.problems);
  const ofRange = wrong.some((field) => range.includes(field as Field));
  const rest = without(open, ofRange ? [...wrong, ...range] : wrong);
  return !isEmpty(rest) && attempt(rest).ok ? rest : null;
}

/** Marks a change as under way. What was typed or taken back since it was put together stays on top. */
export function send(draft: Draft, change: Change): Draft {
  const now = fieldsOfDraft(draft);
  const since = Object.entries(change).flatMap(([field, value]) =>
    sameValue(now[field as Field], value) ? [] : [[field, now[field as Field]] as const],
  );
  const sent = { ...draft, sent: change, typed: without(draft.typed, Object.keys(change)) };
  return since.length === 0 ? sent : type(sent, Object.fromEntries(since));
}

/** The server has removed it. Where that was taken back meanwhile, it is to be added again. */
export function confirmRemoval(draft: Draft): Draft | null {
  if (draft.removal !== 'none') return null;
  return { ...newDraft(draft.id, draft.key, fieldsOfDraft(draft)), unread: draft.unread };
}

/** What of a line has not been saved, to be put back upon it. */
export function pendingOf(draft: Draft): Change {
  return { ...draft.sent, ...draft.typed };
}

/** The server has it, on that side: what it answered is what it holds. */
export function confirm(draft: Draft, record: LineRecord, on: string, shownOn: string): Draft {
  const order = draft.order === 'moving' ? 'kept' : draft.order;
  const home = on === shownOn ? null : on;
  const next = { ...draft, saved: record, begun: null, sent: null, key: record.line.id, order, home };
  return type({ ...next, typed: {} }, draft.typed);
}

/** It did not arrive: what was under way waits to be sent again. What was typed since stays on top. */
export function takeBack(draft: Draft): Draft {
  if (draft.removal === 'sent') return { ...draft, removal: 'wanted' };
  const order = draft.order === 'moving' ? 'moved' : draft.order;
  return { ...draft, order, sent: null, typed: { ...draft.sent, ...draft.typed } };
}

/** The server refused it for good: it stays where it was typed, with the reason at its cell. */
export function refuse(draft: Draft, field: Field, why: string): Draft {
  const back = { ...takeBack(draft), removal: 'none' as const };
  return { ...back, refused: { ...back.refused, [field]: why } };
}

/**
 * The server could not take it, and cannot say why: each cell that was sent is marked. It waits until it is typed anew,
 * or until somebody says to try again.
 */
export function fail(draft: Draft, why: string): Draft {
  const sent = Object.keys(draft.sent ?? {});
  // Corrected while it was under way.
  if (sent.some((field) => field in draft.typed)) return takeBack(draft);
  const fields = draft.saved ? (sent as Field[]) : [];
  return (fields.length > 0 ? fields : (['label'] as const)).reduce((next, field) => refuse(next, field, why), draft);
}

/** Whatever was refused is worth another try. */
export function tryAgain(draft: Draft): Draft {
  return isEmpty(draft.refused) ? draft : { ...draft, refused: {} };
}

/**
 * Lays our edits upon what the other side now holds. A cell only we touched stays ours, a cell both set to the
 * same is settled, a cell both set differently is in conflict until somebody says which.
 */
export function rebase(draft: Draft, theirs: OtherSide): Draft {
  const back = takeBack(draft);
  if (!theirs.line) {
    const unsaved = !isEmpty(back.typed) || !isEmpty(back.unread);
    return unsaved && back.removal === 'none' ? { ...back, gone: true } : { ...back, removal: 'sent' };
  }
  if (!back.saved) return back;
  const { typed, conflicts } = laidUpon(fieldsOf(back.saved), fieldsOf(theirs.line), back.typed, back.conflicts);
  return { ...back, saved: theirs.line, typed, conflicts, conflictBy: isEmpty(conflicts) ? null : theirs.by };
}

/** What of a change is left, and what of it is disputed, once the values it was made upon have become others. */
function laidUpon(before: LineFields, after: LineFields, change: Change, disputed: Draft['conflicts']) {
  const typed: Record<string, unknown> = {};
  const conflicts: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change)) {
    const now = after[field as Field];
    if (sameValue(now, value)) continue;
    typed[field] = value;
    if (field in disputed || !sameValue(before[field as Field], now)) conflicts[field] = now;
  }
  return { typed, conflicts };
}

/** What was typed into a line and had not been saved when its page was left. */
export type UnsavedLine = {
  readonly sideId: string;
  readonly id: string;
  readonly key: string;
  /** Whether the server had the line. */
  readonly known: boolean;
  /** What the line held under what was typed. */
  readonly base: LineFields;
  readonly typed: Change;
  readonly unread: Draft['unread'];
};

export function unsavedOf(sideId: string, draft: Draft): UnsavedLine {
  const { id, key, unread } = draft;
  return { sideId, id, key, known: draft.saved !== null, base: confirmed(draft), typed: pendingOf(draft), unread };
}

/** A line as it was left, upon what the server holds of it now: null where it holds nothing. */
export function restored(unsaved: UnsavedLine, record: LineRecord | null): Draft {
  const { id, key, known, base, typed, unread } = unsaved;
  if (!record) return { ...newDraft(id, key, base), typed, unread, gone: known };
  const left = laidUpon(base, fieldsOf(record), typed, {});
  return { ...savedDraft(record), ...left, unread };
}

const range: readonly Field[] = ['low', 'likely', 'high'];

/** Says which of two values a cell in conflict shall have. The ends of a range go with it. */
export function settle(draft: Draft, field: Field, whose: 'mine' | 'theirs'): Draft {
  const fields = range.includes(field) ? range : [field];
  const conflicts = without(draft.conflicts, fields);
  const typed = whose === 'theirs' ? without(draft.typed, fields) : draft.typed;
  return { ...draft, typed, conflicts, conflictBy: isEmpty(conflicts) ? null : draft.conflictBy };
}

/** A line somebody else removed, kept after all: it is added again as it stands here. */
export function keepGone(draft: Draft, id: string, key: string): Draft {
  return { ...newDraft(id, key, fieldsOfDraft(draft)), unread: draft.unread };
}

export function remove(draft: Draft): Draft {
  return { ...draft, removal: 'wanted', typed: {}, unread: {}, refused: {}, conflicts: {} };
}

/** Whether the server has refused something of a line, which waits where it was typed. */
export function isRefused(draft: Draft): boolean {
  return !isEmpty(draft.refused);
}

/** Whether anything of a line is not on the server yet. */
export function isPending(draft: Draft): boolean {
  const moved = draft.order !== 'kept' || draft.home !== null;
  const wanted = !draft.saved || draft.sent !== null || draft.removal !== 'none' || moved;
  return wanted || !isEmpty(draft.typed) || !isEmpty(draft.unread);
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}

function without<T extends object>(record: T, keys: readonly string[]): T {
  if (keys.every((key) => !(key in record))) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))) as T;
}

function mapped<T>(record: Partial<Record<Field, T>>, map: (value: T) => string): Problems {
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [field, map(value as T)]));
}
