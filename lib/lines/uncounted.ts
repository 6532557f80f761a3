import type { BenchSide } from '@/lib/lines/bench-sides';
import { fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import type { About } from '@/lib/lines/fields';
import { standing } from '@/lib/lines/live';

/** Lines whose newest writing the totals cannot count. */
export type Uncounted = {
  /** Names of lines that count as they were last saved. */
  readonly held: readonly string[];
  /** How many lines have never been complete, and count for nothing. */
  readonly unfinished: number;
};

export function uncountedOn(sides: readonly BenchSide[], about: About): Uncounted {
  const held: string[] = [];
  let unfinished = 0;
  for (const { kind, drafts } of sides) {
    for (const draft of standing(drafts)) {
      if (Object.keys(readDraft(draft, kind, about).problems).length === 0) continue;
      if (draft.saved) held.push(fieldsOfDraft(draft).label ?? draft.saved.line.label);
      else unfinished++;
    }
  }
  return { held, unfinished };
}

/** That, in sentences; empty where everything counts as it is written. */
export function uncountedWords({ held, unfinished }: Uncounted): string {
  const [first] = held;
  const asSaved =
    held.length === 1
      ? `“${first}” counts as it was last saved, until its marked cell is put right.`
      : `${held.length} lines count as they were last saved, until their marked cells are put right.`;
  const notYet =
    unfinished === 1
      ? 'One new line is not complete, and does not count yet.'
      : `${unfinished} new lines are not complete, and do not count yet.`;
  return [held.length > 0 && asSaved, unfinished > 0 && notYet].filter(Boolean).join(' ');
}
