import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';
import { MAX_MODEL_BYTES } from '@/lib/model-file/parse';
import { currencySchema, dateSchema } from '@/lib/model-file/schema';

const clientSchema = plainText(120).min(1, 'Whose deal is this? Write the client’s name');

/** A whole number typed in a form; a blank is not a zero. */
const wholeNumber = (what: string, min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, `${what} is a whole number`)
    .transform(Number)
    .pipe(z.number().min(min, `${what} is at least ${min}`).max(max, `${what} is at most ${max}`));

/** A percentage typed in a form, as a fraction: "8" and "8,5 %" become 0.08 and 0.085. */
const percentage = (what: string, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,2}([.,]\d{1,4})?\s*%?$/, `${what} is a percentage such as 8 or 8.5`)
    .transform((typed) => {
      const [whole = '0', decimals = ''] = typed.replace('%', '').trim().replace(',', '.').split('.');
      return Number(`${whole}${decimals}e-${decimals.length + 2}`);
    })
    .pipe(z.number().max(max, `${what} is at most ${max * 100} %`));

const parses = (schema: z.ZodType) => (typed: string) => schema.safeParse(typed).success;

export const newEngagement = z.object({
  client: clientSchema,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(parses(currencySchema), 'Write the three letters of ISO 4217, such as EUR'),
  renewalDate: z.string().refine(parses(dateSchema), 'Choose the day the current agreement ends'),
  horizonMonths: wholeNumber('The horizon', 12, 120),
  discountRate: percentage('The discount rate', 0.5),
  alternative: plainText(200).min(1, 'Name the alternative you would cost first'),
});

export type NewEngagement = z.output<typeof newEngagement>;

export const importedEngagement = z.object({
  client: clientSchema,
  /** The text of a model file. */
  file: z.string().min(1, 'Choose a model file').max(MAX_MODEL_BYTES, 'This file is too large for a model file (8 MB)'),
});
