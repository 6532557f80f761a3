-- What a second look at the walls found.

-- Evidence on the threshold stands behind the threshold's walls, and so do the pieces of its files.
ALTER POLICY read ON evidence USING (app_may_hear(engagement_id, subject_kind));
--> statement-breakpoint
ALTER POLICY add ON evidence WITH CHECK (added_by = (SELECT app_actor()) AND added_at = now()
  AND app_role_in(engagement_id) IN ('advisor', 'executive', 'contributor') AND app_may_hear(engagement_id, subject_kind)
  AND app_has_subject(engagement_id, subject_kind, subject_id));
--> statement-breakpoint
ALTER POLICY remove ON evidence USING (app_may_hear(engagement_id, subject_kind) AND (app_role_in(engagement_id) = 'advisor'
  OR (app_role_in(engagement_id) IN ('executive', 'contributor') AND added_by = (SELECT app_actor()))));
--> statement-breakpoint
ALTER POLICY read ON file_pieces USING (app_role_in(engagement_id) IS NOT NULL
  AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id));
--> statement-breakpoint

-- Since when somebody is a member decides who leads, so nobody writes it.
CREATE FUNCTION keep_added_at() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF public.app_actor() IS NOT NULL THEN
    NEW.added_at := CASE WHEN TG_OP = 'INSERT' THEN now() ELSE OLD.added_at END;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_added_at BEFORE INSERT OR UPDATE ON members FOR EACH ROW EXECUTE FUNCTION keep_added_at();
--> statement-breakpoint

-- The archive is part of what happened to an engagement, whoever did it: an administrator is no member, so it writes itself.
CREATE FUNCTION note_archive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  engagement uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.engagement_id ELSE NEW.engagement_id END;
  what text := CASE TG_TABLE_NAME || ' ' || TG_OP
    WHEN 'archives INSERT' THEN 'engagement.archived'
    WHEN 'archives DELETE' THEN 'engagement.reopened'
    WHEN 'erasure_requests INSERT' THEN 'engagement.erasure-requested'
    ELSE 'engagement.erasure-refused' END;
BEGIN
  IF public.app_actor() IS NULL OR NOT EXISTS (SELECT FROM public.engagements WHERE id = engagement) THEN RETURN NULL; END IF;
  INSERT INTO public.activity (engagement_id, actor_id, kind, subject, wall, salt, number, at, previous_hash, hash)
    VALUES (engagement, public.app_actor(), what, engagement::text, 'engagement',
            uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 0, now(), '', '');
  -- Open again, there is nothing left to erase.
  IF what = 'engagement.reopened' THEN DELETE FROM public.erasure_requests WHERE engagement_id = engagement; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_archive AFTER INSERT OR DELETE ON archives FOR EACH ROW EXECUTE FUNCTION note_archive();
--> statement-breakpoint
CREATE TRIGGER note_archive AFTER INSERT OR DELETE ON erasure_requests FOR EACH ROW EXECUTE FUNCTION note_archive();
--> statement-breakpoint

-- A request is good for as long as whoever asked may ask, and for the archiving it was made upon.
CREATE FUNCTION erasure_stands(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.erasure_requests r JOIN public.archives a ON a.engagement_id = r.engagement_id
                   JOIN public.portal_roles p ON p.user_id = r.requested_by AND p.role = 'administrator'
                 WHERE r.id = request AND r.expires_at > now() AND r.requested_at >= a.archived_at)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_engagement(request uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asked record; trail record;
BEGIN
  SELECT * INTO asked FROM public.erasure_requests WHERE id = request FOR UPDATE;
  IF (asked.requested_by <> public.app_actor() AND public.erasure_stands(request)
      AND (public.app_leads(asked.engagement_id) OR public.app_is_portal('administrator'))) IS NOT TRUE THEN
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

-- An advisor who leaves the firm leaves its engagements; where they are the last advisor, the portal keeps them.
CREATE FUNCTION end_advisor(person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE engagement uuid;
BEGIN
  IF NOT public.app_is_portal('administrator') THEN RETURN; END IF;
  FOR engagement IN DELETE FROM public.members WHERE user_id = person AND role = 'advisor' RETURNING engagement_id LOOP
    INSERT INTO public.activity (engagement_id, actor_id, kind, subject, wall, salt, number, at, previous_hash, hash)
      VALUES (engagement, public.app_actor(), 'person.removed', person::text, 'engagement',
              uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 0, now(), '', '');
  END LOOP;
END $$;
--> statement-breakpoint

-- What only the portal itself says of its security is nobody's to write, and everything is dated as it happens.
ALTER POLICY add ON security_events WITH CHECK (actor_id = (SELECT app_actor()) AND at = now()
  AND kind NOT IN ('trail.broken', 'engagement.erased'));
--> statement-breakpoint
ALTER POLICY add ON invitations WITH CHECK (invited_by = (SELECT app_actor()) AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at <= now() + interval '7 days 1 hour'
  AND app_may_invite(engagement_id, role, negotiator, portal_role));
--> statement-breakpoint
ALTER POLICY change ON invitations WITH CHECK (accepted_at IS NULL AND expires_at <= now() + interval '7 days 1 hour'
  AND (withdrawn_by IS NULL OR withdrawn_by = (SELECT app_actor())) AND app_may_invite(engagement_id, role, negotiator, portal_role));
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_added_at(), note_archive(), erasure_stands(uuid), end_advisor(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION end_advisor(uuid) TO walk_app;
