import { formatInstantIn } from '@/lib/format/dates';
import type { Decided, ThresholdRecord } from '@/lib/thresholds/facts';
import { holds, latestWords, type Now, standingOf } from '@/lib/thresholds/standing';
import { standingWords, stateWords } from '@/lib/thresholds/standing-words';
import type { ApproverView, StoryView, ThresholdView } from '@/lib/thresholds/view';

/** A threshold as pages show it, by the clocks of the client. */
export function thresholdView(record: ThresholdRecord, now: Now, timeZone: string): ThresholdView {
  const standing = standingOf(record, now);
  const words = (at: Date) => formatInstantIn(at.toISOString(), timeZone);
  return {
    id: record.id,
    state: standing.state,
    word: stateWords[standing.state],
    sentence: standingWords(standing, record.tolerance),
    amount: record.amount,
    statement: record.statement,
    conditions: record.conditions,
    reason: record.reason,
    alternative: record.alternativeLabel,
    alternativeCost: standing.state === 'approved' ? standing.alternativeCost : record.alternativeCost,
    costOf: standing.state === 'approved' ? 'when last approved' : 'when written',
    tolerance: record.tolerance,
    validUntil: standing.state === 'approved' ? standing.until : record.validUntil,
    quorum: record.quorum,
    writtenBy: record.writer,
    writtenOn: words(record.proposedAt),
    approvers: approversOf(record, now, words),
    story: storyOf(record, words),
  };
}

type Words = (at: Date) => string;

function approversOf(record: ThresholdRecord, now: Now, inWords: Words): ApproverView[] {
  const words = new Map(latestWords(record).map((word) => [word.userId, word]));
  return record.named.map(({ userId, name, member }) => {
    const word = words.get(userId);
    return {
      userId,
      name,
      member,
      decision: word?.decision ?? null,
      lapsed: word?.decision === 'approve' && !holds(word, record, now),
      note: word ? noteOf(word) : '',
      on: word ? inWords(word.decidedAt) : null,
    };
  });
}

const noteOf = ({ condition, reason }: Decided) => condition || reason;

const did: Record<ThresholdRecord['moves'][number]['kind'], string> = {
  proposed: 'put it to its approvers',
  withdrawn: 'withdrew it',
  superseded: 'put another in its place',
  stale: 'found it stale',
  restored: 'found it standing again',
};

/** Everything that became of it, in order. What comes first: that somebody wrote it down. */
function storyOf(record: ThresholdRecord, inWords: Words): StoryView[] {
  const written: StoryView = {
    key: record.id,
    on: inWords(record.proposedAt),
    who: record.writer,
    does: 'wrote it down',
    note: '',
    hash: record.snapshotHash,
    method: null,
  };
  const moves = record.moves.map((move) => ({
    key: move.id,
    at: move.at,
    on: inWords(move.at),
    who: move.name ?? 'The portal',
    does: did[move.kind],
    note: move.note,
    hash: null,
    method: null,
  }));
  const words = record.decisions.map((word, index) => ({
    key: word.id,
    at: word.decidedAt,
    on: inWords(word.decidedAt),
    who: word.name,
    does: doesOf(word, record.decisions.slice(0, index)),
    note: noteOf(word),
    hash: word.snapshotHash,
    method: word.method,
  }));
  const later = [...moves, ...words].sort((a, b) => a.at.getTime() - b.at.getTime());
  return [written, ...later.map(({ at: _, ...step }) => step)];
}

function doesOf(word: Decided, before: readonly Decided[]): string {
  if (word.decision === 'decline') return 'declined it';
  const last = before.findLast(({ userId }) => userId === word.userId);
  if (last?.decision === 'approve') return 'approved it again';
  return word.condition ? 'approved it, with a condition' : 'approved it';
}
