import type { Sql as Connection, TransactionSql } from 'postgres';
import { engagementOrNone, engagementRules, peopleRules, triedApart } from '@/db/testing/rules';

type Sql = Connection | TransactionSql;

export type CatalogueLaw = {
  readonly law: string;
  /** What breaks it, as the catalogue has it. */
  readonly offenders: (sql: Sql) => PromiseLike<readonly object[]>;
  /** SQL that breaks it: a law that does not see that sees nothing. */
  readonly breach: string;
};

const engagementTables = [...new Set([...engagementRules.map(({ table }) => table), ...triedApart])];
const known = [...engagementTables, ...peopleRules.map(({ table }) => table)];

/** The roles that requests and jobs are served with. What others may do, no request can. */
const served = ['walk_app', 'walk_auth', 'walk_job'];
const servedLike = served.map((role) => `${role}%`);

const tables = (sql: Sql) => sql`
  (select c.oid, relname as name, relrowsecurity, relforcerowsecurity, a.attnotnull as mandatory
   from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'engagement_id' and not a.attisdropped
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) t`;

const functions = (sql: Sql) => sql`(select * from pg_proc where pronamespace = 'public'::regnamespace) f`;

const hole = 'create table hole (engagement_id uuid, token_hash text)';

export const tableLaws: readonly CatalogueLaw[] = [
  {
    law: 'every table is known to the tests of the walls',
    offenders: (sql) => sql`select name from ${tables(sql)} where not name = any(${known})`,
    breach: hole,
  },
  {
    law: 'every table known to the tests of the walls is there',
    offenders: (sql) => sql`select name from unnest(${known}::text[]) name where to_regclass(name) is null`,
    breach: 'alter table claims rename to gone',
  },
  {
    law: 'every table has row-level security enabled and forced',
    offenders: (sql) => sql`select name from ${tables(sql)} where not (relrowsecurity and relforcerowsecurity)`,
    breach: `${hole}; alter table hole enable row level security`,
  },
  {
    law: 'every table with an engagement names it in every row',
    offenders: (sql) =>
      sql`select name from ${tables(sql)} where not mandatory and not name = any(${[...engagementOrNone]})`,
    breach: hole,
  },
  {
    law: 'every table with an engagement is tried as one',
    offenders: (sql) =>
      sql`select name from ${tables(sql)} where mandatory is not null and not name = any(${engagementTables})`,
    breach: 'alter table mails add column engagement_id uuid not null',
  },
  {
    law: 'every table with an engagement keeps its rows there by a trigger',
    offenders: (sql) => sql`
      select name from ${tables(sql)} where mandatory is not null and not exists (
        select from pg_trigger where tgrelid = t.oid and tgname = 'keep_engagement' and tgenabled = 'O'
        and tgfoid = 'keep_engagement'::regproc)`,
    breach: 'alter table lines disable trigger keep_engagement',
  },
  {
    law: 'no view looks past the walls of the tables behind it',
    offenders: (sql) =>
      sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    breach: 'create view hole as select amount from thresholds',
  },
  {
    law: 'every policy names its roles',
    offenders: (sql) => sql`select tablename, policyname from pg_policies where 'public' = any(roles)`,
    breach: 'create policy hole on claims for select using (false)',
  },
  {
    law: 'every policy of the rooms asks something',
    // A mail may be left behind by whoever causes one; the rooms do not read it.
    offenders: (sql) => sql`
      select tablename, policyname from pg_policies
      where 'walk_app' = any(roles) and 'true' in (qual, with_check) and (tablename, cmd) <> ('mails', 'INSERT')`,
    breach: 'create policy hole on claims for select to walk_app using (true)',
  },
  {
    law: 'whatever the rooms may do to a table is held by a policy with using and with check',
    offenders: (sql) => sql`
      select name, command from ${tables(sql)}, (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) as asked (command)
      where case command when 'DELETE' then has_table_privilege('walk_app', t.oid, command)
                         else has_any_column_privilege('walk_app', t.oid, command) end
      and not coalesce((
        select bool_and((command = 'INSERT' or qual is not null) and (command not in ('INSERT', 'UPDATE') or with_check is not null))
        from pg_policies p where p.schemaname = 'public' and p.tablename = name and cmd in (command, 'ALL') and 'walk_app' = any(p.roles)), false)`,
    breach: 'create policy hole on claims for update to walk_app using (false)',
  },
];

