import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import { categoryReasons, criterionOwners, pillarChanges, pillarStates } from '@/db/schema/readiness';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { evidenceOf } from '@/lib/evidence/queries';
import { milestonesOf } from '@/lib/milestones/queries';
import { factsOf } from '@/lib/preparedness/facts';
import { courseOfLevel, courseOfPillar, type PillarChange } from '@/lib/preparedness/history';
import { leadershipDays } from '@/lib/preparedness/leadership-facts';
import { placeOfGap } from '@/lib/preparedness/places';
import { maySeeCourse, maySeePillar } from '@/lib/preparedness/sight';
import { marksOf } from '@/lib/preparedness/timeline';
import type {
  CategoryView,
  CriterionView,
  HistoryView,
  LevelView,
  PersonView,
  ReadinessView,
} from '@/lib/preparedness/view';
import { standardCategories, standardCategoriesOf } from '@/lib/readiness/categories';
import { type Criterion, criteria, pillarNames } from '@/lib/readiness/criterion';
import type { Facts } from '@/lib/readiness/facts';
import { levelOf, type PillarStates, saying, weaker, weakestLink } from '@/lib/readiness/level';
import { nextOf, type Pillar, readinessOf, statesOf } from '@/lib/readiness/readiness';

/** How ready an engagement is and what to do next, as one member may know it. */
export async function loadReadiness(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  today: string,
): Promise<ReadinessView> {
  const { id: engagementId, member } = engagement;
  const facts = await factsOf(tx, engagement, today);
  const { pillars, hidden } = await pillarsFor(tx, engagement, facts, today);
  const people = await peopleIn(tx, engagementId);
  const owners = await ownersIn(tx, engagementId, people);
  const milestones = await milestonesOf(tx, engagementId);
  const seesThreshold = mayInEngagement(member, 'threshold.read');
  const ownerOf = new Map<string | null, string | null>([
    ...engagement.alternatives.flatMap(({ lines }) => lines.map(({ id, ownerId }) => [id, ownerId] as const)),
    ...milestones.map(({ id, owner }) => [id, owner] as const),
  ]);
  const criterion = (each: Criterion): CriterionView => ({
    id: each.id,
    name: criteria[each.id].name,
    met: each.met,
    overdue: each.overdue,
    reason: each.reason,
    places: each.gaps.slice(0, 3).map((gap) => ({
      label: gap.label.length <= 90 ? gap.label : `${gap.label.slice(0, 89).trimEnd()}…`,
      href: placeOfGap(gap, { engagementId, alternative: engagement.chosen }),
      owner: people.find(({ id }) => id === ownerOf.get(gap.id))?.name ?? null,
    })),
    owner: owners.get(each.id) ?? null,
  });
  const { level, title, detail, weakest } = levelView(statesOf(pillars));
  return {
    engagementId,
    today,
    level,
    title,
    detail,
    weakest,
    pillars: pillars.map((pillar) => ({
      name: pillar.name,
      state: pillar.state,
      criteria: hidden.has(pillar.name) ? [] : pillar.criteria.map(criterion),
      partly: !hidden.has(pillar.name) && pillar.state !== 'real' && pillar.criteria.every(({ met }) => met),
    })),
    next: nextOf(pillars.filter(({ name }) => !hidden.has(name))).map(criterion),
    history: await historyFor(tx, engagement),
    categories: await categoriesOf(tx, engagement, facts),
    milestones,
    evidence: await evidenceOf(tx, actor, member, { engagementId, kind: 'milestone' }),
    marks: marksOf({
      today,
      renewalDate: engagement.renewalDate,
      noticeOn: engagement.noticeOn,
      offers: engagement.offers.map(({ id, label, receivedOn, expiresOn }) => ({ id, label, receivedOn, expiresOn })),
      milestones,
      walkBy: facts.alternative?.walkBy ?? null,
      leadership: seesThreshold ? await leadershipDays(tx, engagement) : null,
    }),
    dates: {
      version: engagement.version,
      renewalDate: engagement.renewalDate,
      noticeOn: engagement.noticeOn,
    },
    people,
    seesThreshold,
    mayAttach: mayInEngagement(member, 'evidence.add'),
    mayPlan: mayInEngagement(member, 'plan.write'),
    mayGiveReasons: mayInEngagement(member, 'alternative.write'),
    mayChange: mayInEngagement(member, 'engagement.change'),
  };
}

