-- walk_job delivers mails and tidies up; it sees no engagement and no session.
GRANT USAGE ON SCHEMA public TO walk_job;
--> statement-breakpoint

-- Everybody may leave a mail behind; only a job reads what it says. Administrators see what could not be delivered.
DROP POLICY sign_in ON mails;
--> statement-breakpoint
REVOKE ALL ON mails FROM walk_auth;
--> statement-breakpoint
GRANT INSERT ON mails TO walk_app, walk_auth;
--> statement-breakpoint
GRANT SELECT (id, recipient, subject, state, attempts, problem, created_at, settled_at) ON mails TO walk_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO walk_job;
--> statement-breakpoint
CREATE POLICY leave ON mails FOR INSERT TO walk_app, walk_auth WITH CHECK (state IN ('queued', 'kept'));
--> statement-breakpoint
CREATE POLICY undeliverable ON mails FOR SELECT TO walk_app USING (state = 'failed' AND app_is_portal('administrator'));
--> statement-breakpoint
CREATE POLICY deliver ON mails FOR ALL TO walk_job USING (true) WITH CHECK (true);
--> statement-breakpoint

-- Adds a job in the caller's own transaction. Which role may ask for what is listed here, and nowhere else.
CREATE FUNCTION enqueue_job(task text, payload jsonb, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL, max_attempts int DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM (VALUES
      ('mail.deliver', 'walk_app'), ('mail.deliver', 'walk_auth'), ('mail.deliver', 'walk_job')
    ) AS allowed (task, caller)
    WHERE allowed.task = enqueue_job.task AND pg_has_role(session_user, allowed.caller, 'MEMBER')
  ) THEN
    RAISE EXCEPTION 'this role may not ask for this job' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key, max_attempts => max_attempts);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue_job(text, jsonb, timestamptz, text, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job(text, jsonb, timestamptz, text, int) TO walk_app, walk_auth, walk_job;
