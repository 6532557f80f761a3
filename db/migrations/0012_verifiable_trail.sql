-- The end of each trail is kept beside it, and whoever verifies the trail needs to see none of it.

INSERT INTO activity_ends (engagement_id, number, hash)
  SELECT DISTINCT ON (engagement_id) engagement_id, number, hash FROM activity ORDER BY engagement_id, number DESC;
--> statement-breakpoint
ALTER TABLE activity_ends ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE activity_ends FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT ALL ON activity_ends TO walk_system;
--> statement-breakpoint
CREATE POLICY system_all ON activity_ends FOR ALL TO walk_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON activity_ends FOR EACH ROW EXECUTE FUNCTION keep_engagement();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION seal_activity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
  INSERT INTO public.activity_ends (engagement_id, number, hash) VALUES (NEW.engagement_id, NEW.number, NEW.hash)
    ON CONFLICT (engagement_id) DO UPDATE SET number = EXCLUDED.number, hash = EXCLUDED.hash;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- The trails of all engagements in order, each row as its hashes: the one it keeps, and the one its content has now.
CREATE FUNCTION activity_links(after_engagement uuid, after_number bigint, at_most integer)
  RETURNS TABLE (engagement_id uuid, number bigint, previous_hash bytea, hash bytea, content_hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.engagement_id, a.number, a.previous_hash, a.hash,
         sha256(convert_to(public.activity_text(a), 'UTF8') || a.salt || a.previous_hash)
  FROM public.activity a WHERE (a.engagement_id, a.number) > (after_engagement, after_number)
  ORDER BY a.engagement_id, a.number LIMIT at_most
$$;
--> statement-breakpoint
CREATE FUNCTION activity_trail_ends() RETURNS TABLE (engagement_id uuid, number bigint, hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT engagement_id, number, hash FROM public.activity_ends
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION activity_links(uuid, bigint, integer), activity_trail_ends() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION activity_links(uuid, bigint, integer), activity_trail_ends() TO walk_job, walk_system;
