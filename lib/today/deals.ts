import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { archives } from '@/db/schema/archives';
import { engagements, members } from '@/db/schema/engagements';
import { portfolioEntries } from '@/db/schema/portfolio';
import { type Actor, type Member, type MemberPermission, mayInEngagement } from '@/lib/access/permissions';
import { memberColumns } from '@/lib/engagements/membership';

/** An engagement under way, and who the actor is in it. */
export type Deal = {
  readonly id: string;
  readonly client: string;
  readonly renewalDate: string;
  readonly timeZone: string;
  readonly member: Member;
  /** The actor is its lead: what is nobody else's is theirs. */
  readonly leads: boolean;
  /** How it ends is recorded; false for whoever may not know. */
  readonly ended: boolean;
};

/** Whose day it is, and their engagements by id. */
export type Theirs = { readonly actor: Actor; readonly deals: ReadonlyMap<string, Deal> };

/** Those the actor is a member of, without the archive: nothing is due there. */
export async function dealsOf(tx: ActorTx, { userId }: Actor): Promise<Deal[]> {
  return tx
    .select({
      id: engagements.id,
      client: engagements.client,
      renewalDate: engagements.renewalDate,
      timeZone: engagements.timeZone,
      member: memberColumns,
      leads: sql<boolean>`coalesce(${portfolioEntries.leadId} = ${userId}, false)`,
      // Under the actor's own rights: the database shows an end to nobody else.
      ended: sql<boolean>`deal_has_ended(${engagements.id})`,
    })
    .from(engagements)
    .innerJoin(members, eq(members.engagementId, engagements.id))
    .leftJoin(archives, eq(archives.engagementId, engagements.id))
    .leftJoin(portfolioEntries, eq(portfolioEntries.engagementId, engagements.id))
    .where(and(eq(members.userId, userId), isNull(archives.engagementId)))
    .orderBy(asc(engagements.client), asc(engagements.id));
}

/** Ids of those in which the actor may do something. */
export const dealsWhere = ({ deals }: Theirs, permission: MemberPermission): string[] =>
  [...deals.values()].filter(({ member }) => mayInEngagement(member, permission)).map(({ id }) => id);

/** Ids of those the actor leads. */
export const dealsLed = ({ deals }: Theirs): string[] =>
  [...deals.values()].filter(({ leads }) => leads).map(({ id }) => id);
