-- Milestones, what readiness is judged by, and how it stood: each behind the walls of what it speaks of.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['milestones', 'category_reasons', 'criterion_owners', 'pillar_states', 'pillar_changes', 'calendar_feeds'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT ALL ON %I TO walk_system', name);
    EXECUTE format('CREATE POLICY system_all ON %I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
    IF name <> 'calendar_feeds' THEN
      EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
      EXECUTE format('CREATE TRIGGER keep_archived BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_archived()', name);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint

-- Milestones are part of the plan. Those of leadership are not there for whoever may not see the threshold.
GRANT SELECT, INSERT, UPDATE, DELETE ON milestones TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON milestones FOR SELECT TO walk_app USING (app_may_hear(engagement_id, wall));
--> statement-breakpoint
CREATE POLICY add ON milestones FOR INSERT TO walk_app
  WITH CHECK (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'contributor' AND wall <> 'threshold'));
--> statement-breakpoint
CREATE POLICY change ON milestones FOR UPDATE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'contributor' AND wall <> 'threshold'))
  WITH CHECK (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'contributor' AND wall <> 'threshold'));
--> statement-breakpoint
CREATE POLICY remove ON milestones FOR DELETE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (app_role_in(engagement_id) = 'contributor' AND wall <> 'threshold'));
--> statement-breakpoint
CREATE FUNCTION sign_milestone() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF public.app_actor() IS NOT NULL AND NEW.done_by IS NOT NULL AND NEW.done_by <> public.app_actor()
     AND (TG_OP = 'INSERT' OR NEW.done_by IS DISTINCT FROM OLD.done_by OR NEW.evidence <> OLD.evidence) THEN
    RAISE EXCEPTION 'what is done is signed by whoever says so' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sign_milestone BEFORE INSERT OR UPDATE ON milestones FOR EACH ROW EXECUTE FUNCTION sign_milestone();
--> statement-breakpoint

-- Why a category has no line is said by those who write lines.
GRANT SELECT, INSERT, UPDATE, DELETE ON category_reasons TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON category_reasons FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON category_reasons FOR INSERT TO walk_app
  WITH CHECK (written_by = (SELECT app_actor()) AND app_role_in(engagement_id) IN ('advisor', 'contributor'));
--> statement-breakpoint
CREATE POLICY change ON category_reasons FOR UPDATE TO walk_app
  USING (app_role_in(engagement_id) IN ('advisor', 'contributor')) WITH CHECK (app_role_in(engagement_id) IN ('advisor', 'contributor'));
--> statement-breakpoint
CREATE POLICY remove ON category_reasons FOR DELETE TO walk_app USING (app_role_in(engagement_id) IN ('advisor', 'contributor'));
--> statement-breakpoint

