-- The portfolio's stored figures. Members see the entry; what follows from the threshold stands behind its walls.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portfolio_entries', 'portfolio_standings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT ALL ON %I TO walk_system', name);
    EXECUTE format('CREATE POLICY system_all ON %I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
    EXECUTE format('GRANT SELECT ON %I TO walk_app', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- The actor's engagements as a set: asked once a query, where a question a row would cost more the more there are.
CREATE FUNCTION app_engagements(knowing boolean) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000
  SET search_path = pg_catalog, public AS $$
  SELECT engagement_id FROM public.members
  WHERE user_id = public.app_actor() AND (NOT knowing OR role IN ('advisor', 'executive')) $$;
--> statement-breakpoint
CREATE POLICY read ON portfolio_entries FOR SELECT TO walk_app USING (engagement_id IN (SELECT app_engagements(false)));
--> statement-breakpoint
CREATE POLICY read ON portfolio_standings FOR SELECT TO walk_app USING (engagement_id IN (SELECT app_engagements(true)));
--> statement-breakpoint
-- Whoever reads first computes the amounts that a change has left behind: those alone, once, and only where one has.
GRANT UPDATE (offer, alternative, measured_cost, stale) ON portfolio_entries TO walk_app;
--> statement-breakpoint
CREATE POLICY settle ON portfolio_entries FOR UPDATE TO walk_app
  USING (stale AND app_role_in(engagement_id) IS NOT NULL) WITH CHECK (NOT stale AND app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint

-- Everything of an entry but its amounts.
CREATE FUNCTION derive_portfolio_entry(engagement uuid, stale_now boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
BEGIN
  -- The trail's lock first, as every change takes it: else two could each wait for the other's row.
  PERFORM pg_advisory_xact_lock(hashtextextended(engagement::text, 0));
  INSERT INTO public.portfolio_entries AS entry (engagement_id, client, currency, time_zone, renewal_date, notice_on, quote_on,
      due_on, due_label, lead_id, lead, level, chosen_id, stale, search)
  SELECT e.id, e.client, e.currency, e.time_zone, e.renewal_date, e.notice_on, offer.expires_on, due.due_on, due.label,
      lead.user_id, lead.name,
      CASE WHEN p.engagement_id IS NULL OR p.alternative = 'absent' OR p.leadership = 'absent' THEN 0
           WHEN 'real' = ALL (ARRAY[p.alternative, p.switching, p.plan, p.leadership, p.timeline, p.posture]) THEN 2 ELSE 1 END,
      choice.alternative_id, true,
      setweight(to_tsvector('simple', e.client), 'A')
        || setweight(to_tsvector('simple', concat_ws(' ', lead.name, alternative.label, offer.label, due.label, e.currency)), 'B')
        || setweight(to_tsvector('simple', e.story), 'C')
  FROM public.engagements e
  LEFT JOIN public.pillar_states p ON p.engagement_id = e.id
  LEFT JOIN LATERAL (SELECT o.label, o.expires_on FROM public.offers o WHERE o.engagement_id = e.id
                     ORDER BY o.number DESC LIMIT 1) offer ON true
  LEFT JOIN LATERAL (SELECT c.alternative_id FROM public.choices c WHERE c.engagement_id = e.id
                     ORDER BY c.chosen_at DESC LIMIT 1) choice ON true
  LEFT JOIN public.alternatives alternative ON alternative.id = choice.alternative_id AND alternative.removed_at IS NULL
  LEFT JOIN LATERAL (SELECT m.due_on, m.label FROM public.milestones m WHERE m.engagement_id = e.id AND m.done_on IS NULL
                       AND m.wall = 'engagement' ORDER BY m.due_on, m.label, m.id LIMIT 1) due ON true
  LEFT JOIN LATERAL (SELECT m.user_id, coalesce(u.name, u.email) AS name FROM public.members m JOIN public.users u ON u.id = m.user_id
                     WHERE m.engagement_id = e.id AND m.role = 'advisor' ORDER BY m.added_at, m.user_id LIMIT 1) lead ON true
  WHERE e.id = engagement
  ON CONFLICT (engagement_id) DO UPDATE SET client = excluded.client, currency = excluded.currency, time_zone = excluded.time_zone,
      renewal_date = excluded.renewal_date, notice_on = excluded.notice_on, quote_on = excluded.quote_on, due_on = excluded.due_on,
      due_label = excluded.due_label, lead_id = excluded.lead_id, lead = excluded.lead, level = excluded.level,
      chosen_id = excluded.chosen_id, stale = entry.stale OR stale_now, search = excluded.search;
END $$;
--> statement-breakpoint

-- How one threshold stands, whatever the day: lib/thresholds/standing.ts in SQL, held to it by lib/portfolio/derived.db.test.ts.
CREATE FUNCTION threshold_standing(threshold thresholds, chosen uuid, cost numeric, OUT state text, OUT until date)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE kinds text[]; named int; yes int; no int; holding date[];
BEGIN
  SELECT coalesce(array_agg(m.kind), '{}') INTO kinds FROM public.threshold_moves m WHERE m.threshold_id = threshold.id;
  SELECT count(*) INTO named FROM public.threshold_approvers a WHERE a.threshold_id = threshold.id;
  -- Binary floating point, as the portal compares: an edge must be the same edge in both.
  WITH words AS (
    SELECT DISTINCT ON (w.user_id) w.decision, w.valid_until, w.alternative_cost::float8 AS was FROM public.approvals w
    JOIN public.threshold_approvers a ON a.threshold_id = w.threshold_id AND a.user_id = w.user_id
    WHERE w.threshold_id = threshold.id ORDER BY w.user_id, w.decided_at DESC, w.id DESC)
  SELECT count(*) FILTER (WHERE decision = 'approve'), count(*) FILTER (WHERE decision = 'decline'),
    array_agg(valid_until ORDER BY valid_until DESC) FILTER (WHERE decision = 'approve'
      AND (was = cost::float8 OR (was <> 0 AND abs((cost::float8 - was) / abs(nullif(was, 0))) <= threshold.tolerance::float8)))
  INTO yes, no, holding FROM words;
  IF 'proposed' = ANY (kinds) AND named - no < threshold.quorum THEN state := 'declined'; RETURN; END IF;
  IF 'superseded' = ANY (kinds) THEN state := 'superseded'; RETURN; END IF;
  IF 'withdrawn' = ANY (kinds) THEN state := 'withdrawn'; RETURN; END IF;
  IF NOT 'proposed' = ANY (kinds) THEN state := 'drafted'; RETURN; END IF;
  IF yes < threshold.quorum THEN state := 'proposed'; RETURN; END IF;
  IF chosen IS DISTINCT FROM threshold.alternative_id OR coalesce(array_length(holding, 1), 0) < threshold.quorum THEN
    state := 'stale'; RETURN;
  END IF;
  state := 'approved'; until := holding[threshold.quorum];
END $$;
--> statement-breakpoint

-- What follows from the threshold: after each change of one, and of what it is measured by.
CREATE FUNCTION derive_portfolio_standing(engagement uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE entry public.portfolio_entries; found record; due record; ended text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(engagement::text, 0));
  SELECT * INTO entry FROM public.portfolio_entries WHERE engagement_id = engagement;
  IF entry.engagement_id IS NULL THEN RETURN; END IF;
  -- What is in force, else what is stale, else what waits, else what became of the newest.
  SELECT t.amount, s.state, s.until INTO found FROM public.thresholds t,
    LATERAL public.threshold_standing(t, entry.chosen_id, CASE WHEN entry.chosen_id IS NULL THEN 0 ELSE entry.measured_cost END) s
  WHERE t.engagement_id = engagement
  ORDER BY CASE s.state WHEN 'approved' THEN 0 WHEN 'stale' THEN 1 WHEN 'drafted' THEN 2 WHEN 'proposed' THEN 2 ELSE 3 END,
    t.proposed_at DESC, t.id DESC LIMIT 1;
  SELECT m.due_on, m.label INTO due FROM public.milestones m WHERE m.engagement_id = engagement AND m.done_on IS NULL
    ORDER BY m.due_on, m.label, m.id LIMIT 1;
  SELECT d.kind INTO ended FROM public.decisions d WHERE d.engagement_id = engagement
    AND (SELECT count(*) FROM public.decision_voices v WHERE v.decision_id = d.id) >= d.quorum ORDER BY d.made_at DESC, d.id DESC LIMIT 1;
  INSERT INTO public.portfolio_standings VALUES (engagement, coalesce(found.state, 'none'), found.until,
    CASE WHEN found.state IS DISTINCT FROM 'approved' OR entry.offer IS NULL OR entry.alternative IS NULL THEN 'incomplete'
         WHEN entry.offer > entry.alternative THEN CASE WHEN entry.offer > found.amount THEN 'walk' ELSE 'press' END
         ELSE CASE WHEN entry.offer > found.amount THEN 'revisit' ELSE 'sign' END END,
    due.due_on, due.label, ended, to_tsvector('simple', coalesce(due.label, '')))
  ON CONFLICT (engagement_id) DO UPDATE SET state = excluded.state, until = excluded.until, reading = excluded.reading,
    due_on = excluded.due_on, due_label = excluded.due_label, outcome = excluded.outcome, search = excluded.search;
END $$;
--> statement-breakpoint

CREATE FUNCTION note_portfolio_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  -- The argument says whether amounts rest on the row.
  PERFORM public.derive_portfolio_entry((changed ->> CASE TG_TABLE_NAME WHEN 'engagements' THEN 'id' ELSE 'engagement_id' END)::uuid, TG_ARGV[0]::boolean);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION note_portfolio_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM public.derive_portfolio_standing(CASE WHEN TG_OP = 'DELETE' THEN OLD.engagement_id ELSE NEW.engagement_id END);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Three hundred lines are one change.
CREATE FUNCTION note_portfolio_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE engagement uuid;
BEGIN
  FOR engagement IN SELECT DISTINCT engagement_id FROM changed ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(engagement::text, 0));
    UPDATE public.portfolio_entries SET stale = true WHERE engagement_id = engagement AND NOT stale;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION note_portfolio_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE engagement uuid;
BEGIN
  FOR engagement IN SELECT m.engagement_id FROM public.members m WHERE m.user_id = NEW.id AND m.role = 'advisor' ORDER BY 1 LOOP
    PERFORM public.derive_portfolio_entry(engagement, false);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text; rests boolean;
BEGIN
  FOR name, rests IN VALUES ('engagements', true), ('offers', true), ('alternatives', true), ('choices', true),
                            ('milestones', false), ('members', false), ('pillar_states', false) LOOP
    EXECUTE format('CREATE TRIGGER note_portfolio AFTER INSERT OR UPDATE%s ON %I FOR EACH ROW EXECUTE FUNCTION note_portfolio_change(%L)',
      CASE WHEN name = 'engagements' THEN '' ELSE ' OR DELETE' END, name, rests);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['thresholds', 'threshold_approvers', 'threshold_moves', 'approvals', 'decisions', 'decision_voices', 'portfolio_entries'] LOOP
    EXECUTE format('CREATE TRIGGER note_portfolio_standing AFTER INSERT OR UPDATE%s ON %I FOR EACH ROW EXECUTE FUNCTION note_portfolio_standing()',
      CASE WHEN name = 'portfolio_entries' THEN '' ELSE ' OR DELETE' END, name);
  END LOOP;
  EXECUTE 'CREATE TRIGGER note_portfolio_added AFTER INSERT ON lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_portfolio_lines()';
  EXECUTE 'CREATE TRIGGER note_portfolio_changed AFTER UPDATE ON lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_portfolio_lines()';
  EXECUTE 'CREATE TRIGGER note_portfolio_removed AFTER DELETE ON lines REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_portfolio_lines()';
END $$;
--> statement-breakpoint
CREATE TRIGGER note_portfolio_name AFTER UPDATE OF name, email ON users FOR EACH ROW EXECUTE FUNCTION note_portfolio_name();
--> statement-breakpoint
SELECT derive_portfolio_entry(id, true) FROM engagements;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app_engagements(boolean), derive_portfolio_entry(uuid, boolean), threshold_standing(thresholds, uuid, numeric),
  derive_portfolio_standing(uuid), note_portfolio_change(), note_portfolio_standing(), note_portfolio_lines(), note_portfolio_name() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app_engagements(boolean) TO walk_app, walk_system;
