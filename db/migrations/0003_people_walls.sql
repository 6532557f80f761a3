-- The walls around who people are: sign-in's tables belong to walk_auth; people see and end what is their own.

GRANT ALL ON invitations, challenges, identities, passkeys, security_events, sign_in_links, step_ups TO walk_system;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitations', 'challenges', 'identities', 'passkeys', 'security_events', 'sign_in_links', 'step_ups'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON public.%I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Sign-in.
GRANT SELECT, INSERT, UPDATE, DELETE ON challenges, identities, passkeys, sign_in_links, step_ups TO walk_auth;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['challenges', 'identities', 'passkeys', 'sign_in_links', 'step_ups'] LOOP
    EXECUTE format('CREATE POLICY sign_in ON public.%I FOR ALL TO walk_auth USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- A person comes to be by an invitation; names and addresses are changed by their owner alone.
REVOKE UPDATE ON users FROM walk_auth;
--> statement-breakpoint
GRANT INSERT ON users TO walk_auth;
--> statement-breakpoint
GRANT SELECT, UPDATE (token_hash, expires_at) ON invitations TO walk_auth;
--> statement-breakpoint
CREATE POLICY sign_in ON invitations FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT ON security_events TO walk_auth;
--> statement-breakpoint
CREATE POLICY sign_in ON security_events FOR INSERT TO walk_auth WITH CHECK (true);
--> statement-breakpoint

-- What is one's own: seen without its secrets, and ended.
GRANT UPDATE (name, title) ON users TO walk_app;
--> statement-breakpoint
CREATE POLICY own ON users FOR UPDATE TO walk_app USING (id = (SELECT app_actor())) WITH CHECK (id = (SELECT app_actor()));
--> statement-breakpoint
GRANT SELECT (id, user_id, method, device, created_at, issued_at, last_used_at, expires_at), DELETE ON sessions TO walk_app;
--> statement-breakpoint
CREATE POLICY own_read ON sessions FOR SELECT TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint
CREATE POLICY own_remove ON sessions FOR DELETE TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint
GRANT SELECT (id, user_id, name, synced, created_at, last_used_at), UPDATE (name), DELETE ON passkeys TO walk_app;
--> statement-breakpoint
CREATE POLICY own_read ON passkeys FOR SELECT TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint
CREATE POLICY own_change ON passkeys FOR UPDATE TO walk_app USING (user_id = (SELECT app_actor())) WITH CHECK (user_id = (SELECT app_actor()));
--> statement-breakpoint
CREATE POLICY own_remove ON passkeys FOR DELETE TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint
GRANT SELECT ON identities TO walk_app;
--> statement-breakpoint
CREATE POLICY own ON identities FOR SELECT TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint

-- A step-up is made by sign-in and used up by the act it was made for.
GRANT SELECT (id, user_id, session_id, purpose, content, method, expires_at, confirmed_at), DELETE ON step_ups TO walk_app;
--> statement-breakpoint
CREATE POLICY own_read ON step_ups FOR SELECT TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint
CREATE POLICY own_use ON step_ups FOR DELETE TO walk_app
  USING (user_id = (SELECT app_actor()) AND confirmed_at IS NOT NULL AND expires_at > now());
--> statement-breakpoint

-- Security events: written by whoever causes one, read by administrators and by the person concerned; only added to.
GRANT SELECT, INSERT ON security_events TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON security_events FOR SELECT TO walk_app
  USING (user_id = (SELECT app_actor()) OR app_is_portal('administrator'));
--> statement-breakpoint
CREATE POLICY add ON security_events FOR INSERT TO walk_app WITH CHECK (actor_id = (SELECT app_actor()));
--> statement-breakpoint
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON security_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON security_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- Invitations: an advisor invites anybody to the engagement, an executive the client's side without the mark of a
-- negotiator, an administrator advisors and administrators; whoever is invited sees and accepts what bears their address.
CREATE FUNCTION app_email() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT email FROM public.users WHERE id = public.app_actor() $$;
--> statement-breakpoint
CREATE FUNCTION app_may_invite(engagement uuid, invited_role text, invited_negotiator boolean, invited_portal_role text)
  RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE
    WHEN engagement IS NULL THEN invited_portal_role IS NOT NULL AND public.app_is_portal('administrator')
    ELSE coalesce(public.app_role_in(engagement) = 'advisor', false)
      OR coalesce(public.app_role_in(engagement) = 'executive' AND invited_role <> 'advisor' AND NOT invited_negotiator, false)
  END
$$;
--> statement-breakpoint
GRANT SELECT (id, engagement_id, role, negotiator, portal_role, email, message, invited_by, invited_at, expires_at,
              accepted_by, accepted_at, withdrawn_by, withdrawn_at) ON invitations TO walk_app;
--> statement-breakpoint
GRANT INSERT (id, engagement_id, role, negotiator, portal_role, email, message, invited_by, invited_at, expires_at) ON invitations TO walk_app;
--> statement-breakpoint
GRANT UPDATE (expires_at, accepted_by, accepted_at, withdrawn_by, withdrawn_at) ON invitations TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON invitations FOR SELECT TO walk_app
  USING (email = (SELECT app_email()) OR invited_by = (SELECT app_actor()) OR app_may_invite(engagement_id, role, negotiator, portal_role));
--> statement-breakpoint
CREATE POLICY add ON invitations FOR INSERT TO walk_app
  WITH CHECK (invited_by = (SELECT app_actor()) AND app_may_invite(engagement_id, role, negotiator, portal_role));
--> statement-breakpoint
CREATE POLICY change ON invitations FOR UPDATE TO walk_app
  USING (accepted_at IS NULL AND withdrawn_at IS NULL AND app_may_invite(engagement_id, role, negotiator, portal_role))
  WITH CHECK (accepted_at IS NULL AND (withdrawn_by IS NULL OR withdrawn_by = (SELECT app_actor()))
              AND app_may_invite(engagement_id, role, negotiator, portal_role));
--> statement-breakpoint
CREATE POLICY accept ON invitations FOR UPDATE TO walk_app
  USING (email = (SELECT app_email()) AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > now())
  WITH CHECK (email = (SELECT app_email()) AND accepted_by = (SELECT app_actor()) AND accepted_at = now() AND withdrawn_at IS NULL);
--> statement-breakpoint
CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON invitations FOR EACH ROW EXECUTE FUNCTION keep_engagement();
--> statement-breakpoint

-- Sign-in sees no engagement; whoever holds an invitation's link is told whose it is.
CREATE FUNCTION invited_client(token text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT e.client FROM public.invitations i JOIN public.engagements e ON e.id = i.engagement_id
        WHERE i.token_hash = token AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now() $$;
--> statement-breakpoint

-- Joining: in the transaction that accepts, and in no later one, the invitation opens exactly the place it names.
CREATE FUNCTION app_joins(engagement uuid, joined_role text, joined_negotiator boolean, joined_portal_role text)
  RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.invitations i
                 WHERE i.accepted_by = public.app_actor() AND i.accepted_at = now()
                   AND i.engagement_id IS NOT DISTINCT FROM engagement AND i.role IS NOT DISTINCT FROM joined_role
                   AND i.negotiator = joined_negotiator AND i.portal_role IS NOT DISTINCT FROM joined_portal_role)
$$;
--> statement-breakpoint
DROP POLICY add ON members;
--> statement-breakpoint
CREATE POLICY add ON members FOR INSERT TO walk_app WITH CHECK (
  app_role_in(engagement_id) = 'advisor'
  OR (app_role_in(engagement_id) = 'executive' AND role <> 'advisor' AND NOT negotiator)
  OR (app_founds(engagement_id) AND user_id = (SELECT app_actor()) AND role = 'advisor')
  OR (user_id = (SELECT app_actor()) AND app_joins(engagement_id, role, negotiator, NULL))
);
--> statement-breakpoint
CREATE POLICY leave ON members FOR DELETE TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint
GRANT INSERT, DELETE ON portal_roles TO walk_app;
--> statement-breakpoint
CREATE POLICY staff ON portal_roles FOR SELECT TO walk_app USING (app_is_portal('administrator'));
--> statement-breakpoint
CREATE POLICY join_ ON portal_roles FOR INSERT TO walk_app
  WITH CHECK (user_id = (SELECT app_actor()) AND app_joins(NULL, NULL, false, role));
--> statement-breakpoint
CREATE POLICY remove ON portal_roles FOR DELETE TO walk_app USING (user_id = (SELECT app_actor()) OR app_is_portal('administrator'));
--> statement-breakpoint
-- Administrators know the portal's own people, and whoever stands in a security event.
CREATE FUNCTION app_is_staff(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.portal_roles WHERE user_id = person)
            OR EXISTS (SELECT FROM public.security_events WHERE user_id = person OR actor_id = person) $$;
--> statement-breakpoint
CREATE POLICY staff ON users FOR SELECT TO walk_app USING (app_is_portal('administrator') AND app_is_staff(id));
--> statement-breakpoint

-- The mark of a negotiator is an advisor's to give.
CREATE FUNCTION keep_negotiator() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.negotiator <> OLD.negotiator AND app_actor() IS NOT NULL AND app_role_in(OLD.engagement_id) IS DISTINCT FROM 'advisor' THEN
    RAISE EXCEPTION 'negotiators are named by an advisor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_negotiator BEFORE UPDATE OF negotiator ON members FOR EACH ROW EXECUTE FUNCTION keep_negotiator();
--> statement-breakpoint

-- No engagement without an advisor, no portal without an administrator. The lock makes two removals at once take
-- turns, and the second sees what the first has done. An engagement that goes takes its members with it.
CREATE FUNCTION keep_last_advisor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.role <> 'advisor' OR (TG_OP = 'UPDATE' AND NEW.role = 'advisor') THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('advisors of ' || OLD.engagement_id, 0));
  IF EXISTS (SELECT FROM engagements WHERE id = OLD.engagement_id)
     AND NOT EXISTS (SELECT FROM members WHERE engagement_id = OLD.engagement_id AND role = 'advisor') THEN
    RAISE EXCEPTION 'the last advisor stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_advisor';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_last_advisor AFTER DELETE OR UPDATE OF role ON members FOR EACH ROW EXECUTE FUNCTION keep_last_advisor();
