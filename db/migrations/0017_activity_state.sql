-- Whether an engagement's trail still hangs together, for each of its members: how many entries it has and the first
-- that does not fit. It reads rows past their policies and gives back nothing of them.
CREATE FUNCTION activity_state(engagement uuid) RETURNS TABLE (entries bigint, broken bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH chain AS (
    SELECT a.number, row_number() OVER (ORDER BY a.number) AS place, a.hash, a.previous_hash,
           lag(a.hash, 1, decode(repeat('00', 32), 'hex')) OVER (ORDER BY a.number) AS hash_before,
           sha256(convert_to(public.activity_text(a), 'UTF8') || a.salt || a.previous_hash) AS content_hash
    FROM public.activity a WHERE a.engagement_id = engagement
  ), kept AS (
    SELECT number, hash FROM public.activity_ends WHERE engagement_id = engagement
  )
  SELECT (SELECT count(*) FROM chain),
         coalesce(
           (SELECT min(place) FROM chain WHERE number <> place OR previous_hash <> hash_before OR hash <> content_hash),
           (SELECT coalesce((SELECT max(number) FROM chain), 0) + 1 FROM kept
            WHERE NOT EXISTS (SELECT FROM chain WHERE chain.number = kept.number AND chain.hash = kept.hash)))
  WHERE public.app_role_in(engagement) IS NOT NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION activity_state(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION activity_state(uuid) TO walk_app;
--> statement-breakpoint
-- The text of a row one may read already, as it was hashed: so that whoever downloads the trail can check it.
GRANT EXECUTE ON FUNCTION activity_text(activity) TO walk_app;