-- Who may know more of a pillar than how it stands: of leadership's, leadership; of posture's, those who negotiate too.
CREATE FUNCTION app_may_see_pillar(engagement uuid, pillar text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(CASE
    WHEN pillar = 'leadership' THEN public.app_role_in(engagement) IN ('advisor', 'executive')
    WHEN pillar = 'posture' THEN public.app_role_in(engagement) IN ('advisor', 'executive') OR EXISTS (
      SELECT FROM public.members WHERE engagement_id = engagement AND user_id = public.app_actor() AND role = 'contributor' AND negotiator)
    ELSE public.app_role_in(engagement) IS NOT NULL
  END, false)
$$;
--> statement-breakpoint
CREATE FUNCTION pillar_of_criterion(criterion text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public
  AS $$ SELECT CASE left(criterion, 1) WHEN 'L' THEN 'leadership' WHEN 'Q' THEN 'posture' ELSE 'alternative' END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON criterion_owners TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON criterion_owners FOR SELECT TO walk_app USING (app_may_see_pillar(engagement_id, pillar_of_criterion(criterion)));
--> statement-breakpoint
CREATE POLICY write ON criterion_owners FOR ALL TO walk_app
  USING (app_role_in(engagement_id) = 'advisor') WITH CHECK (app_role_in(engagement_id) = 'advisor');
--> statement-breakpoint

-- How all six stand is everybody's to know; since when, only where one may know why. Judged by who sees everything.
GRANT SELECT, UPDATE ON pillar_states TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON pillar_states FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY judge ON pillar_states FOR UPDATE TO walk_app
  USING (app_role_in(engagement_id) IN ('advisor', 'executive')) WITH CHECK (app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
GRANT SELECT, INSERT ON pillar_changes TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON pillar_changes FOR SELECT TO walk_app USING (app_may_see_pillar(engagement_id, pillar));
--> statement-breakpoint
CREATE POLICY add ON pillar_changes FOR INSERT TO walk_app
  WITH CHECK (recorded_at = now() AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint

-- Every engagement has one, from its first moment, in which nothing is there yet and nobody has judged it.
CREATE FUNCTION begin_pillar_states() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.pillar_states VALUES (NEW.id, current_date - 2, 'absent', 'absent', 'absent', 'absent', 'absent', 'absent');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER begin_pillar_states AFTER INSERT ON engagements FOR EACH ROW EXECUTE FUNCTION begin_pillar_states();
--> statement-breakpoint
INSERT INTO pillar_states SELECT id, current_date - 2, 'absent', 'absent', 'absent', 'absent', 'absent', 'absent' FROM engagements;
--> statement-breakpoint

-- Something happened in an engagement: soon its readiness is judged again, once for all that happens meanwhile.
CREATE FUNCTION judge_readiness_soon() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('app.judged_soon', true) = NEW.engagement_id::text THEN RETURN NULL; END IF;
  PERFORM set_config('app.judged_soon', NEW.engagement_id::text, true);
  PERFORM graphile_worker.add_job('readiness.judge', json_build_object('engagementId', NEW.engagement_id), run_at => now() + interval '3 seconds',
    max_attempts => 5, job_key => 'readiness ' || NEW.engagement_id, job_key_mode => 'preserve_run_at');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER judge_readiness_soon AFTER INSERT ON activity FOR EACH ROW EXECUTE FUNCTION judge_readiness_soon();
--> statement-breakpoint

-- Whose readiness is to be judged: the one named, or all on whose calendar a new day has begun since. In whose name it is
-- judged: its lead, who sees everything. A job sees nothing else of an engagement.
CREATE FUNCTION readiness_to_judge(engagement uuid DEFAULT NULL) RETURNS TABLE (engagement_id uuid, lead uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, l.user_id FROM public.engagements e
  JOIN LATERAL (SELECT m.user_id FROM public.members m WHERE m.engagement_id = e.id AND m.role = 'advisor'
                ORDER BY m.added_at, m.user_id LIMIT 1) l ON true
  JOIN public.pillar_states s ON s.engagement_id = e.id
  WHERE NOT EXISTS (SELECT FROM public.archives a WHERE a.engagement_id = e.id)
    AND CASE WHEN engagement IS NULL THEN s.judged_for < (now() AT TIME ZONE e.time_zone)::date ELSE e.id = engagement END
$$;
--> statement-breakpoint

-- A calendar's address is its owner's: whoever holds it sees what its owner sees of the days. The rooms never read it back.
GRANT SELECT (user_id, created_at), INSERT (user_id, token_hash), DELETE ON calendar_feeds TO walk_app;
--> statement-breakpoint
CREATE POLICY own ON calendar_feeds FOR ALL TO walk_app
  USING (user_id = (SELECT app_actor())) WITH CHECK (user_id = (SELECT app_actor()));
--> statement-breakpoint
CREATE FUNCTION calendar_owner(address_hash text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT user_id FROM public.calendar_feeds WHERE token_hash = address_hash $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_actor() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE person uuid := app_actor(); address text := app_email();
BEGIN
  IF address IS NULL THEN RAISE EXCEPTION 'nobody to erase' USING ERRCODE = 'insufficient_privilege'; END IF;
  DELETE FROM members WHERE user_id = person;
  DELETE FROM portal_roles WHERE user_id = person;
  DELETE FROM sessions WHERE user_id = person;
  DELETE FROM passkeys WHERE user_id = person;
  DELETE FROM identities WHERE user_id = person;
  DELETE FROM sign_in_links WHERE user_id = person;
  DELETE FROM challenges WHERE user_id = person;
  DELETE FROM preferences WHERE user_id = person;
  DELETE FROM calendar_feeds WHERE user_id = person;
  DELETE FROM mails WHERE recipient = address;
  DELETE FROM invitations WHERE email = address AND accepted_at IS NULL;
  UPDATE invitations SET email = 'erased-' || person || '@erased.invalid', message = '' WHERE email = address;
  UPDATE users SET name = NULL, title = NULL, email = 'erased-' || person || '@erased.invalid', erased_at = now() WHERE id = person;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION sign_milestone(), app_may_see_pillar(uuid, text), pillar_of_criterion(text), begin_pillar_states(), judge_readiness_soon(),
  readiness_to_judge(uuid), calendar_owner(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_may_see_pillar(uuid, text), pillar_of_criterion(text) TO walk_app, walk_system;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION calendar_owner(text) TO walk_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION readiness_to_judge(uuid) TO walk_job;
