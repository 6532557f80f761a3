-- Allowances are counted as sign-in and tidied by a job: what people do can neither read nor refill them.
ALTER TABLE rate_limits ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rate_limits FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY system_all ON rate_limits FOR ALL TO walk_system USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT ALL ON rate_limits TO walk_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON rate_limits TO walk_auth;
--> statement-breakpoint
CREATE POLICY count ON rate_limits FOR ALL TO walk_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT (expire), DELETE ON rate_limits TO walk_job;
--> statement-breakpoint
CREATE POLICY tidy ON rate_limits FOR ALL TO walk_job USING (true) WITH CHECK (false);
