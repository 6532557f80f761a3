-- The second gate. The portal's roles own nothing; each row is refused or given by the policies below.
-- walk_app: what people do, one actor a transaction · walk_auth: sign-in · walk_system: migrations, seed, checks.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO walk_app, walk_auth, walk_system;
--> statement-breakpoint
GRANT ALL ON ALL TABLES IN SCHEMA public TO walk_system;
--> statement-breakpoint

-- Who is asking. After a transaction the setting is the empty string, not null.
CREATE FUNCTION app_actor() RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;
--> statement-breakpoint
-- The actor's role in an engagement. It reads members past their own policy, which asks it in turn.
CREATE FUNCTION app_role_in(engagement uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT role FROM public.members WHERE engagement_id = engagement AND user_id = public.app_actor() $$;
--> statement-breakpoint
CREATE FUNCTION app_is_portal(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.portal_roles WHERE user_id = public.app_actor() AND role = wanted) $$;
--> statement-breakpoint
-- True for whoever created an engagement while nobody is a member of it: the moment its first advisor is written.
CREATE FUNCTION app_founds(engagement uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.engagements WHERE id = engagement AND created_by = public.app_actor())
           AND NOT EXISTS (SELECT FROM public.members WHERE engagement_id = engagement) $$;
--> statement-breakpoint
CREATE FUNCTION app_shares_engagement_with(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.members mine JOIN public.members theirs USING (engagement_id)
                       WHERE mine.user_id = public.app_actor() AND theirs.user_id = person) $$;
--> statement-breakpoint
-- Whether the actor is named as an approver of a threshold and still an executive of its engagement.
CREATE FUNCTION app_is_approver(threshold uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.threshold_approvers a JOIN public.members m
                         ON m.engagement_id = a.engagement_id AND m.user_id = a.user_id
                       WHERE a.threshold_id = threshold AND a.user_id = public.app_actor() AND m.role = 'executive') $$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO walk_app, walk_system;
--> statement-breakpoint

-- Every table: walls on, for the owner too, and open to walk_system alone.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON public.%I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Sign-in.
GRANT SELECT, UPDATE ON users TO walk_auth;
--> statement-breakpoint
GRANT SELECT ON portal_roles TO walk_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, sessions, verification_tokens TO walk_auth;
--> statement-breakpoint
GRANT SELECT, INSERT ON mails TO walk_auth;
--> statement-breakpoint
CREATE POLICY sign_in ON users FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY sign_in ON portal_roles FOR SELECT TO walk_auth USING (true);
--> statement-breakpoint
CREATE POLICY sign_in ON accounts FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY sign_in ON sessions FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY sign_in ON verification_tokens FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY sign_in ON mails FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint

-- People.
GRANT SELECT ON users, portal_roles TO walk_app;
--> statement-breakpoint
CREATE POLICY colleagues ON users FOR SELECT TO walk_app
  USING (id = (SELECT app_actor()) OR app_shares_engagement_with(id));
--> statement-breakpoint
CREATE POLICY own ON portal_roles FOR SELECT TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint

-- Engagements and their members.
GRANT SELECT, INSERT, UPDATE ON engagements TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON engagements FOR SELECT TO walk_app USING (app_role_in(id) IS NOT NULL OR app_founds(id));
--> statement-breakpoint
CREATE POLICY create_ ON engagements FOR INSERT TO walk_app
  WITH CHECK (created_by = (SELECT app_actor()) AND app_is_portal('advisor'));
--> statement-breakpoint
CREATE POLICY change ON engagements FOR UPDATE TO walk_app
  USING (app_role_in(id) = 'advisor') WITH CHECK (app_role_in(id) = 'advisor');
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON members TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON members FOR SELECT TO walk_app
  USING (user_id = (SELECT app_actor()) OR app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON members FOR INSERT TO walk_app WITH CHECK (
  app_role_in(engagement_id) = 'advisor'
  OR (app_role_in(engagement_id) = 'executive' AND role <> 'advisor')
  OR (app_founds(engagement_id) AND user_id = (SELECT app_actor()) AND role = 'advisor')
);
--> statement-breakpoint
CREATE POLICY change ON members FOR UPDATE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'executive' AND role <> 'advisor'))
  WITH CHECK (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'executive' AND role <> 'advisor'));
--> statement-breakpoint
CREATE POLICY remove ON members FOR DELETE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'executive' AND role <> 'advisor'));
--> statement-breakpoint

