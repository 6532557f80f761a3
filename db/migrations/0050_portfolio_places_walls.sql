-- Everybody's own order of their engagements. Nobody writes it: it is derived from who is a member, and from what they may know.
ALTER TABLE portfolio_places ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE portfolio_places FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT ALL ON portfolio_places TO walk_system;
--> statement-breakpoint
CREATE POLICY system_all ON portfolio_places FOR ALL TO walk_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON portfolio_places FOR EACH ROW EXECUTE FUNCTION keep_engagement();
--> statement-breakpoint
GRANT SELECT ON portfolio_places TO walk_app;
--> statement-breakpoint
CREATE POLICY read ON portfolio_places FOR SELECT TO walk_app USING (user_id = (SELECT app_actor()));
--> statement-breakpoint

CREATE FUNCTION place_in_portfolios(engagement uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM public.portfolio_places p WHERE p.engagement_id = engagement
    AND NOT EXISTS (SELECT FROM public.members m WHERE m.engagement_id = engagement AND m.user_id = p.user_id);
  INSERT INTO public.portfolio_places AS place (user_id, engagement_id, archived, ended, knows, renewal_date, client)
  SELECT m.user_id, m.engagement_id, a.engagement_id IS NOT NULL, m.role IN ('advisor', 'executive') AND s.outcome IS NOT NULL,
    m.role IN ('advisor', 'executive'), e.renewal_date, lower(e.client)
  FROM public.members m
  JOIN public.portfolio_entries e ON e.engagement_id = m.engagement_id
  LEFT JOIN public.portfolio_standings s ON s.engagement_id = m.engagement_id
  LEFT JOIN public.archives a ON a.engagement_id = m.engagement_id
  WHERE m.engagement_id = engagement
  ON CONFLICT (user_id, engagement_id) DO UPDATE SET archived = excluded.archived, ended = excluded.ended, knows = excluded.knows,
    renewal_date = excluded.renewal_date, client = excluded.client
  WHERE (place.archived, place.ended, place.knows, place.renewal_date, place.client)
    IS DISTINCT FROM (excluded.archived, excluded.ended, excluded.knows, excluded.renewal_date, excluded.client);
$$;
--> statement-breakpoint
CREATE FUNCTION note_portfolio_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM public.place_in_portfolios(CASE WHEN TG_OP = 'DELETE' THEN OLD.engagement_id ELSE NEW.engagement_id END);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A change of members derives the entry anew, so that it comes by here too.
CREATE TRIGGER note_portfolio_place AFTER INSERT OR UPDATE OF client, renewal_date ON portfolio_entries FOR EACH ROW EXECUTE FUNCTION note_portfolio_place();
--> statement-breakpoint
CREATE TRIGGER note_portfolio_place AFTER INSERT OR UPDATE OF outcome ON portfolio_standings FOR EACH ROW EXECUTE FUNCTION note_portfolio_place();
--> statement-breakpoint
CREATE TRIGGER note_portfolio_place AFTER INSERT OR DELETE ON archives FOR EACH ROW EXECUTE FUNCTION note_portfolio_place();
--> statement-breakpoint
SELECT place_in_portfolios(engagement_id) FROM portfolio_entries;
--> statement-breakpoint
REVOKE ALL ON FUNCTION place_in_portfolios(uuid), note_portfolio_place() FROM PUBLIC;
--> statement-breakpoint

-- The planner asks for each of fifty rows, or once for all of ten thousand, whichever is less.
DROP POLICY read ON portfolio_entries;
--> statement-breakpoint
DROP POLICY read ON portfolio_standings;
--> statement-breakpoint
CREATE POLICY read ON portfolio_entries FOR SELECT TO walk_app USING (EXISTS (
  SELECT FROM members m WHERE m.engagement_id = portfolio_entries.engagement_id AND m.user_id = (SELECT app_actor())));
--> statement-breakpoint
CREATE POLICY read ON portfolio_standings FOR SELECT TO walk_app USING (EXISTS (
  SELECT FROM members m WHERE m.engagement_id = portfolio_standings.engagement_id AND m.user_id = (SELECT app_actor())
    AND m.role IN ('advisor', 'executive')));
--> statement-breakpoint
DROP FUNCTION app_engagements(boolean);
