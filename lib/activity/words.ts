import type { ActivityKind } from '@/lib/activity/record';
import { formatDate } from '@/lib/format/dates';
import { formatNumber, formatRate } from '@/lib/format/numbers';

/** One field that changed, in words; null where it was, or is, blank. */
export type ChangedField = { readonly field: string; readonly before: string | null; readonly after: string | null };

type Facts = Readonly<Record<string, unknown>>;

/** What each kind of entry says; `it` stands for the name of what it happened to. */
const sentences: Readonly<Record<ActivityKind, string>> = {
  'engagement.created': 'created the engagement',
  'engagement.changed': 'changed the days of the engagement',
  'engagement.archived': 'put the engagement in the archive',
  'engagement.reopened': 'took the engagement out of the archive',
  'engagement.erasure-requested': 'asked to erase the engagement',
  'engagement.erasure-refused': 'refused, or took back, the erasure of the engagement',
  'offer.created': 'entered the offer',
  'offer.changed': 'changed the offer',
  'alternative.created': 'added the alternative',
  'alternative.changed': 'changed the alternative',
  'alternative.removed': 'took the alternative off the table',
  'alternative.chosen': 'chose the alternative',
  'line.added': 'added the line',
  'line.changed': 'changed the line',
  'line.removed': 'removed the line',
  'line.moved': 'moved the line in the list',
  'step.added': 'added the step',
  'step.changed': 'changed the step',
  'step.removed': 'removed the step',
  'step.moved': 'moved the step in the list',
  'milestone.added': 'added the milestone',
  'milestone.changed': 'changed the milestone',
  'milestone.moved': 'moved the milestone',
  'milestone.done': 'finished the milestone',
  'milestone.reopened': 'reopened the milestone',
  'milestone.removed': 'removed the milestone',
  'readiness.reason-given': 'said why there is no line for',
  'readiness.reason-withdrawn': 'took back why there is no line for',
  'readiness.owner-named': 'named who sees to',
  'claim.added': 'entered the claim',
  'claim.changed': 'changed the claim',
  'claim.removed': 'removed the claim',
  'evidence.added': 'added evidence to',
  'evidence.removed': 'took evidence away from',
  'review.given': 'reviewed the line',
  'comment.written': 'commented on',
  'comment.withdrawn': 'withdrew a comment on',
  'comment.settled': 'settled a thread on',
  'comment.reopened': 'reopened a thread on',
  'person.invited': 'invited',
  'invitation.withdrawn': 'withdrew the invitation of',
  'person.joined': 'joined',
  'person.changed': 'changed the role of',
  'person.removed': 'removed from the engagement',
  'person.left': 'left',
  'threshold.proposed': 'proposed a walk threshold',
  'threshold.drafted': 'drafted a walk threshold',
  'threshold.approved': 'approved the walk threshold',
  'threshold.declined': 'declined the walk threshold',
  'threshold.withdrawn': 'withdrew the proposed walk threshold',
  'threshold.turned-stale': 'was told that the walk threshold is stale',
  'threshold.restored': 'was told that the walk threshold stands again',
  'threshold.reading-turned': 'was told that the reading has turned',
  'decision.made': 'recorded how the deal ends',
  'decision.joined': 'joined the decision on how the deal ends',
  'posture.contact-logged': 'logged a contact with',
  'posture.contact-corrected': 'corrected the contact with',
  'posture.recovered': 'recorded the recovery from the contact with',
  'posture.seen': 'entered in the register of what Microsoft has seen',
  'posture.seen-corrected': 'corrected in the register of what Microsoft has seen',
  'posture.tested': 'logged a test of the walk',
  'posture.test-corrected': 'corrected a test of the walk',
  'posture.brief-written': 'wrote the negotiators’ brief,',
  'posture.brief-acknowledged': 'acknowledged the negotiators’ brief,',
  'posture.supplier-released': 'released the name of the supplier',
  'posture.supplier-withheld': 'withheld the name of the supplier',
  'posture.summary-drafted': 'drafted the preparation summary,',
  'posture.summary-approved': 'approved for showing the preparation summary,',
  'posture.summary-downloaded': 'downloaded the preparation summary,',
};

