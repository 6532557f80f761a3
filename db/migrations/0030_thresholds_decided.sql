CREATE TABLE "decision_voices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"step_up_id" uuid NOT NULL,
	"method" text,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_voices_step_up_id_unique" UNIQUE("step_up_id"),
	CONSTRAINT "decision_voices_person" UNIQUE("decision_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"offer_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"threshold_id" uuid,
	"above_line" boolean NOT NULL,
	"quorum" integer NOT NULL,
	"snapshot_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_engagement_id" UNIQUE("engagement_id","id"),
	CONSTRAINT "decisions_above_line" CHECK (not "decisions"."above_line" or ("decisions"."kind" = 'sign' and "decisions"."threshold_id" is not null and length("decisions"."reason") > 0 and "decisions"."quorum" >= 2)),
	CONSTRAINT "decisions_quorum" CHECK ("decisions"."quorum" >= 1)
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"engagement_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"figures" jsonb NOT NULL,
	"looked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "looks_engagement_id_user_id_pk" PRIMARY KEY("engagement_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"engagement_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"content" text NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshots_engagement_id_hash_pk" PRIMARY KEY("engagement_id","hash"),
	CONSTRAINT "snapshots_hash" CHECK ("snapshots"."hash" = encode(sha256(convert_to("snapshots"."content", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "threshold_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"threshold_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"by" uuid,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threshold_moves_by" CHECK (("threshold_moves"."by" is null) = ("threshold_moves"."kind" in ('stale', 'restored')))
);
--> statement-breakpoint
ALTER TABLE "activity" DROP CONSTRAINT "activity_threshold_wall";--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "condition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "alternative_cost" numeric;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "approvals" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "threshold_approvers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "thresholds" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "approvals" a SET "alternative_cost" = t."alternative_cost", "valid_until" = t."valid_until" FROM "thresholds" t WHERE t."id" = a."threshold_id";--> statement-breakpoint
INSERT INTO "threshold_moves" ("engagement_id", "threshold_id", "kind", "by", "at")
	SELECT t."engagement_id", t."id", 'proposed', t."proposed_by", t."proposed_at" FROM "thresholds" t
	WHERE EXISTS (SELECT FROM "threshold_approvers" n WHERE n."threshold_id" = t."id");--> statement-breakpoint
ALTER TABLE "approvals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "threshold_approvers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "thresholds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approvals" ALTER COLUMN "alternative_cost" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ALTER COLUMN "valid_until" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "snapshot_hash" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "step_up_id" uuid;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "method" text;--> statement-breakpoint
ALTER TABLE "thresholds" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "thresholds" ADD COLUMN "snapshot_hash" text;--> statement-breakpoint
ALTER TABLE "decision_voices" ADD CONSTRAINT "decision_voices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_voices" ADD CONSTRAINT "decision_voices_decision" FOREIGN KEY ("engagement_id","decision_id") REFERENCES "public"."decisions"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_offer" FOREIGN KEY ("engagement_id","offer_id") REFERENCES "public"."offers"("engagement_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_threshold" FOREIGN KEY ("engagement_id","threshold_id") REFERENCES "public"."thresholds"("engagement_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_snapshot" FOREIGN KEY ("engagement_id","snapshot_hash") REFERENCES "public"."snapshots"("engagement_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_moves" ADD CONSTRAINT "threshold_moves_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_moves" ADD CONSTRAINT "threshold_moves_threshold" FOREIGN KEY ("engagement_id","threshold_id") REFERENCES "public"."thresholds"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_engagement" ON "decisions" USING btree ("engagement_id","made_at");--> statement-breakpoint
CREATE INDEX "readings_engagement" ON "readings" USING btree ("engagement_id","at");--> statement-breakpoint
CREATE INDEX "threshold_moves_threshold" ON "threshold_moves" USING btree ("threshold_id","at");--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_snapshot" FOREIGN KEY ("engagement_id","snapshot_hash") REFERENCES "public"."snapshots"("engagement_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thresholds" ADD CONSTRAINT "thresholds_snapshot" FOREIGN KEY ("engagement_id","snapshot_hash") REFERENCES "public"."snapshots"("engagement_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_step_up_id_unique" UNIQUE("step_up_id");--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_threshold_wall" CHECK (("activity"."kind" not like 'threshold.%' and "activity"."kind" not like 'decision.%') or "activity"."wall" = 'threshold');