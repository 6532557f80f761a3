-- A deal ends once. It has ended when as many say so as must; after that nobody adds to how it ends, nor to its threshold.
CREATE FUNCTION deal_has_ended(engagement uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.decisions d WHERE d.engagement_id = engagement
    AND d.quorum <= (SELECT count(*) FROM public.decision_voices v WHERE v.decision_id = d.id))
$$;
--> statement-breakpoint
CREATE FUNCTION keep_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_actor() IS NULL THEN RETURN NEW; END IF;
  PERFORM hold_threshold(NEW.engagement_id);
  IF deal_has_ended(NEW.engagement_id) THEN
    RAISE EXCEPTION 'this deal has ended' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['decisions', 'decision_voices', 'thresholds', 'approvals'] LOOP
    EXECUTE format('CREATE TRIGGER keep_ended BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION keep_ended()', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Nobody is told any more of a threshold, once the deal has ended.
CREATE OR REPLACE FUNCTION watched_engagements() RETURNS TABLE (engagement_id uuid, lead uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT ON (m.engagement_id) m.engagement_id, m.user_id FROM public.members m
  WHERE m.role = 'advisor' AND NOT public.app_is_archived(m.engagement_id) AND NOT public.deal_has_ended(m.engagement_id)
    AND EXISTS (SELECT FROM public.threshold_moves t WHERE t.engagement_id = m.engagement_id AND t.kind = 'proposed')
  ORDER BY m.engagement_id, m.added_at, m.user_id
$$;
--> statement-breakpoint

-- What a decision rests on names the end itself: which it is, upon which offer, and why.
CREATE OR REPLACE FUNCTION kept_decisions() RETURNS TABLE (engagement_id uuid, kind text, id uuid, hash text, names_it boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.engagement_id, d.kind, d.id, d.hash, position(d.about in s.content) > 0
  FROM (SELECT engagement_id, 'threshold' AS kind, id, snapshot_hash AS hash, id::text AS about FROM public.thresholds
        UNION ALL SELECT engagement_id, 'approval', id, snapshot_hash, threshold_id::text FROM public.approvals
        UNION ALL SELECT engagement_id, 'decision', id, snapshot_hash,
          format('"ending":{"kind":%s,"offer":%s,"reason":%s}', to_json(kind), to_json(offer_id), to_json(reason)) FROM public.decisions) d
  LEFT JOIN public.snapshots s ON s.engagement_id = d.engagement_id AND s.hash = d.hash
  ORDER BY d.engagement_id, d.kind, d.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION deal_has_ended(uuid), keep_ended() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION deal_has_ended(uuid) TO walk_app;