-- Alternatives and plans: advisors and contributors write. Offers: advisors alone. Everybody of the engagement reads.
DO $$
DECLARE name text; writers text;
BEGIN
  FOR name, writers IN VALUES
    ('alternatives', $w$('advisor', 'contributor')$w$),
    ('plan_steps', $w$('advisor', 'contributor')$w$),
    ('claims', $w$('advisor', 'contributor')$w$),
    ('offers', $w$('advisor')$w$)
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO walk_app', name);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL)', name);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO walk_app WITH CHECK (app_role_in(engagement_id) IN %s)', name, writers);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO walk_app USING (app_role_in(engagement_id) IN %s) WITH CHECK (app_role_in(engagement_id) IN %s)', name, writers, writers);
    EXECUTE format('CREATE POLICY remove ON %I FOR DELETE TO walk_app USING (app_role_in(engagement_id) IN %s)', name, writers);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON lines TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON lines FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON lines FOR INSERT TO walk_app WITH CHECK (changed_by = (SELECT app_actor()) AND
  (app_role_in(engagement_id) = 'advisor' OR (alternative_id IS NOT NULL AND app_role_in(engagement_id) = 'contributor')));
--> statement-breakpoint
CREATE POLICY change ON lines FOR UPDATE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (alternative_id IS NOT NULL AND app_role_in(engagement_id) = 'contributor'))
  WITH CHECK (changed_by = (SELECT app_actor()) AND
    (app_role_in(engagement_id) = 'advisor' OR (alternative_id IS NOT NULL AND app_role_in(engagement_id) = 'contributor')));
--> statement-breakpoint
CREATE POLICY remove ON lines FOR DELETE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (alternative_id IS NOT NULL AND app_role_in(engagement_id) = 'contributor'));
--> statement-breakpoint

-- A row stays in its engagement, whoever may write in two of them.
CREATE FUNCTION keep_engagement() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.engagement_id <> OLD.engagement_id THEN
    RAISE EXCEPTION 'a row stays in its engagement' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'engagement_id' LOOP
    EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- The choice, and the threshold behind its own walls: rows are added, never changed.
GRANT SELECT, INSERT ON choices, thresholds, threshold_approvers, approvals TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON choices FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON choices FOR INSERT TO walk_app
  WITH CHECK (chosen_by = (SELECT app_actor()) AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY read ON thresholds FOR SELECT TO walk_app USING (app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY add ON thresholds FOR INSERT TO walk_app
  WITH CHECK (proposed_by = (SELECT app_actor()) AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY read ON threshold_approvers FOR SELECT TO walk_app USING (app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY add ON threshold_approvers FOR INSERT TO walk_app WITH CHECK (app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY read ON approvals FOR SELECT TO walk_app USING (app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY add ON approvals FOR INSERT TO walk_app
  WITH CHECK (user_id = (SELECT app_actor()) AND app_role_in(engagement_id) = 'executive' AND app_is_approver(threshold_id));
--> statement-breakpoint

-- The trail. A trigger numbers and seals each row; the digest is over `activity_text`, the salt and the row before.
GRANT SELECT, INSERT ON activity TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON activity FOR SELECT TO walk_app USING (
  app_role_in(engagement_id) IN ('advisor', 'executive') OR (wall = 'engagement' AND app_role_in(engagement_id) IS NOT NULL));
--> statement-breakpoint
CREATE POLICY add ON activity FOR INSERT TO walk_app
  WITH CHECK (actor_id = (SELECT app_actor()) AND app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE FUNCTION activity_text(entry activity) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public SET TimeZone = 'UTC' AS $$
  SELECT jsonb_build_array(entry.engagement_id, entry.number, to_char(entry.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id,
                           entry.kind, entry.subject, entry.before, entry.after, entry.wall)::text
$$;
--> statement-breakpoint
CREATE FUNCTION seal_activity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last record;
BEGIN
  IF octet_length(NEW.salt) <> 32 THEN
    RAISE EXCEPTION 'an activity row needs a salt of 32 bytes' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.engagement_id::text, 0));
  SELECT number, hash INTO last FROM public.activity WHERE engagement_id = NEW.engagement_id ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(last.number, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(convert_to(public.activity_text(NEW), 'UTF8') || NEW.salt || NEW.previous_hash);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER seal BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION seal_activity();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'the trail is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON activity FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON activity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The bare chain for every member, so that it can be walked by whoever may not see some of its rows.
CREATE FUNCTION activity_chain(engagement uuid) RETURNS TABLE (number bigint, previous_hash bytea, hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT number, previous_hash, hash FROM public.activity
  WHERE engagement_id = engagement AND public.app_role_in(engagement) IS NOT NULL ORDER BY number
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_engagement(), activity_text(activity), seal_activity(), refuse_change(), activity_chain(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION activity_chain(uuid) TO walk_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION activity_text(activity) TO walk_system;
