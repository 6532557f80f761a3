-- What is attached to a milestone stands behind the milestone's own wall.
CREATE OR REPLACE FUNCTION app_has_subject(engagement uuid, kind text, subject uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE kind
    WHEN 'line' THEN EXISTS (SELECT FROM public.lines WHERE engagement_id = engagement AND id = subject)
    WHEN 'claim' THEN EXISTS (SELECT FROM public.claims WHERE engagement_id = engagement AND id = subject)
    WHEN 'step' THEN EXISTS (SELECT FROM public.plan_steps WHERE engagement_id = engagement AND id = subject)
    WHEN 'milestone' THEN EXISTS (SELECT FROM public.milestones WHERE engagement_id = engagement AND id = subject)
    WHEN 'threshold' THEN subject = engagement
    ELSE false
  END
$$;
--> statement-breakpoint
ALTER POLICY read ON evidence USING (app_may_hear(engagement_id, subject_kind)
  AND (subject_kind <> 'milestone' OR app_has_subject(engagement_id, subject_kind, subject_id)));
--> statement-breakpoint
ALTER POLICY remove ON evidence USING (app_may_hear(engagement_id, subject_kind)
  AND (subject_kind <> 'milestone' OR app_has_subject(engagement_id, subject_kind, subject_id))
  AND (app_role_in(engagement_id) = 'advisor'
       OR (app_role_in(engagement_id) IN ('executive', 'contributor') AND added_by = (SELECT app_actor()))));
