import 'server-only';
import { sql } from 'drizzle-orm';
import { asActor, asJob } from '@/db/doors';
import { settlePortfolio } from '@/lib/portfolio/settle';
import { judgeReadiness } from '@/lib/preparedness/judge';
import { todayIn } from '@/lib/server/today';

/** Judges one engagement again, in the name of its lead: the job itself sees nothing of it. */
export async function judgeOne(engagementId: string): Promise<void> {
  const [found] = await toJudge(engagementId);
  if (found) await judge(found);
}

/** Judges every engagement on whose calendar a new day has begun. */
export async function judgeNewDays(signal: AbortSignal): Promise<void> {
  for (const each of await toJudge(null)) {
    if (signal.aborted) return;
    await judge(each);
  }
}

type ToJudge = { engagement_id: string; lead: string };

async function toJudge(engagementId: string | null): Promise<ToJudge[]> {
  const rows = await asJob((tx) =>
    tx.execute<ToJudge>(sql`select engagement_id, lead from readiness_to_judge(${engagementId}::uuid)`),
  );
  return [...rows];
}

function judge({ engagement_id: engagementId, lead }: ToJudge): Promise<void> {
  return asActor({ userId: lead }, async (tx) => {
    await judgeReadiness(tx, lead, engagementId);
    // Mostly before anybody opens a portfolio, which would wait for it otherwise.
    await settlePortfolio(tx, { userId: lead, portalRoles: [] }, todayIn, engagementId);
  });
}
