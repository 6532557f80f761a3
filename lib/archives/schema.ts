import { z } from 'zod';

export const ofEngagement = z.strictObject({ engagementId: z.uuid() });

export const erasureRequest = z.strictObject({ engagementId: z.uuid(), requestId: z.uuid() });
