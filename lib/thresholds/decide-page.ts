import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { snapshots } from '@/db/schema/thresholds';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { entriesSince } from '@/lib/activity/queries';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { formatDate } from '@/lib/format/dates';
import { formatMoney } from '@/lib/format/money';
import { certaintyOf } from '@/lib/line/certainty';
import { type Figures, figuresOf } from '@/lib/line/figures';
import { sayingIf, sayingOf } from '@/lib/line/reading';
import { swingsOf } from '@/lib/line/swings';
import { amount as written } from '@/lib/line/words';
import { readingOf } from '@/lib/model/reading';
import { compared } from '@/lib/thresholds/compared';
import { wordContent } from '@/lib/thresholds/decide';
import { dealHasEnded, type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { nowOf } from '@/lib/thresholds/now';
import { openedSnapshot } from '@/lib/thresholds/opened';
import { thresholdView } from '@/lib/thresholds/shown';
import { snapshotOf } from '@/lib/thresholds/snapshot';
import { isOver, latestWords, type Now } from '@/lib/thresholds/standing';
import type { ComparedView, DecideView, Deciding, SnapshotView, ThresholdView } from '@/lib/thresholds/view';

type At = {
  readonly thresholdId: string;
  readonly today: string;
  readonly seen: number;
  /** The entry of the trail that the reader had before them when they first read the page. */
  readonly since: number | null;
};

/** The page of one threshold: to decide on it, or to see what became of it. Null where there is none such. */
export async function loadDecidePage(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  { thresholdId, today, seen, since }: At,
): Promise<DecideView | null> {
  const records = await thresholdsOf(tx, [engagement.id]);
  const record = records.find(({ id }) => id === thresholdId);
  if (!record) return null;
  const now = nowOf(engagement, today);
  const views = records.map((one) => thresholdView(one, now, engagement.timeZone));
  const threshold = views.find(({ id }) => id === thresholdId) as ThresholdView;
  const deciding = decidingOf(actor, engagement, record, threshold, now, {
    seen,
    ended: await dealHasEnded(tx, engagement.id),
  });
  return {
    engagementId: engagement.id,
    currency: engagement.currency,
    threshold,
    inForce: inForceBeside(views, threshold, engagement.currency),
    ...figuresShown(engagement, record.amount, threshold.state === 'approved' ? sayingOf : sayingIf),
    deciding: typeof deciding === 'string' ? null : deciding,
    notDeciding: typeof deciding === 'string' ? deciding : null,
    changes: since === null ? [] : await entriesSince(tx, engagement, since),
    snapshots: await snapshotsOf(tx, record),
    others: views
      .filter(({ id }) => id !== thresholdId)
      .map(({ id, amount, word, writtenOn }) => ({
        id,
        label: `${formatMoney(amount, engagement.currency)}, ${word.toLowerCase()}, written ${writtenOn}`,
      })),
  };
}

/** The line in force, where the one that is shown is another that could take its place. */
function inForceBeside(views: readonly ThresholdView[], shown: ThresholdView, currency: string): DecideView['inForce'] {
  const current = views.find(({ state }) => state === 'approved');
  if (!current || current.id === shown.id || (shown.state !== 'proposed' && shown.state !== 'drafted')) return null;
  const step = shown.amount - current.amount;
  const change =
    step === 0
      ? 'The amount stays as it is'
      : `${written(Math.abs(step), currency)} ${step > 0 ? 'more' : 'less'} than the line in force`;
  return {
    amount: current.amount,
    sentence: `${change}. Approved, it takes that line’s place; until then that one stands, until ${formatDate(current.validUntil)}.`,
  };
}

/** Two thresholds side by side; null where one of them is not there. */
export async function loadComparison(
  tx: ActorTx,
  engagement: EngagementRecord,
  { left, right, today }: { left: string; right: string; today: string },
): Promise<ComparedView | null> {
  const records = await thresholdsOf(tx, [engagement.id]);
  const now = nowOf(engagement, today);
  const sides = [];
  for (const id of [left, right]) {
    const record = records.find((one) => one.id === id);
    if (!record) return null;
    const [snapshot] = (await snapshotsOf(tx, record)).filter(({ hash }) => hash === record.snapshotHash);
    sides.push({ threshold: thresholdView(record, now, engagement.timeZone), snapshot: snapshot ?? null });
  }
  const [one, other] = sides;
  return one && other ? compared(one, other, engagement.currency) : null;
}

/** What an approver needs to decide; else a sentence that says why one does not. */
function decidingOf(
  actor: Actor,
  engagement: EngagementRecord,
  record: ThresholdRecord,
  threshold: ThresholdView,
  now: Now,
  { seen, ended }: { seen: number; ended: boolean },
): Deciding | string {
  if (threshold.state === 'drafted') return 'It is a draft: nobody is asked to decide on it yet.';
  if (isOver(record) || ended) {
    return 'It is over: it is kept as it was, and nobody decides on it any more.';
  }
  if (!mayInEngagement(engagement.member, 'threshold.approve')) {
    return engagement.member.role === 'advisor'
      ? 'An advisor approves nothing: the position must be the organisation’s own.'
      : 'Nothing is decided in an archived engagement.';
  }
  if (!record.approvers.includes(actor.userId)) return 'You are not named as one of its approvers.';
  const { hash } = snapshotOf(engagement, record);
  const mine = latestWords(record).find(({ userId }) => userId === actor.userId);
  const own = threshold.approvers.find(({ userId }) => userId === actor.userId);
  return {
    snapshotHash: hash,
    contents: {
      approve: wordContent(record.id, hash, 'approve'),
      decline: wordContent(record.id, hash, 'decline'),
    },
    seen,
    said: mine?.decision ?? null,
    saidOn: own?.on ?? null,
    reaffirms: threshold.state !== 'approved' && (own?.lapsed ?? false),
    needsDate: record.validUntil < now.today,
    noApproval:
      now.chosenId === record.alternativeId
        ? null
        : 'It rests on an alternative that is no longer the chosen one. It can be declined; to stand, it must be proposed anew.',
  };
}

function figuresShown(
  engagement: EngagementRecord,
  amount: number,
  saying: typeof sayingOf,
): Pick<DecideView, 'reading' | 'figures' | 'uncertain' | 'certainty'> {
  const { threshold: _, ...model } = modelOf(engagement);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen);
  if (!chosen || chosen.lines.length === 0) return { reading: null, figures: [], uncertain: [], certainty: null };
  const figures = figuresOf(model, chosen);
  const offered = model.offer.lines.length > 0;
  const { currency } = engagement;
  const { alternative, offer } = figures;
  const { p10, p90 } = alternative.simulation.alternative;
  return {
    reading: offered
      ? saying(readingOf({ offer: offer.presentValue, alternative: alternative.presentValue, threshold: amount }))
      : null,
    figures: [
      ...(offered
        ? [{ name: 'Microsoft’s offer', value: offer.presentValue, detail: `${model.offer.label}, all in` }]
        : []),
      {
        name: 'Leaving',
        value: alternative.presentValue,
        detail: `${chosen.label}; of this, switching ${written(alternative.switching, currency)}${
          p10 < p90
            ? `; 8 chances in 10 that it lies between ${written(p10, currency)} and ${written(p90, currency)}`
            : ''
        }`,
      },
    ],
    uncertain: uncertainties(figures, model, currency),
    certainty: offered ? certaintyOf(alternative.simulation, alternative.sensitivity.length).sentence : null,
  };
}