export const roleLaws: readonly CatalogueLaw[] = [
  {
    law: 'no role that serves is a superuser, passes walls, or makes roles and databases',
    offenders: (sql) => sql`
      select rolname from pg_roles where rolname like any(${servedLike})
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    breach: 'alter role walk_app bypassrls',
  },
  {
    law: 'no role that serves owns anything',
    offenders: (sql) => sql`
      select rolname from pg_shdepend d join pg_roles r on r.oid = d.refobjid
      where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and rolname like any(${servedLike})`,
    breach: 'alter table lines owner to walk_app',
  },
  {
    law: 'no role that serves is a member of anything but its own group',
    offenders: (sql) => sql`
      select m.rolname, g.rolname from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
      where m.rolname like any(${servedLike}) and m.rolname not like g.rolname || '\\_%'`,
    breach: 'grant walk_system to walk_app',
  },
  {
    law: 'no role that serves makes anything: no table, no schema, no temporary table in front of another',
    offenders: (sql) => sql`
      select rolname, nspname from pg_roles, pg_namespace
      where rolname like any(${servedLike}) and has_schema_privilege(rolname, pg_namespace.oid, 'CREATE')
      union all select rolname, 'the database' from pg_roles
      where rolname like any(${servedLike}) and has_database_privilege(rolname, current_database(), 'CREATE, TEMPORARY')`,
    breach: 'grant create on schema public to public',
  },
  {
    law: 'the rooms enter no schema but the portal’s own',
    offenders: (sql) => sql`
      select nspname from pg_namespace where has_schema_privilege('walk_app', oid, 'USAGE')
      and nspname not in ('public', 'pg_catalog', 'information_schema')`,
    breach: 'grant usage on schema graphile_worker to walk_app',
  },
  {
    law: 'no role that serves empties a table, or puts a key or a trigger on one',
    offenders: (sql) => sql`
      select rolname, name from pg_roles, ${tables(sql)}
      where rolname like any(${servedLike}) and has_table_privilege(rolname, t.oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
    breach: 'grant truncate on activity to walk_app',
  },
  {
    law: 'the rooms read no secret of sign-in',
    // The hashes of the trail and of snapshots are no secrets: they are shown.
    offenders: (sql) => sql`
      select name, attname from ${tables(sql)} join pg_attribute on attrelid = t.oid and attnum > 0 and not attisdropped
      where attname ~ 'hash|token|secret|sealed|password|public_key|credential' and name not like 'activity%'
      and name <> 'snapshots' and attname <> 'snapshot_hash'
      and has_column_privilege('walk_app', t.oid, attnum, 'SELECT')`,
    breach: 'grant select on sessions to walk_app',
  },
  {
    law: 'sign-in and jobs reach no table of an engagement but its invitations',
    offenders: (sql) => sql`
      select rolname, name from pg_roles, ${tables(sql)}
      where rolname like any(${servedLike}) and rolname not like 'walk_app%'
      and name = any(${engagementTables.filter((table) => table !== 'invitations')})
      and (has_any_column_privilege(rolname, t.oid, 'SELECT, INSERT, UPDATE') or has_table_privilege(rolname, t.oid, 'DELETE'))`,
    breach: 'grant select (client) on engagements to walk_auth',
  },
  {
    law: 'whoever is not this database’s own login does not enter it',
    offenders: (sql) => sql`
      select rolname from pg_roles where rolname like any(${servedLike}) and rolname not like '%\\_' || current_database()
      and has_database_privilege(rolname, current_database(), 'CONNECT')`,
    breach: `do $$ begin execute format('grant connect on database %I to public', current_database()); end $$`,
  },
];

/** Each answers about the actor alone, gives a member hashes and counts, an administrator names, or does one thing whole,
 * for a link's bearer too. */
const lookingPastTheWalls = [
  'activity_state',
  'app_email',
  'app_founds',
  'app_is_approver',
  'app_is_archived',
  'app_is_portal',
  'app_is_staff',
  'app_joins',
  'app_leads',
  'app_may_invite',
  'app_role_in',
  'app_shares_engagement_with',
  'calendar_owner',
  'end_advisor',
  'engagement_lead',
  'enqueue_job',
  'erase_actor',
  'erase_engagement',
  'erase_request',
  'firm_advisors',
  'portal_engagements',
  'take_worksheet',
  'worksheet_link',
];

export const functionLaws: readonly CatalogueLaw[] = [
  {
    law: 'no function is everybody’s to call',
    offenders: (sql) => sql`
      select proname from ${functions(sql)}
      where proacl is null or exists (select from aclexplode(proacl) where grantee = 0)`,
    breach: 'create function hole() returns int language sql as $$ select 1 $$',
  },
  {
    law: 'every function that runs as its owner looks names up where it was told to',
    offenders: (sql) => sql`
      select proname from ${functions(sql)}
      where prosecdef and not coalesce(proconfig::text like '%search_path=pg_catalog, public%', false)`,
    breach: 'create function hole() returns int language sql security definer as $$ select 1 $$',
  },
  {
    law: 'no function looks past the walls for the rooms but those that are known to',
    offenders: (sql) => sql`
      select proname from ${functions(sql)}
      where prosecdef and has_function_privilege('walk_app', f.oid, 'EXECUTE') and not proname = any(${lookingPastTheWalls})`,
    breach:
      'create function hole() returns numeric language sql security definer as $$ select max(amount) from thresholds $$',
  },
];
