import { z } from 'zod';
import type { Bench } from '@/lib/lines/bench-sides';
import { isPending, type UnsavedLine, unsavedOf } from '@/lib/lines/drafts';
import { lineFields } from '@/lib/lines/schema';

/** What is not saved yet, as the browser keeps it while its page is away. */

// As it was typed, whether it can be saved or not: one wrong rate shall not lose the rest.
const written = lineFields.extend({ exchangeRate: z.number().nullable() });

const kept = z.object({
  format: z.literal(1),
  lines: z.array(
    z.object({
      sideId: z.uuid(),
      id: z.uuid(),
      key: z.string().max(64),
      known: z.boolean(),
      // What an earlier release kept knows of no owner.
      base: written.extend({ ownerId: lineFields.shape.ownerId.default(null) }),
      typed: written.partial(),
      unread: z.record(z.string(), z.object({ text: z.string().max(10_000), why: z.string() })),
    }),
  ),
});

/** Null where everything has been saved. */
export function keptText(bench: Bench): string | null {
  const lines = bench.sides.flatMap(({ id, drafts }) =>
    drafts.filter((draft) => isPending(draft) && draft.removal === 'none').map((draft) => unsavedOf(id, draft)),
  );
  return lines.length === 0 ? null : JSON.stringify({ format: 1, lines } satisfies z.input<typeof kept>);
}

/** What was kept; nothing where it is of another release, or somebody wrote into it. */
export function unsavedOfText(text: string): UnsavedLine[] {
  try {
    const read = kept.safeParse(JSON.parse(text));
    return read.success ? (read.data.lines as UnsavedLine[]) : [];
  } catch {
    return [];
  }
}
