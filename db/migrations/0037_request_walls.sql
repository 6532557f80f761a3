-- Requests are of no engagement: a visitor leaves one and reads none, the firm's advisors triage them, and whoever holds
-- the link in the mail may take the file and have the request erased. Nobody else sees that one was made.
GRANT ALL ON requests, request_entries, worksheet_links TO walk_system;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['requests', 'request_entries', 'worksheet_links'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON public.%I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE (state, assigned_to, converted_to, version, decided_at) ON requests TO walk_app;
--> statement-breakpoint
-- Left by nobody in particular, dated as it happens, decided by nobody yet.
CREATE POLICY leave ON requests FOR INSERT TO walk_app WITH CHECK (
  (SELECT app_actor()) IS NULL AND state IN ('new', 'spam') AND created_at = now() AND version = 1
  AND assigned_to IS NULL AND converted_to IS NULL AND decided_at IS NULL);
--> statement-breakpoint
CREATE POLICY triage ON requests FOR SELECT TO walk_app USING (app_is_portal('advisor'));
--> statement-breakpoint
CREATE POLICY decide ON requests FOR UPDATE TO walk_app USING (app_is_portal('advisor'))
  WITH CHECK (app_is_portal('advisor') AND (converted_to IS NULL OR app_role_in(converted_to) = 'advisor'));
--> statement-breakpoint
GRANT SELECT, INSERT ON request_entries TO walk_app;
--> statement-breakpoint
CREATE POLICY triage ON request_entries FOR SELECT TO walk_app USING (app_is_portal('advisor'));
--> statement-breakpoint
CREATE POLICY add ON request_entries FOR INSERT TO walk_app
  WITH CHECK (written_by = (SELECT app_actor()) AND written_at = now() AND app_is_portal('advisor'));
--> statement-breakpoint
GRANT SELECT (id, request_id, mail_id, created_at, expires_at, downloads, revoked_at), INSERT, UPDATE (revoked_at) ON worksheet_links TO walk_app;
--> statement-breakpoint
CREATE POLICY triage ON worksheet_links FOR SELECT TO walk_app USING (app_is_portal('advisor'));
--> statement-breakpoint
CREATE POLICY add ON worksheet_links FOR INSERT TO walk_app WITH CHECK (app_is_portal('advisor') AND created_at = now()
  AND downloads = 0 AND revoked_at IS NULL AND expires_at <= now() + interval '14 days 1 hour');
--> statement-breakpoint
CREATE POLICY revoke_ ON worksheet_links FOR UPDATE TO walk_app
  USING (app_is_portal('advisor') AND revoked_at IS NULL) WITH CHECK (app_is_portal('advisor') AND revoked_at IS NOT NULL);
--> statement-breakpoint

-- Whether the worksheet's mail has arrived, and why not: without what it says.
CREATE POLICY worksheets ON mails FOR SELECT TO walk_app
  USING (app_is_portal('advisor') AND EXISTS (SELECT FROM worksheet_links l WHERE l.mail_id = mails.id));
--> statement-breakpoint

-- Who else triages, for whoever does.
CREATE FUNCTION firm_advisors() RETURNS TABLE (user_id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT u.id, u.name FROM public.portal_roles r JOIN public.users u ON u.id = r.user_id
        WHERE r.role = 'advisor' AND public.app_is_portal('advisor') $$;
--> statement-breakpoint

-- What the bearer of a link may do, and no more: look at its state, take the file, have the request erased.
CREATE FUNCTION worksheet_link(token text) RETURNS TABLE (state text, until timestamptz, downloads_left int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN l.revoked_at IS NOT NULL OR r.state NOT IN ('released', 'converted') THEN 'revoked'
              WHEN l.expires_at <= now() THEN 'expired' WHEN l.downloads >= 5 THEN 'used up' ELSE 'open' END,
         l.expires_at, 5 - l.downloads
  FROM public.worksheet_links l JOIN public.requests r ON r.id = l.request_id WHERE l.token_hash = token $$;
--> statement-breakpoint
CREATE FUNCTION take_worksheet(token text) RETURNS bytea LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.worksheet_links l SET downloads = l.downloads + 1 FROM public.requests r
  WHERE r.id = l.request_id AND r.state IN ('released', 'converted')
    AND l.token_hash = token AND l.revoked_at IS NULL AND l.expires_at > now() AND l.downloads < 5
  RETURNING l.file $$;
--> statement-breakpoint
CREATE FUNCTION erase_request(token text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE address text := (SELECT r.email FROM public.worksheet_links l JOIN public.requests r ON r.id = l.request_id WHERE l.token_hash = token);
BEGIN
  IF address IS NULL THEN RETURN false; END IF;
  DELETE FROM public.mails m USING public.worksheet_links l JOIN public.requests r ON r.id = l.request_id
    WHERE m.id = l.mail_id AND r.email = address;
  -- All that this address has asked for: nothing else here is the requester's.
  DELETE FROM public.requests WHERE email = address;
  RETURN true;
END $$;
--> statement-breakpoint

-- What came to nothing: no engagement of it, and nobody has decided anything about it for so many months.
CREATE FUNCTION forget_requests(months int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE gone int;
BEGIN
  IF months < 1 THEN RAISE EXCEPTION 'requests are kept for a month at least' USING ERRCODE = 'check_violation'; END IF;
  DELETE FROM public.requests
    WHERE converted_to IS NULL AND coalesce(decided_at, created_at) < now() - make_interval(months => months);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
--> statement-breakpoint

-- An advisor who erases what is theirs leaves what they were asked to look after, and what they asked for themselves goes.
CREATE OR REPLACE FUNCTION erase_actor() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE person uuid := app_actor(); address text := app_email();
BEGIN
  IF address IS NULL THEN RAISE EXCEPTION 'nobody to erase' USING ERRCODE = 'insufficient_privilege'; END IF;
  DELETE FROM members WHERE user_id = person;
  DELETE FROM portal_roles WHERE user_id = person;
  DELETE FROM sessions WHERE user_id = person;
  DELETE FROM passkeys WHERE user_id = person;
  DELETE FROM identities WHERE user_id = person;
  DELETE FROM sign_in_links WHERE user_id = person;
  DELETE FROM challenges WHERE user_id = person;
  DELETE FROM preferences WHERE user_id = person;
  DELETE FROM calendar_feeds WHERE user_id = person;
  DELETE FROM mails WHERE recipient = address;
  DELETE FROM requests WHERE email = address;
  UPDATE requests SET assigned_to = NULL, version = version + 1 WHERE assigned_to = person;
  DELETE FROM invitations WHERE email = address AND accepted_at IS NULL;
  UPDATE invitations SET email = 'erased-' || person || '@erased.invalid', message = '' WHERE email = address;
  UPDATE users SET name = NULL, title = NULL, email = 'erased-' || person || '@erased.invalid', erased_at = now() WHERE id = person;
END $$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION firm_advisors(), worksheet_link(text), take_worksheet(text), erase_request(text), forget_requests(int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION firm_advisors(), worksheet_link(text), take_worksheet(text), erase_request(text) TO walk_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION forget_requests(int) TO walk_job;
