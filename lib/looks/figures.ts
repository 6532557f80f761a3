import { z } from 'zod';
import { amount, percentage } from '@/lib/line/words';

/** What the line shows a person: what is not theirs to see is not among it. Amounts are present values. */
export const seenFigures = z.object({
  offer: z.number().nullable(),
  offerLabel: z.string().nullable(),
  alternative: z.number().nullable(),
  alternativeLabel: z.string().nullable(),
  /** Only of whoever may see the threshold. */
  reading: z.string().optional(),
  line: z.number().nullable().optional(),
});

export type SeenFigures = z.output<typeof seenFigures>;

/** What has moved from one look to the next, each in a sentence. */
export function movedSince(before: SeenFigures, now: SeenFigures, currency: string): string[] {
  const moved: string[] = [];
  if (now.offerLabel !== before.offerLabel && now.offerLabel !== null) moved.push(`A new offer: ${now.offerLabel}.`);
  moved.push(...movement('The offer', before.offer, now.offer, currency));
  if (now.alternativeLabel !== before.alternativeLabel && now.alternativeLabel !== null) {
    moved.push(`The chosen alternative is now ${now.alternativeLabel}.`);
  }
  moved.push(...movement('Leaving', before.alternative, now.alternative, currency));
  if (now.line !== undefined && before.line !== undefined && now.line !== before.line) {
    moved.push(
      now.line === null
        ? 'The walk threshold is no longer in force.'
        : before.line === null
          ? `A walk threshold of ${amount(now.line, currency)} is in force.`
          : `The walk threshold is now ${amount(now.line, currency)}, not ${amount(before.line, currency)}.`,
    );
  }
  if (now.reading !== undefined && before.reading !== undefined && now.reading !== before.reading) {
    moved.push(`The reading turned from ${before.reading} to ${now.reading}.`);
  }
  return moved;
}

function movement(what: string, before: number | null, now: number | null, currency: string): string[] {
  if (before === now || now === null) return [];
  if (before === null) return [`${what} now costs ${amount(now, currency)} all in.`];
  const share = before === 0 ? '' : `, ${percentage(Math.abs(now / before - 1))}`;
  const how = now > before ? 'rose' : 'fell';
  return [`${what} ${how} by ${amount(Math.abs(now - before), currency)}${share}, to ${amount(now, currency)}.`];
}
