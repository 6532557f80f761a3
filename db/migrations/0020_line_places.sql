-- Moving a line up or down moves its neighbours' places: that is no change of theirs, so it leaves who changed them
-- as it was. Whatever else changes in a line is signed by whoever changes it.
DROP POLICY change ON lines;
--> statement-breakpoint
CREATE POLICY change ON lines FOR UPDATE TO walk_app
  USING (app_role_in(engagement_id) = 'advisor' OR (alternative_id IS NOT NULL AND app_role_in(engagement_id) = 'contributor'))
  WITH CHECK (app_role_in(engagement_id) = 'advisor' OR (alternative_id IS NOT NULL AND app_role_in(engagement_id) = 'contributor'));
--> statement-breakpoint
CREATE FUNCTION sign_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF public.app_actor() IS NOT NULL AND NEW.changed_by IS DISTINCT FROM public.app_actor()
     AND to_jsonb(NEW) - 'position' IS DISTINCT FROM to_jsonb(OLD) - 'position' THEN
    RAISE EXCEPTION 'a changed line is signed by whoever changes it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sign_line BEFORE UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION sign_line();
--> statement-breakpoint
REVOKE ALL ON FUNCTION sign_line() FROM PUBLIC;
--> statement-breakpoint

-- How a person likes to see things is theirs alone.
ALTER TABLE preferences ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE preferences FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT ALL ON preferences TO walk_system;
--> statement-breakpoint
CREATE POLICY system_all ON preferences FOR ALL TO walk_system USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON preferences TO walk_app;
--> statement-breakpoint
CREATE POLICY own ON preferences FOR ALL TO walk_app
  USING (user_id = (SELECT app_actor())) WITH CHECK (user_id = (SELECT app_actor()));
--> statement-breakpoint
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
  DELETE FROM mails WHERE recipient = address;
  DELETE FROM invitations WHERE email = address AND accepted_at IS NULL;
  UPDATE invitations SET email = 'erased-' || person || '@erased.invalid', message = '' WHERE email = address;
  UPDATE users SET name = NULL, title = NULL, email = 'erased-' || person || '@erased.invalid', erased_at = now() WHERE id = person;
END $$;
