-- An archived engagement is read and not written; one is erased by two people, and its trail says so without its content.
GRANT ALL ON archives, erasure_requests TO walk_system;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['archives', 'erasure_requests'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON public.%I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The lead of an engagement: of its advisors, the one who has been there longest.
CREATE FUNCTION app_leads(engagement uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT public.app_actor() = (SELECT user_id FROM public.members WHERE engagement_id = engagement AND role = 'advisor'
                               ORDER BY added_at, user_id LIMIT 1)
$$;
--> statement-breakpoint
CREATE FUNCTION app_is_archived(engagement uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.archives WHERE engagement_id = engagement)
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON archives TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON archives FOR SELECT TO walk_app
  USING (app_role_in(engagement_id) IS NOT NULL OR app_is_portal('administrator'));
--> statement-breakpoint
CREATE POLICY add ON archives FOR INSERT TO walk_app WITH CHECK (archived_by = (SELECT app_actor())
  AND (app_role_in(engagement_id) = 'advisor' OR app_is_portal('administrator')));
--> statement-breakpoint
CREATE POLICY remove ON archives FOR DELETE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR app_is_portal('administrator'));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON erasure_requests TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON erasure_requests FOR SELECT TO walk_app
  USING (app_leads(engagement_id) OR app_is_portal('administrator'));
--> statement-breakpoint
CREATE POLICY add ON erasure_requests FOR INSERT TO walk_app WITH CHECK (requested_by = (SELECT app_actor())
  AND app_is_portal('administrator') AND app_is_archived(engagement_id) AND expires_at <= now() + interval '14 days');
--> statement-breakpoint
CREATE POLICY remove ON erasure_requests FOR DELETE TO walk_app
  USING (app_leads(engagement_id) OR app_is_portal('administrator'));
--> statement-breakpoint

-- What is archived holds still, whoever writes. Its people may still come and go, and it may be erased as a whole.
CREATE FUNCTION keep_archived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE engagement uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.engagement_id ELSE NEW.engagement_id END;
BEGIN
  IF public.app_actor() IS NOT NULL AND public.app_is_archived(engagement)
     AND EXISTS (SELECT FROM public.engagements WHERE id = engagement) THEN
    RAISE EXCEPTION 'an archived engagement is read only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'engagement_id'
              AND table_name NOT IN ('activity', 'activity_ends', 'archives', 'erasure_requests', 'members', 'invitations') LOOP
    EXECUTE format('CREATE TRIGGER keep_archived BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_archived()', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_archived_engagement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF public.app_actor() IS NOT NULL AND public.app_is_archived(OLD.id) THEN
    RAISE EXCEPTION 'an archived engagement is read only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_archived BEFORE UPDATE ON engagements FOR EACH ROW EXECUTE FUNCTION keep_archived_engagement();
--> statement-breakpoint

-- What an administrator sees of the engagements: whose they are and whether they are over, nothing of what they hold.
CREATE FUNCTION portal_engagements() RETURNS TABLE (id uuid, client text, lead text, created_at timestamptz, archived_at timestamptz,
                                                    request_id uuid, requested_by uuid, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.client,
         (SELECT coalesce(u.name, u.email) FROM public.members m JOIN public.users u ON u.id = m.user_id
          WHERE m.engagement_id = e.id AND m.role = 'advisor' ORDER BY m.added_at, m.user_id LIMIT 1),
         e.created_at, a.archived_at, r.id, r.requested_by, r.expires_at
  FROM public.engagements e
  LEFT JOIN public.archives a ON a.engagement_id = e.id
  LEFT JOIN LATERAL (SELECT * FROM public.erasure_requests WHERE engagement_id = e.id AND expires_at > now()
                     ORDER BY requested_at DESC LIMIT 1) r ON true
  WHERE public.app_is_portal('administrator') ORDER BY e.client, e.id
$$;
--> statement-breakpoint

-- Whom to tell that somebody asks for an erasure: the lead's id and address, to the administrator who asks.
CREATE FUNCTION engagement_lead(engagement uuid) RETURNS TABLE (user_id uuid, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.email FROM public.members m JOIN public.users u ON u.id = m.user_id
  WHERE m.engagement_id = engagement AND m.role = 'advisor' AND public.app_is_portal('administrator')
  ORDER BY m.added_at, m.user_id LIMIT 1
$$;
--> statement-breakpoint

-- Rows of the trail go only with their engagement, and only where a second person has confirmed it.
CREATE FUNCTION only_added_to_or_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('app.erasing', true) = OLD.engagement_id::text
     AND NOT EXISTS (SELECT FROM public.engagements WHERE id = OLD.engagement_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the trail is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DROP TRIGGER only_added_to ON activity;
--> statement-breakpoint
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON activity FOR EACH ROW EXECUTE FUNCTION only_added_to_or_erased();
--> statement-breakpoint
-- Erases an archived engagement on the confirmation of its lead, or of an administrator who did not ask for it. What
-- stays is that it happened: who asked, who confirmed, how long the trail was and the hash it ended with.
CREATE FUNCTION erase_engagement(request uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asked record; trail record;
BEGIN
  SELECT * INTO asked FROM public.erasure_requests WHERE id = request AND expires_at > now() FOR UPDATE;
  IF asked IS NULL OR asked.requested_by = public.app_actor() OR NOT public.app_is_archived(asked.engagement_id)
     OR NOT (public.app_leads(asked.engagement_id) OR public.app_is_portal('administrator')) THEN
    RETURN false;
  END IF;
  SELECT number, hash INTO trail FROM public.activity_ends WHERE engagement_id = asked.engagement_id;
  PERFORM set_config('app.erasing', asked.engagement_id::text, true);
  DELETE FROM public.engagements WHERE id = asked.engagement_id;
  DELETE FROM public.activity WHERE engagement_id = asked.engagement_id;
  DELETE FROM public.activity_ends WHERE engagement_id = asked.engagement_id;
  PERFORM set_config('app.erasing', '', true);
  INSERT INTO public.security_events (kind, actor_id, detail) VALUES ('engagement.erased', public.app_actor(), jsonb_build_object(
    'engagement', asked.engagement_id, 'asked by', asked.requested_by,
    'entries of its trail', coalesce(trail.number, 0)::text, 'its last hash', coalesce(encode(trail.hash, 'hex'), '')));
  RETURN true;
END $$;
--> statement-breakpoint

-- The nightly walk along every trail may say that one is broken, and finds whom to tell.
GRANT INSERT ON security_events TO walk_job;
--> statement-breakpoint
CREATE POLICY alarm ON security_events FOR INSERT TO walk_job WITH CHECK (kind = 'trail.broken' AND actor_id IS NULL);
--> statement-breakpoint
CREATE FUNCTION administrator_addresses() RETURNS TABLE (email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.email FROM public.portal_roles r JOIN public.users u ON u.id = r.user_id WHERE r.role = 'administrator'
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_leads(uuid), app_is_archived(uuid), keep_archived(), keep_archived_engagement(), portal_engagements(),
  engagement_lead(uuid), only_added_to_or_erased(), erase_engagement(uuid), administrator_addresses() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_leads(uuid), app_is_archived(uuid), portal_engagements(), engagement_lead(uuid), erase_engagement(uuid) TO walk_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_leads(uuid), app_is_archived(uuid) TO walk_system;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION administrator_addresses() TO walk_job;
