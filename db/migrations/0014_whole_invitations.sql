-- A query builder names every column it leaves to its default: the whole row may be written, and begins unanswered.
GRANT INSERT ON invitations TO walk_app;
--> statement-breakpoint
ALTER POLICY add ON invitations WITH CHECK (invited_by = (SELECT app_actor()) AND accepted_at IS NULL AND withdrawn_at IS NULL
  AND app_may_invite(engagement_id, role, negotiator, portal_role));
