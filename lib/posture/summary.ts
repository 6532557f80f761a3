import { z } from 'zod';
import { builtWith, type Known, mayLeave, supplierHeading } from '@/lib/posture/may-leave';

const format = 'walk-position/preparation-summary@1';

const summaryContent = z.strictObject({
  format: z.literal(format),
  client: z.string(),
  statements: z.array(z.strictObject({ heading: z.string(), sentence: z.string() })),
});

/** What Microsoft may be shown: the client’s name and sentences off the list of what may leave the house. */
export type SummaryContent = Readonly<z.output<typeof summaryContent>>;

export function summaryOf(client: string, known: Known): SummaryContent {
  const statements = mayLeave.flatMap(({ heading, sentence }) => {
    const said = sentence(known);
    return said === null ? [] : [{ heading, sentence: said }];
  });
  return { format, client, statements };
}

/** What cannot be said yet, and what it would take. A supplier that nobody has released is not missing. */
export function notYetSaid(known: Known): { heading: string; needs: string }[] {
  return mayLeave
    .filter(({ heading, sentence }) => sentence(known) === null && heading !== supplierHeading)
    .map(({ heading, needs }) => ({ heading, needs }));
}

/** Whether it names a supplier whose name may not leave the house now; `supplier` is the one whose name may, or null. */
export function namesWithheld({ statements }: SummaryContent, supplier: string | null): boolean {
  return statements.some(
    ({ heading, sentence }) => heading === supplierHeading && (supplier === null || sentence !== builtWith(supplier)),
  );
}

/** The one way to write a content down: what is approved is the SHA-256 of exactly this. */
export function canonical({ client, statements }: SummaryContent): string {
  return JSON.stringify({
    format,
    client,
    statements: statements.map(({ heading, sentence }) => ({ heading, sentence })),
  });
}

/** Throws for what no summary was written as. */
export function readSummary(content: string): SummaryContent {
  return summaryContent.parse(JSON.parse(content));
}
