import { type Bench, mapDrafts } from '@/lib/lines/bench-sides';
import { type Draft, fieldsOfDraft, send, sendable, takeBack } from '@/lib/lines/drafts';
import type { About, Change } from '@/lib/lines/fields';
import type { LineEdit, Side } from '@/lib/lines/schema';

/** Edits of one side that go to the server together. */
export type Batch = {
  readonly side: Side;
  readonly edits: readonly LineEdit[];
  /** What each line sends; null for one that is removed. */
  readonly changes: readonly { readonly id: string; readonly change: Change | null }[];
};

/** What can go now: edits of the first side that has any. One request is under way at a time. */
export function nextBatch(bench: Bench, atOnce: number): Batch | null {
  if (bench.underWay.length > 0) return null;
  for (const { kind, id, drafts } of bench.sides) {
    const edits: LineEdit[] = [];
    const changes: Batch['changes'][number][] = [];
    for (const draft of drafts) {
      if (edits.length === atOnce) break;
      const next = editOf(draft, kind, bench.about);
      if (!next) continue;
      edits.push(next.edit);
      changes.push({ id: draft.id, change: next.change });
    }
    if (edits.length > 0) return { side: { kind, id }, edits, changes };
  }
  return null;
}

function editOf(draft: Draft, kind: Side['kind'], about: About): { edit: LineEdit; change: Change | null } | null {
  const { id: lineId, saved } = draft;
  if (draft.removal === 'wanted' && saved && !draft.sent) {
    return { edit: { do: 'remove', lineId, version: saved.version }, change: null };
  }
  const change = sendable(draft, kind, about);
  if (!change) return null;
  if (!saved) return { edit: { do: 'add', lineId, key: draft.key, fields: fieldsOfDraft(draft) }, change };
  return { edit: { do: 'change', lineId, version: saved.version, change }, change };
}

export function sending(bench: Bench, { changes }: Batch): Bench {
  const byId = new Map(changes.map(({ id, change }) => [id, change]));
  const next = mapDrafts(bench, (draft) => {
    const change = byId.get(draft.id);
    if (change === undefined) return draft;
    return change === null ? { ...draft, removal: 'sent' } : send(draft, change);
  });
  return { ...next, underWay: changes.map(({ id }) => id) };
}

/** What was under way did not arrive, or not as it was: all of it waits again. */
export function allTakenBack(bench: Bench): Bench {
  const ids = new Set(bench.underWay);
  return { ...mapDrafts(bench, (draft) => (ids.has(draft.id) ? takeBack(draft) : draft)), underWay: [] };
}
