import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { tenants } from '@/db/testing/tenants';
import { blankFields } from '@/lib/lines/fields';
import { saveLines } from '@/lib/lines/mutations';
import { eventsSince, withSeen } from '@/lib/live/queries';

const about = { currency: 'EUR', renewalDate: '2099-06-30', horizonMonths: 36 };

it('what is saved while a page is loaded is told to that page', async () => {
  const { engagementId, advisor, contributor } = tenants().x;
  const lineId = randomUUID();
  const fields = { ...blankFields('alternative', about), label: 'Late', category: 'licences', quantity: 5, likely: 1 };
  const saved = () =>
    asActor(contributor, async (tx) => {
      const [side] = await tx.select().from(alternatives).where(eq(alternatives.engagementId, engagementId));
      const at = { engagementId, side: { kind: 'alternative', id: side?.id ?? '' } } as const;
      await saveLines(tx, contributor, { ...at, edits: [{ do: 'add', lineId, fields }] });
    });
  const told = await asActor(advisor, async (tx) => {
    const { seen } = await withSeen(tx, engagementId, saved);
    return eventsSince(tx, engagementId, seen, 100);
  });
  expect(told).toMatchObject([{ kind: 'line.added', subject: lineId }]);
});
