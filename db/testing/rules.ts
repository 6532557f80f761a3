import { randomUUID } from 'node:crypto';
import { postureRules } from '@/db/testing/posture-rules';
import type { EngagementRule } from '@/db/testing/rule';
import { tenants } from '@/db/testing/tenants';
import { thresholdRules } from '@/db/testing/threshold-rules';
import type { MemberPermission } from '@/lib/access/permissions';

/** Who may do what to the rows of every table: what the tests of the walls ask the database for. */

const addedOnly = { change: 'nobody', remove: 'nobody' } as const;
const written = (permission: MemberPermission) => ({ add: permission, change: permission, remove: permission });

/** Every table that belongs to an engagement. One that is not here fails the catalogue's test. */
export const engagementRules: readonly EngagementRule[] = [
  { table: 'engagements', read: 'engagement.read', change: 'engagement.change', remove: 'nobody' },
  {
    table: 'members',
    where: `role in ('contributor', 'observer') and not negotiator and user_id is distinct from app_actor()`,
    read: 'engagement.read',
    ...written('people.change'),
    copy: (_sql, _tenant, person) => ({ user_id: tenants().outsider.userId, added_by: person }),
  },
  {
    table: 'invitations',
    read: 'people.change',
    ...written('people.change'),
    remove: 'nobody',
    content: 'expires_at',
    copy: (_sql, _tenant, person) => ({ email: `${randomUUID()}@tenants.example`, invited_by: person }),
  },
  { table: 'alternatives', read: 'lines.read', ...written('alternative.write'), remove: 'nobody' },
  { table: 'plan_steps', read: 'lines.read', ...written('plan.write') },
  { table: 'claims', read: 'lines.read', ...written('claims.write') },
  // One that a decision concerns stays.
  { table: 'offers', where: 'number > 0', read: 'lines.read', ...written('offer.write') },
  {
    table: 'lines',
    where: 'alternative_id is not null',
    read: 'lines.read',
    ...written('alternative.write'),
    copy: (_sql, _tenant, person) => ({ changed_by: person }),
  },
  {
    table: 'lines',
    where: 'offer_id is not null',
    read: 'lines.read',
    ...written('offer.write'),
    copy: (_sql, _tenant, person) => ({ changed_by: person }),
  },
  {
    table: 'choices',
    read: 'lines.read',
    add: 'alternative.choose',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ chosen_by: person }),
  },
  ...thresholdRules,
  ...postureRules,
  {
    table: 'activity',
    where: `wall = 'engagement'`,
    read: 'engagement.read',
    add: 'engagement.read',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ actor_id: person }),
  },
  {
    table: 'activity',
    where: `wall = 'threshold'`,
    read: 'threshold.read',
    add: 'threshold.read',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ actor_id: person }),
  },
  {
    table: 'activity',
    where: `wall = 'posture'`,
    read: 'posture.read',
    add: 'posture.read',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ actor_id: person }),
  },
  {
    table: 'evidence',
    read: 'evidence.open',
    ...written('evidence.add'),
    change: 'nobody',
    copy: (_sql, _tenant, person) => ({ added_by: person }),
  },
  {
    table: 'file_pieces',
    read: 'evidence.open',
    add: 'evidence.add',
    ...addedOnly,
    // A file's content comes with the file.
    copy: async (sql, { engagementId }, person) => {
      const id = randomUUID();
      await sql`
        insert into evidence (id, engagement_id, subject_kind, subject_id, kind, title, media_type, size, sha256, added_by)
        select ${id}, engagement_id, subject_kind, subject_id, kind, title, media_type, size, sha256, ${person}
        from evidence where engagement_id = ${engagementId} and kind = 'file' limit 1`;
      return { evidence_id: id };
    },
  },
  {
    table: 'comments',
    where: `subject_kind <> 'threshold'`,
    read: 'lines.read',
    add: 'comment.write',
    ...addedOnly,
    content: 'body',
    copy: (_sql, _tenant, person) => ({ written_by: person }),
  },
  {
    table: 'comments',
    where: `subject_kind = 'threshold'`,
    read: 'threshold.read',
    add: 'threshold.read',
    ...addedOnly,
    content: 'body',
    copy: (_sql, _tenant, person) => ({ written_by: person }),
  },
  {
    table: 'resolutions',
    where: `subject_kind <> 'threshold'`,
    read: 'lines.read',
    add: 'comment.write',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ resolved_by: person }),
  },
  {
    table: 'resolutions',
    where: `subject_kind = 'threshold'`,
    read: 'threshold.read',
    add: 'threshold.read',
    ...addedOnly,
    copy: (_sql, _tenant, person) => ({ resolved_by: person }),
  },
  {
    table: 'reviews',
    read: 'lines.read',
    add: 'line.review',
    ...addedOnly,
    // Of a line that somebody else has changed last, and that this person has not reviewed yet.
    copy: async (sql, { engagementId }, person) => {
      const [line] = await sql`
        select id as line_id, material_version from lines l where engagement_id = ${engagementId} and material_by <> ${person}
        and not exists (select from reviews r where r.line_id = l.id and r.reviewed_by = ${person}) limit 1`;
      return { ...line, reviewed_by: person };
    },
  },
  {
    table: 'milestones',
    where: `wall = 'engagement'`,
    read: 'engagement.read',
    ...written('plan.write'),
  },
  {
    table: 'milestones',
    where: `wall = 'threshold'`,
    read: 'threshold.read',
    ...written('engagement.change'),
  },
  {
    table: 'category_reasons',
    read: 'lines.read',
    ...written('alternative.write'),
    copy: (_sql, _tenant, person) => ({ category: randomUUID(), written_by: person }),
  },
  {
    table: 'criterion_owners',
    where: `criterion ~ '^[^LQ]'`,
    read: 'engagement.read',
    ...written('engagement.change'),
    content: 'user_id',
    copy: () => ({ criterion: 'A9' }),
  },
  {
    table: 'criterion_owners',
    where: `criterion ~ '^L'`,
    read: 'threshold.read',
    ...written('engagement.change'),
    content: 'user_id',
    copy: () => ({ criterion: 'L9' }),
  },
  {
    table: 'criterion_owners',
    where: `criterion ~ '^Q'`,
    read: 'posture.read',
    ...written('engagement.change'),
    content: 'user_id',
    copy: () => ({ criterion: 'Q9' }),
  },
  { table: 'pillar_states', read: 'engagement.read', add: 'nobody', change: 'threshold.read', remove: 'nobody' },
  {
    table: 'pillar_changes',
    where: `pillar not in ('leadership', 'timeline', 'posture')`,
    read: 'engagement.read',
    add: 'threshold.read',
    ...addedOnly,
  },
  {
    table: 'pillar_changes',
    where: `pillar in ('leadership', 'timeline')`,
    read: 'threshold.read',
    add: 'threshold.read',
    ...addedOnly,
  },
  { table: 'pillar_changes', where: `pillar = 'posture'`, read: 'posture.read', add: 'threshold.read', ...addedOnly },
  { table: 'portfolio_standings', read: 'threshold.read', add: 'nobody', change: 'nobody', remove: 'nobody' },
  { table: 'activity_ends', read: 'nobody', add: 'nobody', change: 'nobody', remove: 'nobody' },
];