/** The level alone, for the pages around the room. */
export async function loadLevel(tx: ActorTx, engagement: EngagementRecord, today: string): Promise<LevelView> {
  const { pillars } = await pillarsFor(tx, engagement, await factsOf(tx, engagement, today), today);
  return levelView(statesOf(pillars));
}

function levelView(states: PillarStates): LevelView {
  const { title, detail } = saying(states);
  return { level: levelOf(states), title, detail, weakest: weakestLink(states) };
}

/**
 * The pillars as this member may know them: of what they may not see, how it stands as somebody judged it who may; of
 * the timeline the worse of both, since some milestones are leadership's.
 */
async function pillarsFor(tx: ActorTx, engagement: EngagementRecord, facts: Facts, today: string) {
  const { member } = engagement;
  const judged = readinessOf(facts, today).pillars;
  const hidden = new Set(pillarNames.filter((name) => !maySeePillar(member, name)));
  if (hidden.size === 0 && mayInEngagement(member, 'threshold.read')) return { pillars: judged, hidden };
  const [known] = await tx.select().from(pillarStates).where(eq(pillarStates.engagementId, engagement.id));
  const pillars = judged.map((pillar): Pillar => {
    const state = known?.[pillar.name] ?? 'absent';
    if (hidden.has(pillar.name)) return { name: pillar.name, state, criteria: [] };
    if (pillar.name !== 'timeline') return pillar;
    return { name: pillar.name, state: weaker(pillar.state, state), criteria: pillar.criteria };
  });
  return { pillars, hidden };
}

async function historyFor(tx: ActorTx, { id, member }: EngagementRecord): Promise<HistoryView> {
  const changes: PillarChange[] = await tx
    .select({ pillar: pillarChanges.pillar, state: pillarChanges.state, on: pillarChanges.changedOn })
    .from(pillarChanges)
    .where(eq(pillarChanges.engagementId, id))
    .orderBy(asc(pillarChanges.changedOn), asc(pillarChanges.recordedAt), asc(pillarChanges.id));
  const seen = pillarNames.filter((name) => maySeeCourse(member, name));
  return {
    pillars: seen.map((name) => ({ name, course: courseOfPillar(changes, name) })),
    level: seen.length === pillarNames.length ? courseOfLevel(changes) : null,
  };
}

async function peopleIn(tx: ActorTx, engagementId: string): Promise<PersonView[]> {
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email, role: members.role, negotiator: members.negotiator })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.engagementId, engagementId))
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ id, name, email, role, negotiator }) => ({
    id,
    name: name ?? email,
    seesThreshold: mayInEngagement({ role, negotiator }, 'threshold.read'),
  }));
}

async function ownersIn(tx: ActorTx, engagementId: string, people: readonly PersonView[]) {
  const rows = await tx
    .select({ criterion: criterionOwners.criterion, userId: criterionOwners.userId })
    .from(criterionOwners)
    .where(eq(criterionOwners.engagementId, engagementId));
  return new Map(
    rows.flatMap(({ criterion, userId }) => {
      const person = people.find(({ id }) => id === userId);
      return person ? [[criterion, { id: person.id, name: person.name }] as const] : [];
    }),
  );
}

async function categoriesOf(
  tx: ActorTx,
  engagement: EngagementRecord,
  facts: Facts,
): Promise<ReadinessView['categories']> {
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  if (!chosen) return null;
  const reasons = await tx
    .select({ category: categoryReasons.category, reason: categoryReasons.reason, version: categoryReasons.version })
    .from(categoryReasons)
    .where(and(eq(categoryReasons.engagementId, engagement.id), eq(categoryReasons.alternativeId, chosen.id)));
  const lines = facts.alternative?.lines.filter(({ part }) => part === 'switching') ?? [];
  const costed = new Set(lines.flatMap(({ category }) => standardCategoriesOf(category)));
  return {
    alternativeId: chosen.id,
    rows: standardCategories.map((category): CategoryView => {
      const written = reasons.find((each) => each.category === category);
      return {
        category,
        costed: costed.has(category),
        reason: written?.reason ?? '',
        version: written?.version ?? 0,
      };
    }),
  };
}
