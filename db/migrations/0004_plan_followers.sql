ALTER TABLE "lines" ADD COLUMN "follows_step_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_alternative_id" UNIQUE("alternative_id","id");--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_follows_step" FOREIGN KEY ("alternative_id","follows_step_id") REFERENCES "public"."plan_steps"("alternative_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_follows_step_part" CHECK ("lines"."follows_step_id" is null or "lines"."part" = 'switching');
