import type { Decided, ThresholdRecord } from '@/lib/thresholds/facts';
import { holds, latestWords, type Now, standingOf } from '@/lib/thresholds/standing';
import { standingWords, stateWords } from '@/lib/thresholds/standing-words';
import type { ApproverView, StoryView, ThresholdView } from '@/lib/thresholds/view';

/** A threshold as pages show it. */
export function thresholdView(record: ThresholdRecord, now: Now): ThresholdView {
  const standing = standingOf(record, now);
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
    alternativeCost: record.alternativeCost,
    tolerance: record.tolerance,
    validUntil: standing.state === 'approved' ? standing.until : record.validUntil,
    quorum: record.quorum,
    writtenBy: record.writer,
    writtenAt: record.proposedAt.toISOString(),
    approvers: approversOf(record, now),
    story: storyOf(record),
  };
}

function approversOf(record: ThresholdRecord, now: Now): ApproverView[] {
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
      at: word?.decidedAt.toISOString() ?? null,
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
function storyOf(record: ThresholdRecord): StoryView[] {
  const written: StoryView = {
    key: record.id,
    at: record.proposedAt.toISOString(),
    who: record.writer,
    does: 'wrote it down',
    note: '',
    hash: record.snapshotHash,
    method: null,
  };
  const moves = record.moves.map((move) => ({
    key: move.id,
    at: move.at.toISOString(),
    who: move.name ?? 'The portal',
    does: did[move.kind],
    note: move.note,
    hash: null,
    method: null,
  }));
  const words = record.decisions.map((word, index) => ({
    key: word.id,
    at: word.decidedAt.toISOString(),
    who: word.name,
    does: doesOf(word, record.decisions.slice(0, index)),
    note: noteOf(word),
    hash: word.snapshotHash,
    method: word.method,
  }));
  return [written, ...[...moves, ...words].sort((a, b) => a.at.localeCompare(b.at))];
}

function doesOf(word: Decided, before: readonly Decided[]): string {
  if (word.decision === 'decline') return 'declined it';
  const last = before.findLast(({ userId }) => userId === word.userId);
  if (last?.decision === 'approve') return 'approved it again';
  return word.condition ? 'approved it, with a condition' : 'approved it';
}