--> statement-breakpoint
CREATE FUNCTION keep_last_administrator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.role <> 'administrator' OR (TG_OP = 'UPDATE' AND NEW.role = 'administrator') THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('administrators', 0));
  IF NOT EXISTS (SELECT FROM portal_roles WHERE role = 'administrator') THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_administrator';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_last_administrator AFTER DELETE OR UPDATE OF role ON portal_roles FOR EACH ROW EXECUTE FUNCTION keep_last_administrator();
--> statement-breakpoint

-- Whose rights change hears of it at once (open streams), and has their sessions' tokens replaced before the next use.
CREATE FUNCTION note_rights_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE person uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
BEGIN
  -- Founding an engagement or joining one is the person's own act, in a session that has just proved itself.
  IF NOT (TG_OP = 'INSERT' AND person IS NOT DISTINCT FROM app_actor()) THEN
    UPDATE users SET rights_changed_at = clock_timestamp() WHERE id = person;
  END IF;
  PERFORM pg_notify('access_changed', person::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_rights_change AFTER INSERT OR DELETE OR UPDATE OF role, negotiator ON members FOR EACH ROW EXECUTE FUNCTION note_rights_change();
--> statement-breakpoint
CREATE TRIGGER note_rights_change AFTER INSERT OR DELETE OR UPDATE OF role ON portal_roles FOR EACH ROW EXECUTE FUNCTION note_rights_change();
--> statement-breakpoint
CREATE FUNCTION note_session_end() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('access_changed', OLD.user_id::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_session_end AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION note_session_end();
--> statement-breakpoint

-- Erasing what is one's own: the row stays for the trail and names nobody. Refused by the triggers above while an
-- engagement or the portal would be left without its last one.
CREATE FUNCTION erase_actor() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
  DELETE FROM mails WHERE recipient = address;
  DELETE FROM invitations WHERE email = address AND accepted_at IS NULL;
  UPDATE invitations SET email = 'erased-' || person || '@erased.invalid', message = '' WHERE email = address;
  UPDATE users SET name = NULL, title = NULL, email = 'erased-' || person || '@erased.invalid', erased_at = now() WHERE id = person;
END $$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION invited_client(text), app_email(), app_may_invite(uuid, text, boolean, text), app_joins(uuid, text, boolean, text), app_is_staff(uuid),
  keep_negotiator(), keep_last_advisor(), keep_last_administrator(), note_rights_change(), note_session_end(), erase_actor() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_email(), app_may_invite(uuid, text, boolean, text), app_joins(uuid, text, boolean, text), app_is_staff(uuid),
  erase_actor() TO walk_app, walk_system;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION invited_client(text) TO walk_auth;
