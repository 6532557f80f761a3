-- The walls around leadership's word and around how a deal ends. What is only added to carries the database's own date.
GRANT ALL ON snapshots, threshold_moves, readings, decisions, decision_voices, looks TO walk_system;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['snapshots', 'threshold_moves', 'readings', 'decisions', 'decision_voices', 'looks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON %I FOR ALL TO walk_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE TRIGGER keep_engagement BEFORE UPDATE OF engagement_id ON %I FOR EACH ROW EXECUTE FUNCTION keep_engagement()', name);
    EXECUTE format('CREATE TRIGGER keep_archived BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_archived()', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO walk_app', name);
    IF name <> 'looks' THEN
      EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO walk_app USING (app_role_in(engagement_id) IN (''advisor'', ''executive''))', name);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY add ON snapshots FOR INSERT TO walk_app
  WITH CHECK (taken_at = now() AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY add ON readings FOR INSERT TO walk_app
  WITH CHECK (at = now() AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
CREATE POLICY add ON threshold_moves FOR INSERT TO walk_app WITH CHECK (at = now()
  AND app_role_in(engagement_id) IN ('advisor', 'executive') AND (by IS NULL OR by = (SELECT app_actor())));
--> statement-breakpoint
CREATE POLICY add ON decisions FOR INSERT TO walk_app WITH CHECK (made_by = (SELECT app_actor()) AND made_at = now()
  AND app_role_in(engagement_id) = 'executive');
--> statement-breakpoint
CREATE POLICY add ON decision_voices FOR INSERT TO walk_app WITH CHECK (user_id = (SELECT app_actor()) AND given_at = now()
  AND app_role_in(engagement_id) = 'executive');
--> statement-breakpoint

-- What one has taken note of is one's own, for as long as one is a member.
GRANT UPDATE (figures, looked_at), DELETE ON looks TO walk_app;
--> statement-breakpoint
CREATE POLICY own ON looks FOR ALL TO walk_app
  USING (user_id = (SELECT app_actor()) AND app_role_in(engagement_id) IS NOT NULL)
  WITH CHECK (user_id = (SELECT app_actor()) AND app_role_in(engagement_id) IS NOT NULL);
--> statement-breakpoint
-- Whoever no longer sees what they saw keeps no copy of it.
CREATE FUNCTION forget_looks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM public.looks WHERE engagement_id = OLD.engagement_id AND user_id = OLD.user_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_looks AFTER DELETE OR UPDATE OF role ON members FOR EACH ROW EXECUTE FUNCTION forget_looks();
--> statement-breakpoint

-- Acts about one engagement's threshold take turns.
CREATE FUNCTION hold_threshold(engagement uuid) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public
  AS $$ SELECT pg_advisory_xact_lock(hashtextextended('threshold of ' || engagement, 0)) $$;
--> statement-breakpoint
-- Whether as many of its named approvers as it asks for say yes, each by their latest word.
CREATE FUNCTION threshold_is_approved(threshold uuid) RETURNS boolean LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT count(*) >= (SELECT quorum FROM thresholds WHERE id = threshold)
  FROM (SELECT DISTINCT ON (a.user_id) a.decision FROM approvals a
        JOIN threshold_approvers n ON n.threshold_id = a.threshold_id AND n.user_id = a.user_id
        WHERE a.threshold_id = threshold ORDER BY a.user_id, a.decided_at DESC, a.id DESC) latest
  WHERE decision = 'approve'
$$;
--> statement-breakpoint
-- A threshold is put to at least two approvers and at least as many as its quorum. What leadership has approved is
-- taken back by no advisor, and superseded only by what leadership has approved instead.
CREATE FUNCTION keep_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_actor() IS NULL THEN RETURN NEW; END IF;
  PERFORM hold_threshold(NEW.engagement_id);
  IF EXISTS (SELECT FROM threshold_moves WHERE threshold_id = NEW.threshold_id AND kind IN ('withdrawn', 'superseded'))
     OR (NEW.kind IN ('proposed') AND EXISTS (SELECT FROM threshold_moves WHERE threshold_id = NEW.threshold_id AND kind = 'proposed')) THEN
    RAISE EXCEPTION 'this threshold is over, or proposed already' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'proposed' AND (SELECT count(*) FROM threshold_approvers WHERE threshold_id = NEW.threshold_id)
     < (SELECT greatest(2, quorum) FROM thresholds WHERE id = NEW.threshold_id) THEN
    RAISE EXCEPTION 'a threshold names its approvers' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind IN ('withdrawn', 'superseded') AND threshold_is_approved(NEW.threshold_id) AND NOT (NEW.kind = 'superseded' AND EXISTS (
       SELECT FROM thresholds newer JOIN thresholds older ON older.engagement_id = newer.engagement_id
       WHERE older.id = NEW.threshold_id AND newer.proposed_at > older.proposed_at AND threshold_is_approved(newer.id))) THEN
    RAISE EXCEPTION 'what leadership has approved stands' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_moves BEFORE INSERT ON threshold_moves FOR EACH ROW EXECUTE FUNCTION keep_moves();
--> statement-breakpoint

-- A word of leadership uses up a fresh proof of whoever gives it, made for exactly this word on exactly this content.
CREATE FUNCTION spend_step_up(step_up uuid, wanted text, VARIADIC about text[]) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE spent text;
BEGIN
  DELETE FROM step_ups WHERE id = step_up AND user_id = app_actor() AND purpose = wanted AND confirmed_at IS NOT NULL AND expires_at > now()
    AND content = encode(sha256(convert_to('["' || array_to_string(about, '","') || '"]', 'UTF8')), 'hex')
    RETURNING method INTO spent;
  IF spent IS NULL THEN
    RAISE EXCEPTION 'a fresh proof is needed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN spent;
END $$;
--> statement-breakpoint
CREATE FUNCTION demand_proof_of_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_actor() IS NULL THEN RETURN NEW; END IF;
  PERFORM hold_threshold(NEW.engagement_id);
  IF NEW.snapshot_hash IS NULL
     OR NOT EXISTS (SELECT FROM threshold_moves WHERE threshold_id = NEW.threshold_id AND kind = 'proposed')
     OR EXISTS (SELECT FROM threshold_moves WHERE threshold_id = NEW.threshold_id AND kind IN ('withdrawn', 'superseded')) THEN
    RAISE EXCEPTION 'this threshold waits for no word' USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW.method := spend_step_up(NEW.step_up_id, 'threshold.decide', NEW.threshold_id::text, NEW.snapshot_hash, NEW.decision);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER demand_proof BEFORE INSERT ON approvals FOR EACH ROW EXECUTE FUNCTION demand_proof_of_approval();
--> statement-breakpoint
-- Signing above the line is begun and joined by the threshold's own approvers, as many as the threshold asked for.
CREATE FUNCTION keep_above_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_actor() IS NOT NULL AND NEW.above_line AND NOT (app_is_approver(NEW.threshold_id)
     AND NEW.quorum >= (SELECT quorum FROM thresholds WHERE id = NEW.threshold_id)) THEN
    RAISE EXCEPTION 'above the line its own approvers decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_above_line BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION keep_above_line();
--> statement-breakpoint
CREATE FUNCTION demand_proof_of_voice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE decision record;
BEGIN
  IF app_actor() IS NULL THEN RETURN NEW; END IF;
  PERFORM hold_threshold(NEW.engagement_id);
  SELECT * INTO decision FROM decisions WHERE id = NEW.decision_id AND engagement_id = NEW.engagement_id;
  IF decision.id IS NULL OR (decision.above_line AND NOT app_is_approver(decision.threshold_id)) THEN
    RAISE EXCEPTION 'above the line its own approvers decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW.method := spend_step_up(NEW.step_up_id, 'decision.make', NEW.engagement_id::text, decision.kind, decision.offer_id::text, decision.snapshot_hash);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER demand_proof BEFORE INSERT ON decision_voices FOR EACH ROW EXECUTE FUNCTION demand_proof_of_voice();
--> statement-breakpoint

-- Where figures move, somebody looks whether the threshold still stands: a job that wakes the engagement's lead, so
-- to speak, and sees what the lead may see. Once a transaction, however many lines it changes.
CREATE FUNCTION ask_for_watch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF split_part(NEW.kind, '.', 1) NOT IN ('line', 'offer', 'alternative', 'threshold', 'engagement')
     OR current_setting('app.watched', true) = NEW.engagement_id::text
     OR NOT EXISTS (SELECT FROM public.threshold_moves WHERE engagement_id = NEW.engagement_id AND kind = 'proposed') THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('app.watched', NEW.engagement_id::text, true);
  PERFORM graphile_worker.add_job('threshold.watch', json_build_object('engagementId', NEW.engagement_id),
                                  job_key => 'threshold.watch ' || NEW.engagement_id, max_attempts => 5);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ask_for_watch AFTER INSERT ON activity FOR EACH ROW EXECUTE FUNCTION ask_for_watch();
--> statement-breakpoint
-- Whom a job looks through the eyes of; nobody's while the engagement is in the archive or has no threshold.
CREATE FUNCTION watched_engagements() RETURNS TABLE (engagement_id uuid, lead uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT ON (m.engagement_id) m.engagement_id, m.user_id FROM public.members m
  WHERE m.role = 'advisor' AND NOT public.app_is_archived(m.engagement_id)
    AND EXISTS (SELECT FROM public.threshold_moves t WHERE t.engagement_id = m.engagement_id AND t.kind = 'proposed')
  ORDER BY m.engagement_id, m.added_at, m.user_id
$$;
--> statement-breakpoint
-- For the check of all snapshots: what is kept and what it hashes to now, and the decisions that rest on it.
CREATE FUNCTION kept_snapshots() RETURNS TABLE (engagement_id uuid, hash text, content_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT engagement_id, hash, encode(sha256(convert_to(content, 'UTF8')), 'hex') FROM public.snapshots ORDER BY engagement_id, taken_at, hash
$$;
--> statement-breakpoint
CREATE FUNCTION kept_decisions() RETURNS TABLE (engagement_id uuid, kind text, id uuid, hash text, names_it boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.engagement_id, d.kind, d.id, d.hash, position(d.about::text in s.content) > 0
  FROM (SELECT engagement_id, 'threshold' AS kind, id, snapshot_hash AS hash, id AS about FROM public.thresholds
        UNION ALL SELECT engagement_id, 'approval', id, snapshot_hash, threshold_id FROM public.approvals
        UNION ALL SELECT engagement_id, 'decision', id, snapshot_hash, offer_id FROM public.decisions) d
  LEFT JOIN public.snapshots s ON s.engagement_id = d.engagement_id AND s.hash = d.hash
  ORDER BY d.engagement_id, d.kind, d.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION hold_threshold(uuid), threshold_is_approved(uuid), keep_moves(), spend_step_up(uuid, text, text[]), demand_proof_of_approval(),
  keep_above_line(), demand_proof_of_voice(), ask_for_watch(), watched_engagements(), kept_snapshots(), kept_decisions(), forget_looks() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION hold_threshold(uuid), threshold_is_approved(uuid), spend_step_up(uuid, text, text[]) TO walk_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION watched_engagements(), kept_snapshots(), kept_decisions() TO walk_job;
