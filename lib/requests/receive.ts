import 'server-only';
import { createHash } from 'node:crypto';
import { asVisitor } from '@/db/doors';
import { requests } from '@/db/schema/requests';
import { isMachine, marksOf } from '@/lib/requests/marks';
import type { WorksheetRequest } from '@/lib/requests/schema';
import { secondsSince } from '@/lib/requests/stamp';
import { consent } from '@/lib/requests/words';

/** Keeps a visitor's request. The same one, sent again while nobody has looked at it, is kept once. */
export async function receiveRequest(typed: WorksheetRequest, now: Date): Promise<void> {
  const { name, email, company, jobTitle, agreement, renewalMonth, seats, hope } = typed;
  const said = { name, email, company, jobTitle, agreement, renewalMonth, seats, hope };
  const marks = marksOf(typed, secondsSince(typed.stamp, now));
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(Object.values(said)))
    .digest('hex');
  await asVisitor((tx) =>
    tx
      .insert(requests)
      .values({
        ...said,
        marks,
        fingerprint,
        consentVersion: consent.version,
        consentText: consent.text,
        state: isMachine(marks) ? 'spam' : 'new',
      })
      .onConflictDoNothing(),
  );
}