/** The three estimates that move the result the furthest. */
function uncertainties(figures: Figures, model: Parameters<typeof swingsOf>[1], currency: string) {
  return swingsOf(figures, model)
    .slice(0, 3)
    .map(({ label, atLow, atHigh, turns }) => ({
      label,
      sentence: `Between its low and its high, staying costs from ${costs(Math.min(atLow, atHigh), currency)} to ${costs(Math.max(atLow, atHigh), currency)} leaving.${turns ? ' This alone can turn the result.' : ''}`,
    }));
}

const costs = (leverage: number, currency: string) =>
  leverage < 0 ? `${written(-leverage, currency)} less than` : `${written(leverage, currency)} more than`;

async function snapshotsOf(tx: ActorTx, record: ThresholdRecord): Promise<SnapshotView[]> {
  const keptFor = Map.groupBy(
    [
      { hash: record.snapshotHash, why: `written down by ${record.writer}` },
      ...record.decisions.map(({ snapshotHash, name, decision }) => ({
        hash: snapshotHash,
        why: `${decision === 'approve' ? 'approved' : 'declined'} by ${name}`,
      })),
    ],
    ({ hash }) => hash,
  );
  const opened: SnapshotView[] = [];
  for (const [hash, kept] of keptFor) {
    if (hash === null) continue;
    const [row] = await tx
      .select({ content: snapshots.content })
      .from(snapshots)
      .where(and(eq(snapshots.engagementId, record.engagementId), eq(snapshots.hash, hash)));
    if (row) opened.push(openedSnapshot(hash, row.content, [...new Set(kept.map(({ why }) => why))]));
  }
  return opened;
}
