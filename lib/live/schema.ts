import { z } from 'zod';

/**
 * A row, or a cell of it: "line:<id>" or "line:<id>:unitCost". Only of what every member of an engagement may see,
 * so that nobody's place says that there is anything else.
 */
const placeSchema = z
  .string()
  .regex(/^(line|offer|alternative|claim|step):[0-9a-f]{8}-[0-9a-f-]{27}(:[a-z][A-Za-z]{0,39})?$/);

/** What a browser says of where its person is; null when they leave. */
export const presenceReport = z.object({ engagementId: z.uuid(), place: placeSchema.nullable() });

/** What the database announces on its channels. */
export const activityNews = z.object({ engagement: z.uuid(), wall: z.enum(['engagement', 'threshold', 'posture']) });
export const presenceNews = z.object({ engagement: z.uuid(), by: z.uuid(), place: placeSchema.nullable() });

/** The number of the last event that was seen. */
export const eventNumber = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** When somebody's rights had last changed, in milliseconds since 1970, UTC. */
export const rightsTime = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
