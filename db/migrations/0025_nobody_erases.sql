-- Three-valued logic let a visitor confirm an erasure: whoever is nobody leads nothing, and every condition must be true.
CREATE OR REPLACE FUNCTION app_leads(engagement uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(public.app_actor() = (SELECT user_id FROM public.members WHERE engagement_id = engagement AND role = 'advisor'
                                        ORDER BY added_at, user_id LIMIT 1), false)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_engagement(request uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asked record; trail record;
BEGIN
  SELECT * INTO asked FROM public.erasure_requests WHERE id = request AND expires_at > now() FOR UPDATE;
  IF (asked.requested_by <> public.app_actor() AND public.app_is_archived(asked.engagement_id)
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
