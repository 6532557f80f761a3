import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { asActor } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import type { Actor } from '@/lib/access/permissions';
import { chooseAlternative } from '@/lib/alternatives/mutations';
import { createFromModel } from '@/lib/engagements/mutations';
import { layOutMilestones } from '@/lib/milestones/mutations';
import { parseModelJson } from '@/lib/model-file/parse';

/** 60 lines: half of them the offer's, half the alternative's. */
function model(): unknown {
  const line = (side: string, index: number) => ({
    id: `${side}-${index}`,
    label: `Line ${index}`,
    category: 'licences',
    workload: 'productivity',
    kind: 'recurring',
    quantity: 100 + index,
    unitCost: { low: 9, likely: side === 'offer' ? 12 : 10, high: 14 },
    per: 'month',
    billed: 'annually',
    start: 0,
    end: 36,
    ...(side === 'alternative' && { part: 'run' }),
  });
  const lines = (side: string) => Array.from({ length: 30 }, (_, index) => line(side, index));
  return {
    format: 'walk-position/model@1',
    currency: 'EUR',
    renewalDate: '2099-06-30',
    horizonMonths: 36,
    discountRate: 0.05,
    offer: { label: 'Opening offer', termMonths: 36, renewalUplift: 0.05, lines: lines('offer') },
    alternatives: [{ id: 'rival', label: 'A rival', kind: 'competitor', lines: lines('alternative') }],
    chosen: 'rival',
  };
}

/** An advisor and their first engagement, through the portal's own mutations. */
export async function firstEngagement(owner: postgres.Sql): Promise<Actor> {
  const advisor: Actor = { userId: randomUUID(), portalRoles: ['advisor'] };
  await owner`insert into users (id, name, email) values (${advisor.userId}, 'Busy Advisor', 'busy@bench.example')`;
  await owner`insert into portal_roles (user_id, role) values (${advisor.userId}, 'advisor')`;
  const parsed = parseModelJson(model());
  if (!parsed.ok) throw new Error('The bench’s model is none');
  await asActor(advisor, async (tx) => {
    const engagementId = await createFromModel(tx, advisor, { client: 'Client 1', model: parsed.model });
    await layOutMilestones(tx, { role: 'advisor', negotiator: false }, engagementId);
    const [row] = await tx.select({ id: alternatives.id }).from(alternatives);
    if (row) await chooseAlternative(tx, advisor, { engagementId, alternativeId: row.id });
  });
  return advisor;
}

const tables = ['engagements', 'members', 'offers', 'alternatives', 'choices', 'milestones', 'lines'] as const;
/** Each copy holds a lock of its own while it is written. */
const atOnce = 500;

/** Copies the first engagement, from the n-th to another, with ids of their own, and dates over a year. */
export async function many(owner: postgres.Sql, from: number, to: number): Promise<void> {
  const [first] = await owner<{ id: string }[]>`select id from engagements order by created_at limit 1`;
  if (!first) throw new Error('There is nothing to copy');
  for (let start = from; start <= to; start += atOnce) {
    const end = Math.min(to, start + atOnce - 1);
    await owner.begin(async (sql) => {
      for (const table of tables) {
        const own = table === 'engagements' ? sql`id` : sql`engagement_id`;
        await sql`
          insert into ${sql(table)}
          select copy.* from ${sql(table)} t, generate_series(${start}::int, ${end}::int) n,
            lateral (select coalesce(jsonb_object_agg(key, md5(value || ':' || n)::uuid), '{}') as ids
              from jsonb_each_text(to_jsonb(t))
              where key in ('id', 'engagement_id', 'offer_id', 'alternative_id') and value is not null) own,
            lateral jsonb_populate_record(null::${sql(table)}, to_jsonb(t) || own.ids
              || jsonb_build_object('client', 'Client ' || n, 'renewal_date', current_date + 30 + n % 365)) copy
          where t.${own} = ${first.id}`;
      }
    });
    // Plans made for a handful of rows would read all of them for each.
    await owner`analyze`;
  }
}
