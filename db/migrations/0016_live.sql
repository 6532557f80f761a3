-- What has happened is announced by id alone. Who hears it looks for more with the rights of whoever is watching.
CREATE FUNCTION announce_activity() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('activity', json_build_object('engagement', NEW.engagement_id, 'wall', NEW.wall)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION announce_activity() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER announce AFTER INSERT ON activity FOR EACH ROW EXECUTE FUNCTION announce_activity();
