-- Who asked for a digest: the job learns their ids and nothing that is due from them.
CREATE FUNCTION digest_readers() RETURNS TABLE (user_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.user_id FROM public.preferences p JOIN public.users u ON u.id = p.user_id
  WHERE p.name = 'mail digest' AND p.value ->> 'often' IN ('daily', 'weekly') AND u.erased_at IS NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION digest_readers() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION digest_readers() TO walk_job;
