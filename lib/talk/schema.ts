import { z } from 'zod';
import { plainLines } from '@/lib/format/plain-text';

export const talkSubject = z.strictObject({ kind: z.enum(['line', 'claim', 'step', 'threshold']), id: z.uuid() });

/** A row that can be talked about. The threshold's is the engagement itself. */
export type TalkSubject = z.output<typeof talkSubject>;

export const newComment = z.strictObject({
  engagementId: z.uuid(),
  subject: talkSubject,
  /** The thread it answers to; null begins one. */
  threadId: z.uuid().nullable(),
  body: plainLines(4000).refine((text) => text.length > 0, 'Write something first'),
});

export type NewComment = z.output<typeof newComment>;

export const withdrawnComment = z.strictObject({ engagementId: z.uuid(), commentId: z.uuid() });

export const settledThread = z.strictObject({ engagementId: z.uuid(), threadId: z.uuid(), resolved: z.boolean() });
