import { z } from 'zod';
import { plainLines, plainText } from '@/lib/format/plain-text';
import { dateSchema } from '@/lib/model-file/schema';
import { outcomes, sightingKinds, testKinds, walks } from '@/lib/posture/vocabulary';

const words = (max: number, ask: string) => plainLines(max).refine((text) => text.length > 0, ask);
const name = (max: number, ask: string) => plainText(max).refine((text) => text.length > 0, ask);
const version = z.coerce.number<string>().int().min(1);
const here = { engagementId: z.uuid() };

export const contactForm = z.strictObject({
  heldOn: dateSchema,
  withWhom: name(200, 'Who was it with?'),
  theySaid: plainLines(4000),
  weSaid: plainLines(4000),
  theyAsked: plainLines(4000),
  walk: z.enum(walks),
});
export const newContact = contactForm.extend(here);
export const correctedContact = contactForm.extend({ ...here, id: z.uuid(), version });

export const recovery = z.strictObject({
  ...here,
  contactId: z.uuid(),
  recoveredOn: dateSchema,
  what: words(4000, 'What was done?'),
});

export const sightingForm = z.strictObject({
  kind: z.enum(sightingKinds),
  what: words(2000, 'What did they see or hear?'),
  seenOn: dateSchema,
  shownBy: name(200, 'Who showed it?'),
  shownTo: name(200, 'To whom?'),
  answer: plainLines(4000),
});
export const newSighting = sightingForm.extend(here);
export const correctedSighting = sightingForm.extend({ ...here, id: z.uuid(), version });

const testForm = z.strictObject({
  kind: z.enum(testKinds),
  testedOn: dateSchema,
  theyDid: words(2000, 'What did they do?'),
  weDid: plainLines(4000),
  outcome: z.union([z.literal('').transform(() => null), z.enum(outcomes)]),
  taught: plainLines(4000),
});
export const newTest = testForm.extend(here);
export const correctedTest = testForm.extend({ ...here, id: z.uuid(), version });

export const newBrief = z.strictObject({
  ...here,
  /** The version it was written upon; 0 for the first. */
  upon: z.coerce.number<string>().int().min(0),
  say: words(8000, 'What do we say?'),
  neverSay: words(8000, 'What do we never say?'),
  speakers: words(2000, 'Who speaks?'),
});
export const acknowledgedBrief = z.strictObject({ ...here, briefId: z.uuid() });

export const supplierRelease = z.strictObject({
  ...here,
  supplier: name(100, 'Whose name is it?'),
  released: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
});
export const newSummary = z.strictObject(here);
export const approvedSummary = z.strictObject({
  ...here,
  summaryId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type ContactForm = z.output<typeof contactForm>;
export type SightingForm = z.output<typeof sightingForm>;
export type TestForm = z.output<typeof testForm>;
export type BriefForm = Omit<z.output<typeof newBrief>, 'engagementId'>;