/**
 * Tables of an engagement that are tried apart: those of the archive, which administrators reach as well, in
 * lib/archives/archives.db.test.ts, what is each person's own in lib/looks/looks.db.test.ts, and what is derived, and
 * settled by whoever reads it, in lib/portfolio/portfolio.db.test.ts.
 */
export const triedApart: readonly string[] = [
  'archives',
  'erasure_requests',
  'looks',
  'portfolio_entries',
  'portfolio_places',
];

/** The column that says which engagement a row belongs to. */
export const engagementColumn = (table: string) => (table === 'engagements' ? 'id' : 'engagement_id');

/** Tables of which a row may also belong to no engagement. */
export const engagementOrNone: readonly string[] = ['invitations'];

export type PeopleRule = {
  readonly table: string;
  /** The column of whose row it is: people see their own and nobody else's. Null: the rooms see none. */
  readonly own: string | null;
  /** Whether administrators see those of others. */
  readonly administrators?: true;
  /** Whether the firm's advisors see them all. */
  readonly advisors?: true;
};

/** Every table that belongs to no engagement. */
export const peopleRules: readonly PeopleRule[] = [
  { table: 'users', own: 'id', administrators: true },
  { table: 'portal_roles', own: 'user_id', administrators: true },
  { table: 'sessions', own: 'user_id' },
  { table: 'passkeys', own: 'user_id' },
  { table: 'identities', own: 'user_id' },
  { table: 'preferences', own: 'user_id' },
  { table: 'calendar_feeds', own: 'user_id' },
  { table: 'step_ups', own: 'user_id' },
  { table: 'security_events', own: 'user_id', administrators: true },
  { table: 'sign_in_links', own: null },
  { table: 'challenges', own: null },
  { table: 'mails', own: null },
  { table: 'rate_limits', own: null },
  { table: 'requests', own: null, advisors: true },
  { table: 'request_entries', own: null, advisors: true },
  { table: 'worksheet_links', own: null, advisors: true },
];
