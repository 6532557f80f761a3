import { type Bench, mapDrafts, withDraft } from '@/lib/lines/bench-sides';
import { type Draft, fail, fieldsOfDraft, isRefused, send, sendable, takeBack } from '@/lib/lines/drafts';
import type { About, Change } from '@/lib/lines/fields';
import type { LineEdit, Side } from '@/lib/lines/schema';

/** Edits of one side that go to the server together. */
export type Batch = {
  readonly side: Side;
  readonly edits: readonly LineEdit[];
  /** What each line sends of what was typed into it, by id. */
  readonly changes: ReadonlyMap<string, Change>;
};

/** What can go now: edits of the first side that has any, one for each line. One request is under way at a time. */
export function nextBatch(bench: Bench, atOnce: number): Batch | null {
  if (bench.underWay.length > 0) return null;
  const most = Math.min(atOnce, bench.together ?? atOnce);
  for (const { kind, id, drafts } of bench.sides) {
    const edits: LineEdit[] = [];
    const changes = new Map<string, Change>();
    /** The line before, where the server has it, or will once the edits before are done. */
    let before: string | null = null;
    for (const draft of drafts) {
      if (edits.length === most) break;
      const next = editOf(draft, kind, before, bench.about);
      if (next) edits.push(next.edit);
      if (next?.change) changes.set(draft.id, next.change);
      if (draft.removal === 'none' && ((draft.saved && draft.home === null) || next)) before = draft.id;
    }
    if (edits.length > 0) return { side: { kind, id }, edits, changes };
  }
  return null;
}

type Next = { readonly edit: LineEdit; readonly change?: Change };

/** What a line needs next: to be taken over before it is anything else, to be placed before it is changed. */
function editOf(draft: Draft, kind: Side['kind'], before: string | null, about: About): Next | null {
  const { id: lineId, saved, home } = draft;
  if (draft.sent || draft.removal === 'sent' || isRefused(draft)) return null;
  if (saved && home !== null) return { edit: { do: 'take', lineId, version: saved.version, from: home } };
  if (saved && draft.removal === 'wanted') return { edit: { do: 'remove', lineId, version: saved.version } };
  if (saved && draft.order === 'moved') return { edit: { do: 'place', lineId, after: before } };
  const change = sendable(draft, kind, about);
  if (!change) return null;
  if (saved) return { edit: { do: 'change', lineId, version: saved.version, change }, change };
  return { edit: { do: 'add', lineId, key: draft.key, after: before, fields: fieldsOfDraft(draft) }, change };
}

export function sending(bench: Bench, { edits, changes }: Batch): Bench {
  const byId = new Map(edits.map((edit) => [edit.lineId, edit.do]));
  const next = mapDrafts(bench, (draft): Draft => {
    switch (byId.get(draft.id)) {
      case 'remove':
        // Taken back since: it is added again once it is gone.
        return draft.removal === 'wanted' ? { ...draft, removal: 'sent' } : draft;
      case 'place':
        return { ...draft, order: 'moving' };
      case 'add':
      case 'change':
        return send(draft, changes.get(draft.id) ?? {});
      default:
        return draft;
    }
  });
  return { ...next, underWay: edits.map(({ lineId }) => lineId) };
}

/** What was under way did not arrive, or not as it was: all of it waits again. */
export function allTakenBack(bench: Bench): Bench {
  const ids = new Set(bench.underWay);
  return { ...mapDrafts(bench, (draft) => (ids.has(draft.id) ? takeBack(draft) : draft)), underWay: [] };
}

/**
 * The server could not take what was under way, and cannot say why: half as many go together next, until the one it
 * cannot take stands alone. That one is marked, and the others go on without it.
 */
export function failed(bench: Bench, why: string): Bench {
  const { underWay } = bench;
  const [only, another] = underWay;
  if (only === undefined) return bench;
  if (another !== undefined) return { ...allTakenBack(bench), together: Math.ceil(underWay.length / 2) };
  return { ...withDraft(bench, only, (draft) => fail(draft, why)), underWay: [] };
}

/** Once a batch went through, twice as many go together, up to as many as may. */
export function moreTogether({ together, underWay }: Bench): number | null {
  return together === null || together > underWay.length ? null : together * 2;
}
