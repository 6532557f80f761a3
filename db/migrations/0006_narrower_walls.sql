-- What attacking the walls as every role has found: who founds, who stands on which side, what a threshold is named with.

-- An engagement is founded in the transaction that creates it, and in no later one: whoever was removed stays out.
CREATE OR REPLACE FUNCTION app_founds(engagement uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT FROM public.engagements WHERE id = engagement AND created_by = public.app_actor() AND created_at = now())
           AND NOT EXISTS (SELECT FROM public.members WHERE engagement_id = engagement) $$;
--> statement-breakpoint
ALTER POLICY create_ ON engagements
  WITH CHECK (created_by = (SELECT app_actor()) AND created_at = now() AND app_is_portal('advisor'));
--> statement-breakpoint

-- The position must be the organisation's own: nobody of the firm becomes an executive of a client, nobody changes
-- sides or their own role. Who has no actor is the owner or a job.
CREATE FUNCTION keep_sides() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.role = 'executive' AND EXISTS (SELECT FROM portal_roles WHERE user_id = NEW.user_id) THEN
    RAISE EXCEPTION 'nobody of the firm is an executive of a client' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND app_actor() IS NOT NULL THEN
    IF NEW.user_id <> OLD.user_id THEN
      RAISE EXCEPTION 'a membership stays with its person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.role <> OLD.role AND (OLD.user_id = app_actor() OR 'advisor' IN (OLD.role, NEW.role)) THEN
      RAISE EXCEPTION 'nobody changes sides or their own role' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_sides BEFORE INSERT OR UPDATE OF role, user_id ON members FOR EACH ROW EXECUTE FUNCTION keep_sides();
--> statement-breakpoint
CREATE FUNCTION keep_firm_apart() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM members WHERE user_id = NEW.user_id AND role = 'executive') THEN
    RAISE EXCEPTION 'nobody of the firm is an executive of a client' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_firm_apart BEFORE INSERT OR UPDATE ON portal_roles FOR EACH ROW EXECUTE FUNCTION keep_firm_apart();
--> statement-breakpoint

-- An alternative keeps its row: choices and thresholds rest on it, and how a removal fares would tell. The chosen one
-- stays on the table until leadership has chosen another.
REVOKE DELETE ON alternatives FROM walk_app;
--> statement-breakpoint
DROP POLICY remove ON alternatives;
--> statement-breakpoint
ALTER POLICY change ON alternatives WITH CHECK (app_role_in(engagement_id) IN ('advisor', 'contributor')
  AND (removed_at IS NULL OR id IS DISTINCT FROM (SELECT c.alternative_id FROM choices c
                                                  WHERE c.engagement_id = alternatives.engagement_id ORDER BY c.chosen_at DESC LIMIT 1)));
--> statement-breakpoint

-- What is only added to is added now: the latest row counts, and its date is the database's.
ALTER POLICY add ON choices WITH CHECK (
  chosen_by = (SELECT app_actor()) AND chosen_at = now() AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
ALTER POLICY add ON thresholds WITH CHECK (
  proposed_by = (SELECT app_actor()) AND proposed_at = now() AND app_role_in(engagement_id) IN ('advisor', 'executive'));
--> statement-breakpoint
ALTER POLICY add ON approvals WITH CHECK (user_id = (SELECT app_actor()) AND decided_at = now()
  AND app_role_in(engagement_id) = 'executive' AND app_is_approver(threshold_id));
--> statement-breakpoint
-- Approvers are executives, and named by the proposer with the threshold: nobody is slipped in afterwards.
ALTER POLICY add ON threshold_approvers WITH CHECK (app_role_in(engagement_id) IN ('advisor', 'executive')
  AND EXISTS (SELECT FROM thresholds t WHERE t.id = threshold_id AND t.proposed_by = app_actor() AND t.proposed_at = now())
  AND EXISTS (SELECT FROM members m WHERE m.engagement_id = threshold_approvers.engagement_id
                                      AND m.user_id = threshold_approvers.user_id AND m.role = 'executive'));
--> statement-breakpoint

-- Entries behind the threshold's wall come from those who stand behind it.
ALTER POLICY add ON activity WITH CHECK (actor_id = (SELECT app_actor())
  AND (app_role_in(engagement_id) IN ('advisor', 'executive') OR (wall = 'engagement' AND app_role_in(engagement_id) IS NOT NULL)));
--> statement-breakpoint

-- Whoever has left an engagement no longer sees whom they had invited to it.
ALTER POLICY read ON invitations USING (email = (SELECT app_email()) OR app_may_invite(engagement_id, role, negotiator, portal_role));
--> statement-breakpoint

-- Where a row may belong to none, moving it into an engagement is moving it too.
CREATE OR REPLACE FUNCTION keep_engagement() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.engagement_id IS DISTINCT FROM OLD.engagement_id THEN
    RAISE EXCEPTION 'a row stays in its engagement' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_sides(), keep_firm_apart() FROM PUBLIC;