/** What the rooms call a field, where its name alone does not say. */
const fieldWords: Readonly<Record<string, string>> = {
  startMonth: 'from month',
  endMonth: 'to month',
  start: 'from month',
  end: 'to month',
  heldUntil: 'price held until month',
  escalator: 'rise a year',
  growth: 'growth of quantity a year',
  renewalUplift: 'uplift at renewal',
  termMonths: 'term in months',
  of: 'of categories',
  claimed: 'Microsoft says',
  basisOn: 'basis dated',
  after: 'waits for',
  ownerId: 'owner',
  saidBy: 'who said it',
  saidTo: 'to whom',
  saidOn: 'said on',
  lineId: 'line spoken of',
  claimedAmount: 'claimed',
  claimedMonths: 'claimed, in months',
  honestAmount: 'honest figure',
  honestMonths: 'honest figure, in months',
  receivedOn: 'received',
  expiresOn: 'expires',
  renewalDate: 'renewal date',
  noticeOn: 'notice date',
  dueOn: 'due',
  doneOn: 'done on',
  discountRate: 'discount rate',
  horizonMonths: 'horizon in months',
  validUntil: 'valid until',
  follows: 'follows the step',
  mediaType: 'type of file',
  size: 'bytes',
  sha256: 'SHA-256',
  heldOn: 'held on',
  withWhom: 'with whom',
  neverSay: 'never say',
  walk: 'the walk',
};

/** What ties an entry to its row, and says nothing to a reader. */
const silent = new Set(['evidence', 'thread', 'comment', 'materialVersion', 'version']);
const rates = new Set(['escalator', 'growth', 'renewalUplift', 'discountRate', 'tolerance', 'rate']);
/** What names the thing itself, in the order in which one would call it. */
const naming = ['label', 'statement', 'client', 'name', 'email', 'withWhom', 'what', 'theyDid', 'supplier'];

/** A sentence's verb and object: “changed the line”, “Competitor’s suite”. */
export function wordsOf(entry: { kind: string; before: unknown; after: unknown }): {
  readonly does: string;
  readonly it: string | null;
} {
  const does = sentences[entry.kind as ActivityKind] ?? entry.kind.replace('.', ': ');
  const facts = { ...asFacts(entry.before), ...asFacts(entry.after) };
  const named = naming.map((key) => facts[key]).find((value) => typeof value === 'string' && value !== '');
  return { does, it: typeof named === 'string' ? shortened(named, 120) : null };
}

/** The fields that differ, each in words. `names` puts ids of people and rows in words. */
export function changesOf(
  entry: { before: unknown; after: unknown },
  names: ReadonlyMap<string, string> = new Map(),
): ChangedField[] {
  const before = asFacts(entry.before);
  const after = asFacts(entry.after);
  // What was added or removed has one side only: there every fact is worth a line, blanks are not.
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const both = entry.before !== null && entry.after !== null;
  return fields
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .filter((field) => !silent.has(field) && (!both || field in after))
    .map((field) => ({
      field: fieldWords[field] ?? field.replace(/([A-Z])/g, ' $1').toLowerCase(),
      before: valueInWords(field, before[field], names),
      after: valueInWords(field, after[field], names),
    }))
    .filter((change) => change.before !== null || change.after !== null);
}

function asFacts(value: unknown): Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {};
}

function valueInWords(field: string, value: unknown, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return rates.has(field) ? formatRate(value) : formatNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
    return shortened(names.get(value) ?? value, 400);
  }
  if (Array.isArray(value)) {
    const parts = value.map((item) => valueInWords(field, item, names)).filter((part) => part !== null);
    return parts.length === 0 ? null : shortened(parts.join(', '), 400);
  }
  return shortened(
    Object.entries(value)
      .map(([key, inner]) => `${fieldWords[key] ?? key} ${valueInWords(key, inner, names) ?? '–'}`)
      .join(', '),
    400,
  );
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
