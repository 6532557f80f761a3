-- Evidence, talk and reviews: what is attached to the rows of an engagement, behind the walls of those rows.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['evidence', 'file_pieces', 'comments', 'resolutions', 'reviews'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT ALL ON %I TO walk_system', name);
    EXECUTE format('CREATE POLICY system_all ON %I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO walk_app', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Whether the row that something is attached to is there, and of this engagement: asked with the actor's own rights.
CREATE FUNCTION app_has_subject(engagement uuid, kind text, subject uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE kind
    WHEN 'line' THEN EXISTS (SELECT FROM public.lines WHERE engagement_id = engagement AND id = subject)
    WHEN 'claim' THEN EXISTS (SELECT FROM public.claims WHERE engagement_id = engagement AND id = subject)
    WHEN 'step' THEN EXISTS (SELECT FROM public.plan_steps WHERE engagement_id = engagement AND id = subject)
    WHEN 'threshold' THEN subject = engagement
    ELSE false
  END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_has_subject(uuid, text, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_has_subject(uuid, text, uuid) TO walk_app, walk_system;
--> statement-breakpoint

-- Evidence: everybody of the engagement opens it. It is added or taken away, never changed; one takes away one's own,
-- an advisor anybody's. A file's content comes in the transaction that adds the file, and goes with it.
GRANT DELETE ON evidence TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON evidence FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON evidence FOR INSERT TO walk_app WITH CHECK (added_by = (SELECT app_actor()) AND added_at = now()
  AND app_role_in(engagement_id) IN ('advisor', 'executive', 'contributor') AND app_has_subject(engagement_id, subject_kind, subject_id));
--> statement-breakpoint
CREATE POLICY remove ON evidence FOR DELETE TO walk_app USING (app_role_in(engagement_id) = 'advisor'
  OR (app_role_in(engagement_id) IN ('executive', 'contributor') AND added_by = (SELECT app_actor())));
--> statement-breakpoint
CREATE POLICY read ON file_pieces FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON file_pieces FOR INSERT TO walk_app WITH CHECK (app_role_in(engagement_id) IN ('advisor', 'executive', 'contributor')
  AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id AND e.kind = 'file' AND e.added_by = app_actor() AND e.added_at = now()));
--> statement-breakpoint

-- Talk: on the threshold behind the threshold's walls. Only added to; the words of a comment may be taken back by
-- whoever wrote them, at any time, and then they are gone.
CREATE FUNCTION app_may_hear(engagement uuid, kind text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public
  AS $$ SELECT coalesce(public.app_role_in(engagement) IN ('advisor', 'executive')
               OR (kind <> 'threshold' AND public.app_role_in(engagement) IS NOT NULL), false) $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_may_hear(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_may_hear(uuid, text) TO walk_app, walk_system;
--> statement-breakpoint
CREATE POLICY read ON comments FOR SELECT TO walk_app USING (app_may_hear(engagement_id, subject_kind));
--> statement-breakpoint
CREATE POLICY add ON comments FOR INSERT TO walk_app WITH CHECK (written_by = (SELECT app_actor()) AND written_at = now()
  AND withdrawn_at IS NULL AND app_may_hear(engagement_id, subject_kind) AND app_role_in(engagement_id) <> 'observer'
  AND app_has_subject(engagement_id, subject_kind, subject_id));
--> statement-breakpoint
GRANT UPDATE (body, withdrawn_at) ON comments TO walk_app;
--> statement-breakpoint
CREATE POLICY withdraw ON comments FOR UPDATE TO walk_app
  USING (written_by = (SELECT app_actor()) AND withdrawn_at IS NULL AND app_may_hear(engagement_id, subject_kind)
         AND app_role_in(engagement_id) <> 'observer')
  WITH CHECK (body = '' AND withdrawn_at = now());
--> statement-breakpoint
CREATE POLICY read ON resolutions FOR SELECT TO walk_app USING (app_may_hear(engagement_id, subject_kind));
--> statement-breakpoint
CREATE POLICY add ON resolutions FOR INSERT TO walk_app WITH CHECK (resolved_by = (SELECT app_actor()) AND resolved_at = now()
  AND app_may_hear(engagement_id, subject_kind) AND app_role_in(engagement_id) <> 'observer');
--> statement-breakpoint

-- What is material about a line: everything but its name, its place and who holds it. Whatever the writer says.
CREATE FUNCTION note_material_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE immaterial CONSTANT text[] := ARRAY['key', 'position', 'label', 'workload', 'follows_step_id', 'version', 'changed_by',
                                            'changed_at', 'material_version', 'material_by', 'material_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.material_version := 1;
  ELSIF to_jsonb(NEW) - immaterial = to_jsonb(OLD) - immaterial THEN
    NEW.material_version := OLD.material_version;
    NEW.material_by := OLD.material_by;
    NEW.material_at := OLD.material_at;
    RETURN NEW;
  ELSE
    NEW.material_version := OLD.material_version + 1;
  END IF;
  NEW.material_by := NEW.changed_by;
  NEW.material_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION note_material_change() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER note_material_change BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION note_material_change();
--> statement-breakpoint

-- A review is of the line as it stands, by somebody who did not make it so.
CREATE POLICY read ON reviews FOR SELECT TO walk_app USING (app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
CREATE POLICY add ON reviews FOR INSERT TO walk_app WITH CHECK (reviewed_by = (SELECT app_actor()) AND reviewed_at = now()
  AND app_role_in(engagement_id) IN ('advisor', 'executive', 'contributor')
  AND EXISTS (SELECT FROM lines l WHERE l.id = line_id AND l.engagement_id = reviews.engagement_id
                AND l.material_version = reviews.material_version AND l.material_by <> app_actor()));
