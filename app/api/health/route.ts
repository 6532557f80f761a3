import { sql } from 'drizzle-orm';
import { asVisitor } from '@/db/doors';

/** 200 once the portal can serve, which takes a database that answers. */
export async function GET(): Promise<Response> {
  try {
    await asVisitor((tx) => tx.execute(sql`select 1`));
    return Response.json({ status: 'ok' });
  } catch {
    return Response.json({ status: 'unavailable' }, { status: 503 });
  }
}
