-- A negotiator reads what is behind the posture's wall and not what is behind the threshold's. Each side has steps of
-- its own: the next number is the next multiple of a million in front, of a thousand behind the posture's wall, of one
-- behind the threshold's. So nobody's numbers have a gap that tells of rows which they may not see.
CREATE FUNCTION activity_step(wall text) RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE wall WHEN 'engagement' THEN 1000000 WHEN 'posture' THEN 1000 ELSE 1 END::bigint
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION seal_activity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before bytea; newest bigint; step bigint := public.activity_step(NEW.wall);
BEGIN
  IF octet_length(NEW.salt) <> 32 THEN
    RAISE EXCEPTION 'an activity row needs a salt of 32 bytes' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.engagement_id::text, 0));
  SELECT number INTO newest FROM public.activity WHERE engagement_id = NEW.engagement_id ORDER BY number DESC LIMIT 1;
  SELECT hash INTO before FROM public.activity WHERE engagement_id = NEW.engagement_id AND wall = NEW.wall ORDER BY number DESC LIMIT 1;
  NEW.number := (coalesce(newest, 0) / step + 1) * step;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(before, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(convert_to(public.activity_text(NEW), 'UTF8') || NEW.salt || NEW.previous_hash);
  INSERT INTO public.activity_ends (engagement_id, wall, number, hash) VALUES (NEW.engagement_id, NEW.wall, NEW.number, NEW.hash)
    ON CONFLICT (engagement_id, wall) DO UPDATE SET number = EXCLUDED.number, hash = EXCLUDED.hash;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Trails that hold posture already are numbered and sealed anew, once.
ALTER TABLE activity DISABLE TRIGGER only_added_to;
--> statement-breakpoint
DO $$
DECLARE entry record; of uuid; newest bigint; hashes jsonb; sealed bytea;
BEGIN
  -- Out of the way first: a new number may be one that a later row still has.
  UPDATE activity SET number = -number WHERE engagement_id IN (SELECT engagement_id FROM activity WHERE wall = 'posture');
  FOR entry IN SELECT id, engagement_id, wall, activity_step(wall) AS step FROM activity WHERE number < 0 ORDER BY engagement_id, number DESC LOOP
    IF of IS DISTINCT FROM entry.engagement_id THEN
      of := entry.engagement_id; newest := 0; hashes := '{}';
    END IF;
    newest := (newest / entry.step + 1) * entry.step;
    UPDATE activity SET number = newest, previous_hash = decode(coalesce(hashes ->> entry.wall, repeat('00', 32)), 'hex') WHERE id = entry.id;
    UPDATE activity a SET hash = sha256(convert_to(activity_text(a), 'UTF8') || a.salt || a.previous_hash) WHERE a.id = entry.id RETURNING a.hash INTO sealed;
    hashes := hashes || jsonb_build_object(entry.wall, encode(sealed, 'hex'));
    UPDATE activity_ends SET number = newest, hash = sealed WHERE engagement_id = of AND wall = entry.wall;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE activity ENABLE TRIGGER only_added_to;
--> statement-breakpoint
CREATE FUNCTION app_may_see_wall(engagement uuid, wall text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE wall
    WHEN 'engagement' THEN public.app_role_in(engagement) IS NOT NULL
    WHEN 'posture' THEN public.app_may_see_pillar(engagement, 'posture')
    ELSE coalesce(public.app_role_in(engagement) IN ('advisor', 'executive'), false)
  END
$$;
--> statement-breakpoint
-- Whether the trail still hangs together as far as a member sees it: how many entries that is, and the first that does not fit.
CREATE OR REPLACE FUNCTION activity_state(engagement uuid) RETURNS TABLE (entries bigint, broken bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH walls AS (
    SELECT wall, public.activity_step(wall) AS step FROM unnest(ARRAY['engagement', 'posture', 'threshold']) wall
    WHERE public.app_may_see_wall(engagement, wall)
  ), chain AS (
    SELECT a.number, a.hash, a.previous_hash, w.step, row_number() OVER (ORDER BY a.number) AS place,
           lag(a.number, 1, 0::bigint) OVER (ORDER BY a.number) AS newest,
           lag(a.hash, 1, decode(repeat('00', 32), 'hex')) OVER (PARTITION BY a.wall ORDER BY a.number) AS hash_before,
           sha256(convert_to(public.activity_text(a), 'UTF8') || a.salt || a.previous_hash) AS content_hash
    FROM public.activity a JOIN walls w USING (wall) WHERE a.engagement_id = engagement
  ), kept AS (
    SELECT e.number, e.hash FROM public.activity_ends e JOIN walls USING (wall) WHERE e.engagement_id = engagement
  )
  SELECT (SELECT count(*) FROM chain),
         coalesce(
           (SELECT min(place) FROM chain WHERE previous_hash <> hash_before OR hash <> content_hash OR number <> (newest / step + 1) * step),
           (SELECT (SELECT count(*) FROM chain) + 1 FROM kept
            WHERE NOT EXISTS (SELECT FROM chain WHERE chain.number = kept.number AND chain.hash = kept.hash) LIMIT 1))
  WHERE public.app_role_in(engagement) IS NOT NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION activity_step(text), app_may_see_wall(uuid, text) FROM PUBLIC;
