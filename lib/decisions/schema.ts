import { z } from 'zod';
import { plainLines } from '@/lib/format/plain-text';

export const decisionKinds = ['sign', 'leave', 'extend'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How the deal shall end, as an executive says before confirming it. */
export const drawnDecision = z.strictObject({
  engagementId: z.uuid(),
  kind: z.enum(decisionKinds),
  /** The offer that stood on the page. */
  offerId: z.uuid(),
  reason: plainLines(2000),
  /** Of the page that was read. */
  readHash: sha256,
});

export type DrawnDecision = z.output<typeof drawnDecision>;

/** How the deal ends, as an executive records it upon exactly what they had before them. */
export const madeDecision = drawnDecision.extend({
  /** Made by the page: the same one sent twice is recorded once. */
  decisionId: z.uuid(),
  stepUpId: z.uuid(),
});

export type MadeDecision = z.output<typeof madeDecision>;

/** Another executive's word for a decision that waits for its quorum. */
export const joinedDecision = z.strictObject({ engagementId: z.uuid(), decisionId: z.uuid(), stepUpId: z.uuid() });

export type JoinedDecision = z.output<typeof joinedDecision>;
