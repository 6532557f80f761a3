import 'server-only';
import { desc } from 'drizzle-orm';
import { asSystem } from '@/db/doors';
import { mails } from '@/db/schema/people';

/** The newest mails the demo kept, at most fifty. */
export function newestMails() {
  return asSystem((tx) => tx.select().from(mails).orderBy(desc(mails.createdAt)).limit(50));
}
