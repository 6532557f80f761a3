import { createHash, randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { inject } from 'vitest';
import { asActor } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { claims } from '@/db/schema/claims';
import { decisions, decisionVoices } from '@/db/schema/decisions';
import { members } from '@/db/schema/engagements';
import { offers } from '@/db/schema/offers';
import { approvals, readings, snapshots, thresholdApprovers, thresholdMoves, thresholds } from '@/db/schema/thresholds';
import { attachToTenant } from '@/db/testing/attached';
import { asOwner } from '@/db/testing/owner';
import { postureOfTenant } from '@/db/testing/postured';
import { prepareTenant } from '@/db/testing/prepared';
import { freshProof, proofOfWord } from '@/db/testing/step-up';
import type { Actor, MemberRole, PortalRole } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { createFromModel } from '@/lib/engagements/mutations';
import { presentValueOf } from '@/lib/engagements/present-value';
import type { Model } from '@/lib/model/types';
import { stepUpContent } from '@/lib/sign-in/step-up-content';

/** One engagement with a person in every role, a threshold in force, and rows in every table. */
export type Tenant = {
  readonly engagementId: string;
  readonly model: Model;
  /** The threshold in force: no payload may hold its digits for whoever may not see it. */
  readonly threshold: { readonly id: string; readonly amount: number };
  readonly advisor: Actor;
  readonly executive: Actor;
  readonly secondExecutive: Actor;
  readonly contributor: Actor;
  /** A contributor who carries the negotiator's mark. */
  readonly negotiator: Actor;
  readonly observer: Actor;
};

export type Tenants = {
  readonly x: Tenant;
  readonly y: Tenant;
  /** Administers the portal and is a member of nothing. */
  readonly administrator: Actor;
  /** An advisor of the firm who is a member of nothing. */
  readonly outsider: Actor;
};

/** The two tenants that every test database begins with. */
export const tenants = (): Tenants => inject('tenants');

/** Builds both, through the mutations and doors of the portal itself. People alone are written as the owner. */
export async function createTenants(ownerUrl: string): Promise<Tenants> {
  const person = (name: string, portalRole?: PortalRole) => createPerson(ownerUrl, name, portalRole);
  return {
    x: await createTenant('x', { amount: 8_642_173, offer: 61_000 }, person),
    y: await createTenant('y', { amount: 7_531_902, offer: 53_000 }, person),
    administrator: await person('administrator', 'administrator'),
    outsider: await person('outsider', 'advisor'),
  };
}

type CreatePerson = (name: string, portalRole?: PortalRole) => Promise<Actor>;

export async function createPerson(ownerUrl: string | undefined, name: string, portalRole?: PortalRole) {
  return asOwner(async (owner) => {
    const userId = randomUUID();
    await owner`insert into users (id, name, email) values (${userId}, ${name}, ${`${name}@tenants.example`})`;
    if (portalRole) await owner`insert into portal_roles (user_id, role) values (${userId}, ${portalRole})`;
    return { userId, portalRoles: portalRole ? [portalRole] : [] } satisfies Actor;
  }, ownerUrl);
}

async function createTenant(
  name: string,
  figures: { amount: number; offer: number },
  person: CreatePerson,
): Promise<Tenant> {
  const advisor = await person(`${name}.advisor`, 'advisor');
  const executive = await person(`${name}.executive`);
  const secondExecutive = await person(`${name}.second-executive`);
  const contributor = await person(`${name}.contributor`);
  const negotiator = await person(`${name}.negotiator`);
  const observer = await person(`${name}.observer`);
  const model = modelWith(figures.offer);

  const engagementId = await asActor(advisor, async (tx) => {
    const id = await createFromModel(tx, advisor, { client: `Client ${name}`, model });
    const joining: [Actor, MemberRole, boolean?][] = [
      [executive, 'executive'],
      [secondExecutive, 'executive'],
      [contributor, 'contributor'],
      [negotiator, 'contributor', true],
      [observer, 'observer'],
    ];
    for (const [{ userId }, role, mark = false] of joining) {
      await tx.insert(members).values({ engagementId: id, userId, role, negotiator: mark, addedBy: advisor.userId });
    }
    await tx.execute(sql`
      insert into invitations (engagement_id, role, email, invited_by, expires_at)
      values (${id}, 'observer', ${`${name}.invited@tenants.example`}, ${advisor.userId}, now() + interval '7 days')`);
    await tx.insert(claims).values({
      engagementId: id,
      kind: 'disruption',
      statement: 'Nobody of your size has moved off it.',
      saidBy: 'Account executive',
      saidOn: '2026-10-01',
      claimedAmount: 400_000,
      honestAmount: 90_000,
    });
    return id;
  });

  const threshold = { id: randomUUID(), amount: figures.amount };
  const { content, hash } = snapshotOfTenant(threshold.id);
  await asActor(executive, async (tx) => {
    const [alternative] = await tx
      .select({ id: alternatives.id })
      .from(alternatives)
      .where(and(eq(alternatives.engagementId, engagementId), eq(alternatives.key, 'rival')));
    if (!alternative) throw new Error('the tenant’s alternative is not there');
    await tx.insert(snapshots).values({ engagementId, hash, content });
    await tx.insert(thresholds).values({
      ...threshold,
      snapshotHash: hash,
      engagementId,
      statement: 'Above this we leave.',
      alternativeId: alternative.id,
      alternativeCost: presentValueOf(model),
      validUntil: '2099-12-31',
      quorum: 2,
      proposedBy: executive.userId,
    });
    await recordActivity(tx, {
      engagementId,
      kind: 'threshold.proposed',
      subject: threshold.id,
      after: { amount: threshold.amount },
      wall: 'threshold',
    });
    for (const { userId } of [executive, secondExecutive]) {
      await tx.insert(thresholdApprovers).values({ engagementId, thresholdId: threshold.id, userId });
    }
    await tx
      .insert(thresholdMoves)
      .values({ engagementId, thresholdId: threshold.id, kind: 'proposed', by: executive.userId });
    await tx.insert(readings).values({ engagementId, verdict: 'press' });
  });
  for (const { userId } of [executive, secondExecutive]) {
    const { stepUpId } = await proofOfWord(userId, threshold.id, hash, 'approve');
    await asActor({ userId }, (tx) =>
      tx.insert(approvals).values({
        engagementId,
        thresholdId: threshold.id,
        userId,
        decision: 'approve',
        alternativeCost: presentValueOf(model),
        validUntil: '2099-12-31',
        snapshotHash: hash,
        stepUpId,
      }),
    );
  }
  await decideOnTenant(engagementId, { advisor, executive }, hash);
  await attachToTenant(engagementId, { advisor, executive, contributor, negotiator });
  await postureOfTenant(engagementId, { advisor, executive, negotiator });
  await prepareTenant(engagementId, { advisor, executive, contributor, negotiator });
  return { engagementId, model, threshold, advisor, executive, secondExecutive, contributor, negotiator, observer };
}

/** What the tenant's people had before them; its content is of no matter here, but for the threshold it names. */
export function snapshotOfTenant(thresholdId: string): { content: string; hash: string } {
  const content = JSON.stringify({ format: 'walk-position/snapshot@1', threshold: { id: thresholdId } });
  return { content, hash: createHash('sha256').update(content).digest('hex') };
}

/** To extend the deal was begun once, upon an offer that came before all others, and waits for a second voice. */
async function decideOnTenant(
  engagementId: string,
  { advisor, executive: { userId } }: Record<'advisor' | 'executive', Actor>,
  snapshotHash: string,
): Promise<void> {
  const id = randomUUID();
  const offer = { id: randomUUID(), number: 0, label: 'An early offer', termMonths: 36, renewalUplift: 0 };
  await asActor(advisor, (tx) => tx.insert(offers).values({ ...offer, engagementId }));
  const { stepUpId } = await freshProof(userId, {
    purpose: 'decision.make',
    content: stepUpContent(engagementId, 'extend', offer.id, snapshotHash),
  });
  await asActor({ userId }, async (tx) => {
    await tx.insert(decisions).values({
      id,
      engagementId,
      kind: 'extend',
      offerId: offer.id,
      aboveLine: false,
      quorum: 2,
      snapshotHash,
      madeBy: userId,
    });
    await tx.insert(decisionVoices).values({ engagementId, decisionId: id, userId, stepUpId });
  });
}

const certain = (amount: number) => ({ low: amount, likely: amount, high: amount });

/** A deal of three years: `offer` a month against a rival that costs 40,000 a month and 300,000 to reach. */
function modelWith(offer: number): Model {
  const recurring = {
    kind: 'recurring',
    quantity: 1,
    per: 'month',
    billed: 'monthly',
    start: 0,
    end: 36,
    escalator: 0,
    heldUntil: 0,
    growth: 0,
  } as const;
  return {
    currency: 'EUR',
    renewalDate: '2027-07-01',
    horizonMonths: 36,
    discountRate: 0.08,
    correlation: 0.2,
    offer: {
      label: 'First offer',
      termMonths: 36,
      renewalUplift: 0,
      lines: [
        { ...recurring, id: 'suite', label: 'Productivity suite', category: 'licences', unitCost: certain(offer) },
      ],
    },
    alternatives: [
      {
        id: 'rival',
        label: 'A rival suite',
        kind: 'competitor',
        lines: [
          {
            ...recurring,
            id: 'seats',
            label: 'Rival seats',
            category: 'licences',
            part: 'run',
            unitCost: certain(40_000),
          },
          {
            kind: 'one-time',
            id: 'move',
            label: 'Moving the mail',
            category: 'migration',
            part: 'switching',
            quantity: 1,
            unitCost: certain(300_000),
            start: 0,
            end: 6,
          },
        ],
        plan: [{ id: 'pilot', label: 'Pilot', months: 3, after: [] }],
      },
      { id: 'smaller', label: 'A smaller footprint', kind: 'reduced-footprint', lines: [] },
    ],
    chosen: 'rival',
  };
}
