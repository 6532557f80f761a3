import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { claims } from '@/db/schema/claims';
import { engagements } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { claimedOnLine } from '@/lib/claims/register';
import type { ClaimFacts, ClaimForm, WrittenAmount } from '@/lib/claims/schema';
import { canMean } from '@/lib/format/currency-signs';
import { saveLines } from '@/lib/lines/mutations';
import { minorDigits } from '@/lib/model/money';
import { decimalsOf } from '@/lib/model-file/schema';
import { DomainError, notFound } from '@/lib/server/errors';

type On = { readonly engagementId: string; readonly claimId: string; readonly version: number };

/** Enters a claim in the register. Returns its id. */
export async function addClaim(tx: ActorTx, engagementId: string, typed: ClaimForm): Promise<string> {
  const form = await completed(tx, engagementId, typed);
  const id = randomUUID();
  await tx.insert(claims).values({ ...form, id, engagementId });
  await recordActivity(tx, { engagementId, kind: 'claim.added', subject: id, after: form });
  return id;
}

export async function changeClaim(tx: ActorTx, on: On, typed: ClaimForm): Promise<void> {
  const before = await heldAtVersion(tx, on);
  const form = await completed(tx, on.engagementId, typed);
  await tx
    .update(claims)
    .set({ ...form, version: on.version + 1 })
    .where(and(eq(claims.id, on.claimId), eq(claims.version, on.version)));
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'claim.changed',
    subject: on.claimId,
    before: factsOf(before),
    after: form,
  });
}

export async function removeClaim(tx: ActorTx, on: On): Promise<void> {
  const before = await heldAtVersion(tx, on);
  await tx.delete(claims).where(and(eq(claims.id, on.claimId), eq(claims.version, on.version)));
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'claim.removed',
    subject: on.claimId,
    before: factsOf(before),
  });
}

/** Sets a claim's amount against the line it speaks of: that is what Microsoft's version then reckons with. */
export async function carryClaim(tx: ActorTx, actor: Actor, on: On & { readonly lineVersion: number }): Promise<void> {
  const claim = await heldAtVersion(tx, on);
  const [line] = claim.lineId ? await tx.select().from(lines).where(eq(lines.id, claim.lineId)) : [];
  if (!line?.alternativeId || line.part !== 'switching' || claim.claimedAmount === null) {
    throw new DomainError({ code: 'refused', message: 'This claim names no amount for a switching line.' });
  }
  const claimed = claimedOnLine(line, claim.claimedAmount);
  if (claimed === null) {
    throw new DomainError({
      code: 'refused',
      message: 'What is claimed of this kind of line is no single amount: write it at the line itself.',
    });
  }
  await saveLines(tx, actor, {
    engagementId: on.engagementId,
    side: { kind: 'alternative', id: line.alternativeId },
    edits: [{ do: 'change', lineId: line.id, version: on.lineVersion, change: { claimed } }],
  });
}

async function heldAtVersion(tx: ActorTx, on: On) {
  const [claim] = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.engagementId, on.engagementId), eq(claims.id, on.claimId)))
    .for('update');
  if (!claim) throw notFound();
  if (claim.version === on.version) return claim;
  throw new DomainError({
    code: 'stale',
    message:
      'Somebody else changed this claim meanwhile. Below is what it says now; what you typed is still in the form.',
    current: { version: claim.version, value: factsOf(claim) },
  });
}

function factsOf(claim: typeof claims.$inferSelect): ClaimFacts {
  const { id: _, engagementId: __, version: ___, createdAt: ____, ...facts } = claim;
  return facts;
}

/**
 * The form with what it is about: the name of the line it speaks of where nothing else is said, so that the
 * claim still says it when the line is gone. Throws at the field for what cannot be.
 */
async function completed(tx: ActorTx, engagementId: string, written: ClaimForm): Promise<ClaimFacts> {
  const [engagement] = await tx
    .select({ currency: engagements.currency })
    .from(engagements)
    .where(eq(engagements.id, engagementId));
  if (!engagement) throw notFound();
  const form = {
    ...written,
    claimedAmount: ownAmount(written.claimedAmount, 'claimedAmount', engagement.currency),
    honestAmount: ownAmount(written.honestAmount, 'honestAmount', engagement.currency),
  };
  if (form.lineId === null) return form;
  const [line] = await tx
    .select({ label: lines.label })
    .from(lines)
    .where(and(eq(lines.engagementId, engagementId), eq(lines.id, form.lineId)));
  if (!line) throw new DomainError({ code: 'invalid', field: 'lineId', message: 'This line is no longer there.' });
  return { ...form, about: form.about || line.label };
}

/** An amount in the engagement's currency. Throws at its field for one in another, or with more decimals than it has. */
function ownAmount(amount: number | WrittenAmount | null, field: keyof ClaimForm, currency: string): number | null {
  const refused = (message: string) => new DomainError({ code: 'invalid', field, message });
  const value = amount !== null && typeof amount === 'object' ? amount.value : amount;
  if (amount !== null && typeof amount === 'object' && !canMean(amount.currency, currency)) {
    throw refused(`Written in ${amount.currency}, but claims are kept in ${currency}: convert it first`);
  }
  const digits = minorDigits(currency);
  if (value !== null && decimalsOf(value) > digits) throw refused(`At most ${digits} decimals in ${currency}`);
  return value;
}
