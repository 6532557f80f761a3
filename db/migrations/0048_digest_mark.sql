-- Which digest went last is the job's to note, in the transaction that leaves the mail: nobody marks their own as sent, or unsent.
CREATE POLICY mark_not_added ON preferences AS RESTRICTIVE FOR INSERT TO walk_app WITH CHECK (name <> 'mail digest sent');
--> statement-breakpoint
CREATE POLICY mark_not_changed ON preferences AS RESTRICTIVE FOR UPDATE TO walk_app
  USING (name <> 'mail digest sent') WITH CHECK (name <> 'mail digest sent');
--> statement-breakpoint
CREATE POLICY mark_not_removed ON preferences AS RESTRICTIVE FOR DELETE TO walk_app USING (name <> 'mail digest sent');
--> statement-breakpoint

-- Whether this is the first to note it, and its reader still asks for a digest.
CREATE FUNCTION mark_digest(person uuid, mark text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.digest_readers() WHERE user_id = person) THEN RETURN false; END IF;
  INSERT INTO public.preferences AS kept (user_id, name, value) VALUES (person, 'mail digest sent', to_jsonb(mark))
  ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value, changed_at = now() WHERE kept.value <> excluded.value;
  RETURN FOUND;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION mark_digest(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION mark_digest(uuid, text) TO walk_job;
