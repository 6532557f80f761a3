-- The timeline changes with leadership's milestones: since when it stands as it does is leadership's to know.
ALTER POLICY read ON pillar_changes USING (app_may_see_pillar(engagement_id, CASE pillar WHEN 'timeline' THEN 'leadership' ELSE pillar END));
