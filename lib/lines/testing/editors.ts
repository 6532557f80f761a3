import { asActor } from '@/db/doors';
import type { Actor } from '@/lib/access/permissions';
import { type Batch, nextBatch } from '@/lib/lines/batches';
import { type BenchEvent, benchAfter, benchOf } from '@/lib/lines/bench';
import { type Bench, sideOf } from '@/lib/lines/bench-sides';
import { type About, type Change, type Field, fieldsOf } from '@/lib/lines/fields';
import { keyOf } from '@/lib/lines/key';
import { standing } from '@/lib/lines/live';
import { saveLines } from '@/lib/lines/mutations';
import { linesById } from '@/lib/lines/queries';
import { eventOfRefusal } from '@/lib/lines/refusal';
import type { Side } from '@/lib/lines/schema';
import { sfc32 } from '@/lib/model/random';
import { DomainError } from '@/lib/server/errors';

/** What the server has confirmed of one editor's writing: a version of a line, or that it was removed. */
export type Confirmed = { readonly lineId: string; readonly version: number | null };

export type Course = {
  readonly actor: Actor;
  /** Edits made by hand; some come to nothing, such as one of a line that somebody has removed meanwhile. */
  readonly edits: number;
  readonly confirmed: readonly Confirmed[];
  /** Refusals that named the line and what the other side holds. */
  readonly explained: number;
  readonly unexplained: readonly string[];
  /** Of what was typed and not taken back in a conflict: what in the end was neither confirmed nor asked about. */
  readonly leftUnsaved: number;
};

type At = { readonly engagementId: string; readonly side: Side; readonly about: About };

/**
 * Somebody who types into the lines of a side as fast as the answers come, without looking at what others do: on the
 * portal's own bench, saved by its own mutations. Conflicts are settled by the throw of a coin.
 */
export async function edit(at: At, actor: Actor, lineIds: readonly string[], edits: number, seed: number) {
  const random = sfc32(seed);
  const { engagementId, side, about } = at;
  const confirmed: Confirmed[] = [];
  const unexplained: string[] = [];
  let explained = 0;
  const read = (ids: readonly string[]) => asActor(actor, (tx) => linesById(tx, engagementId, ids));
  const first = (await read(lineIds)).flatMap(({ line }) => line ?? []);
  let bench = benchOf(about, [{ ...side, lines: first }]);
  const does = (event: BenchEvent) => {
    bench = benchAfter(bench, event);
  };

  for (let count = 0; count < edits; count++) {
    for (const event of written(bench, side.id, about, random)) does(event);
    for (let batch = nextBatch(bench, 50); batch; batch = nextBatch(bench, 50)) {
      does({ does: 'send', batch });
      const answer = await sent(at, actor, batch);
      if ('unexplained' in answer) unexplained.push(answer.unexplained);
      else if (answer.event.does === 'confirm') {
        for (const { lineId, line } of answer.event.saved) confirmed.push({ lineId, version: line?.version ?? null });
      } else explained++;
      does('unexplained' in answer ? { does: 'take back' } : answer.event);
      if ('unexplained' in answer) break;
      for (const event of settled(bench, side.id, random)) does(event);
    }
  }
  const leftUnsaved = standing(sideOf(bench, side.id)?.drafts ?? []).filter(
    ({ typed, sent }) => sent !== null || Object.keys(typed).length > 0,
  ).length;
  return { actor, edits, confirmed, explained, unexplained, leftUnsaved } satisfies Course;
}

/** What a hand does next: mostly a cell or two, now and then a new line, a removal, or an undo. */
function written(bench: Bench, sideId: string, about: About, random: () => number): BenchEvent[] {
  const drafts = standing(sideOf(bench, sideId)?.drafts ?? []);
  const one = drafts[Math.floor(random() * drafts.length)];
  const what = random();
  if (!one || what < 0.05) return [{ does: 'add', sideId, after: null, lines: [freshLine(about, random)] }];
  if (what < 0.08) return [{ does: 'remove', sideId, ids: [one.id] }];
  if (what < 0.12) return [{ does: 'undo' }];
  const others = what < 0.4 ? drafts.filter(() => random() < 2 / drafts.length) : [];
  const ids = [...new Set([one, ...others].map(({ id }) => id))];
  return [{ does: 'type', sideId, typed: ids.map((id) => ({ id, change: changed(random) })) }];
}

function changed(random: () => number): Change {
  const figure = 1 + Math.floor(random() * 1_000);
  const cells: readonly Change[] = [
    { low: figure, likely: figure, high: figure },
    { quantity: figure },
    { source: `Offer ${figure}` },
    { workload: `workload ${figure % 7}` },
  ];
  return cells[Math.floor(random() * cells.length)] ?? {};
}

function freshLine(about: About, random: () => number) {
  const id = crypto.randomUUID();
  const label = `Line ${Math.floor(random() * 1_000_000)}`;
  return { id, key: keyOf(label, id), fields: { ...plainFields(about), label } };
}

/** A line that is complete: ten of something at 5 a month. */
function plainFields(about: About) {
  return {
    ...fieldsOf({
      unit: null,
      quote: null,
      basis: null,
      basisOn: null,
      ownerId: null,
      source: '',
      line: {
        id: 'plain',
        label: 'Plain',
        category: 'licences',
        part: 'run',
        kind: 'recurring',
        quantity: 10,
        unitCost: { low: 5, likely: 5, high: 5 },
        per: 'month',
        billed: 'monthly',
        start: 0,
        end: about.horizonMonths,
        escalator: 0,
        heldUntil: 0,
        growth: 0,
      },
    }),
  };
}

type Answer =
  | { readonly event: Extract<BenchEvent, { does: 'confirm' | 'rebase' | 'refuse' | 'fail' }> }
  | { readonly unexplained: string };

async function sent({ engagementId, side }: At, actor: Actor, { edits }: Batch): Promise<Answer> {
  try {
    const saved = await asActor(actor, (tx) => saveLines(tx, actor, { engagementId, side, edits }));
    return { event: { does: 'confirm', sideId: side.id, saved } };
  } catch (error) {
    if (!(error instanceof DomainError)) return { unexplained: String(error) };
    const event = eventOfRefusal(error.detail, edits);
    return 'stopped' in event ? { unexplained: event.stopped } : { event };
  }
}

/** Answers every question there is: which of two values, and whether a line that is gone is let go. */
function settled(bench: Bench, sideId: string, random: () => number): BenchEvent[] {
  return (sideOf(bench, sideId)?.drafts ?? []).flatMap((draft): BenchEvent[] => {
    if (draft.gone) return [{ does: 'let go', lineId: draft.id }];
    return Object.keys(draft.conflicts).map((field) => ({
      does: 'settle',
      lineId: draft.id,
      field: field as Field,
      whose: random() < 0.5 ? 'mine' : 'theirs',
    }));
  });
}
