-- The trail is a chain on each side of the threshold's wall. Whoever sees one side checks it whole, and neither a hash,
-- nor a number, nor a count tells them whether anything is on the other.
CREATE OR REPLACE FUNCTION seal_activity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before bytea; newest bigint;
BEGIN
  IF octet_length(NEW.salt) <> 32 THEN
    RAISE EXCEPTION 'an activity row needs a salt of 32 bytes' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.engagement_id::text, 0));
  SELECT number INTO newest FROM public.activity WHERE engagement_id = NEW.engagement_id ORDER BY number DESC LIMIT 1;
  SELECT hash INTO before FROM public.activity WHERE engagement_id = NEW.engagement_id AND wall = NEW.wall ORDER BY number DESC LIMIT 1;
  newest := coalesce(newest, 0);
  NEW.number := CASE NEW.wall WHEN 'engagement' THEN (newest / 1000000 + 1) * 1000000 ELSE newest + 1 END;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(before, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(convert_to(public.activity_text(NEW), 'UTF8') || NEW.salt || NEW.previous_hash);
  INSERT INTO public.activity_ends (engagement_id, wall, number, hash) VALUES (NEW.engagement_id, NEW.wall, NEW.number, NEW.hash)
    ON CONFLICT (engagement_id, wall) DO UPDATE SET number = EXCLUDED.number, hash = EXCLUDED.hash;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What was written as one chain is sealed anew as two, once.
ALTER TABLE activity DISABLE TRIGGER only_added_to;
--> statement-breakpoint
DO $$
DECLARE entry record; of uuid; newest bigint; hashes jsonb; sealed bytea;
BEGIN
  DELETE FROM activity_ends;
  FOR entry IN SELECT id, engagement_id, wall FROM activity ORDER BY engagement_id, number LOOP
    IF of IS DISTINCT FROM entry.engagement_id THEN
      of := entry.engagement_id; newest := 0; hashes := '{}';
    END IF;
    newest := CASE entry.wall WHEN 'engagement' THEN (newest / 1000000 + 1) * 1000000 ELSE newest + 1 END;
    UPDATE activity SET number = newest, previous_hash = decode(coalesce(hashes ->> entry.wall, repeat('00', 32)), 'hex') WHERE id = entry.id;
    UPDATE activity a SET hash = sha256(convert_to(activity_text(a), 'UTF8') || a.salt || a.previous_hash) WHERE a.id = entry.id RETURNING a.hash INTO sealed;
    hashes := hashes || jsonb_build_object(entry.wall, encode(sealed, 'hex'));
    INSERT INTO activity_ends (engagement_id, wall, number, hash) VALUES (of, entry.wall, newest, sealed)
      ON CONFLICT (engagement_id, wall) DO UPDATE SET number = EXCLUDED.number, hash = EXCLUDED.hash;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE activity ENABLE TRIGGER only_added_to;
--> statement-breakpoint
DROP FUNCTION activity_chain(uuid);
--> statement-breakpoint
-- Whether the trail still hangs together as far as a member sees it: how many entries that is, and the first that does not fit.
CREATE OR REPLACE FUNCTION activity_state(engagement uuid) RETURNS TABLE (entries bigint, broken bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH seen AS (
    SELECT a.* FROM public.activity a WHERE a.engagement_id = engagement
      AND (a.wall = 'engagement' OR public.app_role_in(engagement) IN ('advisor', 'executive'))
  ), chain AS (
    SELECT s.number, s.wall, s.hash, s.previous_hash, row_number() OVER (ORDER BY s.number) AS place,
           lag(s.number, 1, 0::bigint) OVER (ORDER BY s.number) AS newest,
           lag(s.number, 1, 0::bigint) OVER (PARTITION BY s.wall ORDER BY s.number) AS before,
           lag(s.hash, 1, decode(repeat('00', 32), 'hex')) OVER (PARTITION BY s.wall ORDER BY s.number) AS hash_before,
           sha256(convert_to(public.activity_text(a), 'UTF8') || s.salt || s.previous_hash) AS content_hash
    FROM seen s JOIN public.activity a USING (id)
  ), kept AS (
    SELECT e.wall, e.number, e.hash FROM public.activity_ends e WHERE e.engagement_id = engagement
      AND (e.wall = 'engagement' OR public.app_role_in(engagement) IN ('advisor', 'executive'))
  )
  SELECT (SELECT count(*) FROM chain),
         coalesce(
           (SELECT min(place) FROM chain WHERE previous_hash <> hash_before OR hash <> content_hash
              OR number <> CASE wall WHEN 'engagement' THEN before + 1000000 ELSE newest + 1 END),
           (SELECT (SELECT count(*) FROM chain) + 1 FROM kept
            WHERE NOT EXISTS (SELECT FROM chain WHERE chain.number = kept.number AND chain.hash = kept.hash) LIMIT 1))
  WHERE public.app_role_in(engagement) IS NOT NULL
$$;
--> statement-breakpoint
DROP FUNCTION activity_links(uuid, bigint, integer);
--> statement-breakpoint
CREATE FUNCTION activity_links(after_engagement uuid, after_number bigint, at_most integer)
  RETURNS TABLE (engagement_id uuid, wall text, number bigint, previous_hash bytea, hash bytea, content_hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.engagement_id, a.wall, a.number, a.previous_hash, a.hash,
         sha256(convert_to(public.activity_text(a), 'UTF8') || a.salt || a.previous_hash)
  FROM public.activity a WHERE (a.engagement_id, a.number) > (after_engagement, after_number)
  ORDER BY a.engagement_id, a.number LIMIT at_most
$$;
--> statement-breakpoint
DROP FUNCTION activity_trail_ends();
--> statement-breakpoint
CREATE FUNCTION activity_trail_ends() RETURNS TABLE (engagement_id uuid, wall text, number bigint, hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT engagement_id, wall, number, hash FROM public.activity_ends
$$;
--> statement-breakpoint
-- What administrators read of an engagement that is erased counts what was in front of the wall.
CREATE OR REPLACE FUNCTION erase_engagement(request uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asked record; trail record;
BEGIN
  SELECT * INTO asked FROM public.erasure_requests WHERE id = request AND expires_at > now() FOR UPDATE;
  IF (asked.requested_by <> public.app_actor() AND public.app_is_archived(asked.engagement_id)
      AND (public.app_leads(asked.engagement_id) OR public.app_is_portal('administrator'))) IS NOT TRUE THEN
    RETURN false;
  END IF;
  SELECT number, hash INTO trail FROM public.activity_ends WHERE engagement_id = asked.engagement_id AND wall = 'engagement';
  PERFORM set_config('app.erasing', asked.engagement_id::text, true);
  DELETE FROM public.engagements WHERE id = asked.engagement_id;
  DELETE FROM public.activity WHERE engagement_id = asked.engagement_id;
  DELETE FROM public.activity_ends WHERE engagement_id = asked.engagement_id;
  PERFORM set_config('app.erasing', '', true);
  INSERT INTO public.security_events (kind, actor_id, detail) VALUES ('engagement.erased', public.app_actor(), jsonb_build_object(
    'engagement', asked.engagement_id, 'asked by', asked.requested_by,
    'entries of its trail', (coalesce(trail.number, 0) / 1000000)::text, 'its last hash', coalesce(encode(trail.hash, 'hex'), '')));
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION activity_links(uuid, bigint, integer), activity_trail_ends() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION activity_links(uuid, bigint, integer), activity_trail_ends() TO walk_job, walk_system;
