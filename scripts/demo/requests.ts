import type postgres from 'postgres';
import { demoRequests } from '@/db/seed/requests';
import { consent } from '@/lib/requests/words';
import type { Cast } from '@/scripts/demo/people';

/** Fills the queue. As the owner: a visitor's own request is always of today. */
export async function askForWorksheets(sql: postgres.TransactionSql, { advisor }: Cast): Promise<void> {
  for (const { days, monthsAhead, note, jobTitle, marks, ...asked } of demoRequests) {
    const [request] = await sql<{ id: string }[]>`
      insert into requests (name, email, company, job_title, agreement, renewal_month, seats, hope, marks, state,
                            consent_version, consent_text, fingerprint, created_at)
      values (${asked.name}, ${asked.email}, ${asked.company}, ${jobTitle}, ${asked.agreement},
              to_char(now() + make_interval(months => ${monthsAhead}), 'YYYY-MM'), ${asked.seats}, ${asked.hope},
              ${[...marks]}, ${asked.state}, ${consent.version}, ${consent.text}, ${asked.email},
              now() - make_interval(days => ${days}))
      returning id`;
    if (!note || !request) continue;
    await sql`
      insert into request_entries (request_id, kind, body, written_by)
      values (${request.id}, 'note', ${note}, ${advisor.userId})`;
  }
}
