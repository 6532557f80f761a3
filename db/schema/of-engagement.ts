import { uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';

/** The engagement a row belongs to, and with which it goes. */
export const ofEngagement = () =>
  uuid('engagement_id')
    .notNull()
    .references(() => engagements.id, { onDelete: 'cascade' });
