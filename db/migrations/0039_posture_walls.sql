-- Posture is read by advisors, executives and those contributors who negotiate. What an archive holds still: all but
-- who took the summary out, which is written down whenever it happens.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['contacts', 'recoveries', 'sightings', 'walk_tests', 'briefs', 'brief_acknowledgements', 'supplier_releases',
                              'summaries', 'summary_approvals', 'summary_downloads'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT ALL ON %I TO walk_system', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO walk_app', name);
    EXECUTE format('CREATE POLICY system_all ON %I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO walk_app USING (app_may_see_pillar(engagement_id, ''posture''))', name);
    EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
    IF name <> 'summary_downloads' THEN
      EXECUTE format('CREATE TRIGGER keep_archived BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_archived()', name);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint

-- The logs are an advisor's to write and to correct; whoever wrote a row, and when, stays.
GRANT UPDATE (held_on, with_whom, they_said, we_said, they_asked, walk, below_credible, version) ON contacts TO walk_app;
--> statement-breakpoint
GRANT UPDATE (kind, what, seen_on, shown_by, shown_to, answer, version) ON sightings TO walk_app;
--> statement-breakpoint
GRANT UPDATE (kind, tested_on, they_did, we_did, outcome, taught, version) ON walk_tests TO walk_app;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['contacts', 'sightings', 'walk_tests'] LOOP
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO walk_app WITH CHECK (logged_by = (SELECT app_actor()) AND logged_at = now()
                    AND app_role_in(engagement_id) = ''advisor'')', name);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO walk_app
                    USING (app_role_in(engagement_id) = ''advisor'') WITH CHECK (app_role_in(engagement_id) = ''advisor'')', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY add ON recoveries FOR INSERT TO walk_app
  WITH CHECK (recorded_by = (SELECT app_actor()) AND recorded_at = now() AND app_role_in(engagement_id) = 'advisor');
--> statement-breakpoint
CREATE POLICY add ON briefs FOR INSERT TO walk_app
  WITH CHECK (written_by = (SELECT app_actor()) AND written_at = now() AND app_role_in(engagement_id) = 'advisor');
--> statement-breakpoint

-- Every negotiator acknowledges for themself.
CREATE POLICY add ON brief_acknowledgements FOR INSERT TO walk_app
  WITH CHECK (user_id = (SELECT app_actor()) AND acknowledged_at = now() AND app_may_see_pillar(engagement_id, 'posture')
    AND EXISTS (SELECT FROM members m WHERE m.engagement_id = brief_acknowledgements.engagement_id AND m.user_id = (SELECT app_actor()) AND m.negotiator));
--> statement-breakpoint

-- What may leave the house is an executive's word, about a content that does not change any more.
CREATE POLICY add ON supplier_releases FOR INSERT TO walk_app
  WITH CHECK (released_by = (SELECT app_actor()) AND released_at = now() AND app_role_in(engagement_id) = 'executive');
--> statement-breakpoint
CREATE POLICY add ON summaries FOR INSERT TO walk_app
  WITH CHECK (drafted_by = (SELECT app_actor()) AND drafted_at = now() AND app_role_in(engagement_id) = 'advisor');
--> statement-breakpoint
CREATE POLICY add ON summary_approvals FOR INSERT TO walk_app
  WITH CHECK (approved_by = (SELECT app_actor()) AND approved_at = now() AND app_role_in(engagement_id) = 'executive');
--> statement-breakpoint
CREATE POLICY add ON summary_downloads FOR INSERT TO walk_app
  WITH CHECK (downloaded_by = (SELECT app_actor()) AND downloaded_at = now() AND app_role_in(engagement_id) IN ('advisor', 'executive')
    AND EXISTS (SELECT FROM summary_approvals a WHERE a.summary_id = summary_downloads.summary_id AND a.sha256 = summary_downloads.sha256));
--> statement-breakpoint

-- Entries of the trail about posture are heard by whoever may see it.
ALTER POLICY read ON activity USING (app_role_in(engagement_id) IN ('advisor', 'executive')
  OR (wall = 'engagement' AND app_role_in(engagement_id) IS NOT NULL) OR (wall = 'posture' AND app_may_see_pillar(engagement_id, 'posture')));
--> statement-breakpoint
ALTER POLICY add ON activity WITH CHECK (actor_id = (SELECT app_actor()) AND (app_role_in(engagement_id) IN ('advisor', 'executive')
  OR (wall = 'engagement' AND app_role_in(engagement_id) IS NOT NULL) OR (wall = 'posture' AND app_may_see_pillar(engagement_id, 'posture'))));
